import { logAirline } from '../arima/log-airline.ts'
import { ets } from '../ets/index.ts'
import type { Forecast, Task } from '../method.ts'
import { believable } from '../numeric/believable.ts'
import { theta } from '../theta/index.ts'

/**
 * The mean of ETS, Theta and the log-airline model: their errors differ, so that the mean's is smaller than any one's (Bates & Granger
 * 1969; M4's best simple benchmark). Bounds are the means of the three methods' bounds, which keeps their coverage where the errors
 * go together, as errors of one series do. Those of the three that the series allows and that do not run away; undefined where none does.
 */
export function combination(task: Task): Forecast | undefined {
  const plain = { ...task, calendar: undefined }
  return meanOf([ets(plain), theta(plain), logAirline(plain)], task.values)
}

function meanOf(found: (Forecast | undefined)[], values: Float64Array): Forecast | undefined {
  const members = found.filter(one => one !== undefined).filter(one => believable(one, values))
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
        members.map(one => one.again?.({ ...task, calendar: undefined })),
        task.values,
      ),
  }
}
