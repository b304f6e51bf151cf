import { arimaPackage } from '../src/main/features/forecast/arima-runtime.ts'
import { forecastSeries } from '../src/main/features/forecast/analysis/forecast-series.ts'
import { forecastSet } from './lib/forecast-data.ts'
import { report, round, timing } from './lib/report.ts'

/** `forecast [rounds]`: processor time a series of the combination with calibrated intervals, 300 monthly series, 18 steps. */
const ROUNDS = Number(process.argv[3] ?? 5)
const BAR_MS = 25

const set = forecastSet('m3')
if (!set) report('forecast', false, { missing: 'shared/data/forecasting is not here' })
else {
  const times: number[] = []
  for (let i = 0; i < ROUNDS; i++) {
    const start = process.cpuUsage()
    for (const { train } of set.series)
      forecastSeries(
        { values: train, season: 12, horizon: 18, levels: [80, 95], seed: 1, arima: arimaPackage() },
        'combination',
      )
    const used = process.cpuUsage(start)
    times.push((used.user + used.system) / 1000 / set.series.length)
  }
  const a = timing(times)
  report('forecast', a.median <= BAR_MS, {
    series: set.series.length,
    cpuMsPerSeries: a,
    bar: BAR_MS,
    ofBar: round(a.median / BAR_MS),
  })
}
