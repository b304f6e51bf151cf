import { logAirline } from '../arima/log-airline.ts'
import { ets } from '../ets/index.ts'
import type { Forecast, Task } from '../method.ts'
import { believable } from '../numeric/believable.ts'
import { theta } from '../theta/index.ts'

/** A member whose errors on the last stretch of the series are so many times the least is left out. */
const HOPELESS = 3

/**
 * The mean of ETS, Theta and the log-airline model: their errors differ, so that the mean's is smaller than any one's (Bates & Granger
 * 1969; M4's best simple benchmark). Bounds are the means of the three methods' bounds, which keeps their coverage where the errors
 * go together, as errors of one series do. Those of the three that the series allows, that do not run away, and that did not fail on its
 * last stretch (Theta on a season that has changed its shape over the years); undefined where there is none.
 */
export function combination(task: Task): Forecast | undefined {
  const plain = { ...task, calendar: undefined }
  const found = [ets(plain), theta(plain), logAirline(plain)]
    .filter(one => one !== undefined)
    .filter(one => believable(one, task.values))
  return meanOf(withoutHopeless(found, plain))
}

/** Without the members that erred far more than the best one on the last part of the series, made from what came before it. */
function withoutHopeless(members: Forecast[], task: Task): Forecast[] {
  const { values, season, horizon } = task
  const ahead = Math.min(horizon, Math.floor(values.length / 4))
  const origin = values.length - ahead
  if (members.length < 2 || ahead < 2 || origin < Math.max(12, 3 * season)) return members
  const errors = members.map(one => {
    const past = one.again?.({ ...task, values: values.subarray(0, origin), horizon: ahead })
    if (!past) return Infinity
    return past.mean.reduce((sum, value, h) => sum + Math.abs(value - (values[origin + h] as number)), 0)
  })
  const least = Math.min(...errors)
  return least < Infinity ? members.filter((_, i) => (errors[i] as number) <= HOPELESS * least) : members
}

function meanOf(members: Forecast[]): Forecast | undefined {
  const [first] = members
  if (!first) return undefined
  const average = (of: (one: Forecast) => Float64Array): Float64Array =>
    of(first).map((_, h) => members.reduce((sum, one) => sum + (of(one)[h] as number), 0) / members.length)
  return {
    model: members.length === 1 ? first.model : `Mean of ${members.map(one => one.model).join('; ')}`,
    mean: average(one => one.mean),
    intervals: first.intervals.map((_, i) => ({
      lower: average(one => (one.intervals[i] as Forecast['intervals'][number]).lower),
      upper: average(one => (one.intervals[i] as Forecast['intervals'][number]).upper),
    })),
    parameters: { members: members.length },
    again: task =>
      meanOf(
        members
          .map(one => one.again?.({ ...task, calendar: undefined }))
          .filter(one => one !== undefined)
          .filter(one => believable(one, task.values)),
      ),
  }
}
