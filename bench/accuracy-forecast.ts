import { arimaPackage } from '../src/main/features/forecast/arima-runtime.ts'
import { prophetRuntime } from '../src/main/features/forecast/prophet-runtime.ts'
import { forecastSeries } from '../src/main/features/forecast/analysis/forecast-series.ts'
import type { MethodId } from '../src/main/features/forecast/analysis/method.ts'
import { calendarOf } from '../src/main/features/forecast/series-of-file.ts'
import { forecastSet, type Set } from './lib/forecast-data.ts'
import { report, round } from './lib/report.ts'

/** `accuracy-forecast [m3,tourism,m4-weekly,m4-hourly]`: errors and coverage on the competitions' series beside published scores. */
const NAMES = (process.argv[3] ?? 'm3,tourism').split(',') as Parameters<typeof forecastSet>[0][]
const METHODS: MethodId[] = ['combination', 'ets', 'theta', 'arima', 'prophet', 'naive']
/** Prophet takes some hundred times as long as the others: every fifth series tells as much as is asked of it. */
const EVERY: Partial<Record<MethodId, number>> = { prophet: 5 }

/** On these 300 series, from the competition's published forecasts. */
const PUBLISHED = {
  Naive2: [17.354, 1.0558, 1],
  'Theta (M3)': [13.503, 0.8714, 0.8017],
  ForecastPro: [13.729, 0.8599, 0.8028],
  'B-J automatic': [14.169, 0.912, 0.8401],
}
/** R 4, forecast 8.20, on the same files. */
const R = { ets: [13.504, 0.8636, 0.798], thetaf: [13.482, 0.87, 0.8004] }
const [NAIVE_SMAPE, NAIVE_MASE] = [17.3540965560892, 1.05581733010403]

interface Score {
  /** Series that it was scored on. */
  series: number
  smape: number
  mase: number
  owa: number | undefined
  within80: number
  within95: number
  cpuMs: number
}

const prophet = await prophetRuntime()
const tables: Record<string, Record<string, Score>> = {}
for (const name of NAMES) {
  const set = forecastSet(name)
  if (!set) {
    report('accuracy-forecast', false, { missing: 'shared/data/forecasting is not here' })
    process.exit()
  }
  tables[name] = Object.fromEntries(METHODS.map(method => [method, scoreOf(set, method)]))
}
const m3 = tables['m3']
const bars = m3 && {
  'combination OWA ≤ .80, below Theta and ForecastPro': (m3['combination']?.owa ?? 9) < 0.8,
  'own Theta within .005 of R thetaf': Math.abs((m3['theta']?.owa ?? 9) - 0.8004) <= 0.005,
  'own ETS within .015 of R ets': Math.abs((m3['ets']?.owa ?? 9) - 0.798) <= 0.015,
  'coverage at 80 from 78 to 83': inside(m3['combination']?.within80, 78, 83),
  'coverage at 95 from 93.5 to 96.5': inside(m3['combination']?.within95, 93.5, 96.5),
}
report('accuracy-forecast', Object.values(bars ?? {}).every(Boolean), {
  tables,
  reference: { order: ['sMAPE', 'MASE', 'OWA'], published: PUBLISHED, R },
  bars,
})

function inside(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && value >= low && value <= high
}

function scoreOf({ name, season, horizon, series: all }: Set, method: MethodId): Score {
  const series = all.filter((_, i) => i % (EVERY[method] ?? 1) === 0)
  let smape = 0
  let mase = 0
  const within = [0, 0]
  let points = 0
  const start = process.cpuUsage()
  for (const { train, test } of series) {
    const calendar = method === 'prophet' ? calendarOf(season, train.length + horizon) : undefined
    const task = {
      values: train,
      season,
      horizon,
      levels: [80, 95],
      seed: 1,
      arima: arimaPackage(),
      prophet,
      calendar,
    }
    const { mean, intervals } = forecastSeries(task, method)
    let scale = 0
    // M4 counts the scale of weekly series by steps of one.
    const lag = name === 'm4-weekly' ? 1 : season
    for (let t = lag; t < train.length; t++)
      scale += Math.abs((train[t] as number) - (train[t - lag] as number)) / (train.length - lag)
    for (let h = 0; h < horizon; h++) {
      const value = test[h] as number
      const error = Math.abs(value - (mean[h] as number))
      const size = Math.abs(value) + Math.abs(mean[h] as number)
      smape += size === 0 ? 0 : (200 * error) / size / horizon
      mase += error / scale / horizon
      points++
      for (const [i, { lower, upper }] of intervals.entries())
        if (value >= (lower[h] as number) && value <= (upper[h] as number))
          within[i] = (within[i] as number) + 1
    }
  }
  const used = process.cpuUsage(start)
  const n = series.length
  // Of a sample there is no published Naive2 to hold it against.
  const owa =
    name === 'm3' && n === all.length ? (smape / n / NAIVE_SMAPE + mase / n / NAIVE_MASE) / 2 : undefined
  return {
    series: n,
    smape: round(smape / n, 3),
    mase: round(mase / n, 4),
    owa: owa && round(owa, 4),
    within80: round((100 * (within[0] as number)) / points, 1),
    within95: round((100 * (within[1] as number)) / points, 1),
    cpuMs: round((used.user + used.system) / 1000 / n, 1),
  }
}
