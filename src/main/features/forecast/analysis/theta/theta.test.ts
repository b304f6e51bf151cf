import { describe, expect, it } from 'vitest'
import { accidentalDeaths, airPassengers, nile } from '../testing.ts'
import { fitTheta, thetaForecast } from './index.ts'

// R 4, forecast 8.20: thetaf(x, h = 6)$mean.
const R_THETAF = [
  ['air passengers', airPassengers, 12, [440.0782, 428.3843, 489.7071, 475.7046, 479.6704, 545.3663]],
  ['accidental deaths', accidentalDeaths, 12, [8270.694, 7508.924, 8322.125, 8554.144, 9450.093, 9870.934]],
  ['the Nile', nile, 1, [799.812, 798.4548, 797.0977, 795.7405, 794.3834, 793.0262]],
] as const

describe('the Theta method', () => {
  it.each(R_THETAF)('forecasts %s as R’s thetaf does', (_name, y, season, mean) => {
    for (const [h, value] of thetaForecast(fitTheta(y, season), 6).entries())
      expect(Math.abs(value / (mean[h] as number) - 1)).toBeLessThan(0.001)
  })

  it('takes a season out additively where values are not positive', () => {
    const y = accidentalDeaths.map(value => value - 9000)
    const fit = fitTheta(y, 12)
    expect(fit.seasonality).toBe('additive')
    expect(thetaForecast(fit, 12)[1]).toBeLessThan(thetaForecast(fit, 12)[6]!)
  })

  it('sees no season in a series without one', () => {
    expect(fitTheta(nile, 7).seasonality).toBe('none')
  })
})
