import { describe, expect, it } from 'vitest'
import { accidentalDeaths, airPassengers, nile } from '../testing.ts'
import { arimaPackage } from '../../arima-runtime.ts'
import { AIRLINE, predictArima } from './arima.ts'
import { arima } from './index.ts'
import { logAirline } from './log-airline.ts'

const task = {
  values: airPassengers,
  season: 12,
  horizon: 6,
  levels: [80, 95],
  seed: 1,
  arima: arimaPackage(),
}

describe('ARIMA', () => {
  it('gives the airline model of R (Arima, lambda = 0) on its own series, interval included', () => {
    const found = logAirline(task)!
    // R 4: forecast(Arima(AirPassengers, c(0,1,1), c(0,1,1), lambda = 0), 6).
    const mean = [450.4224, 425.7172, 479.0068, 492.4045, 509.055, 583.3449]
    const [low80, high95] = [429.5461, 484.3289]
    for (const [h, value] of found.mean.entries()) expect(Math.abs(value / mean[h]! - 1)).toBeLessThan(0.005)
    expect(Math.abs(found.intervals[0]!.lower[0]! / low80 - 1)).toBeLessThan(0.01)
    expect(Math.abs(found.intervals[1]!.upper[0]! / high95 - 1)).toBeLessThan(0.01)
    expect(found.model).toBe('log ARIMA(0,1,1)(0,1,1)[12]')
  })

  it('leaves logarithms alone where a value is not positive', () => {
    const values = accidentalDeaths.map(value => value - 9000)
    expect(logAirline({ ...task, values })!.model).toBe('ARIMA(0,1,1)(0,1,1)[12]')
  })

  it('refuses a series that is too short instead of failing', () => {
    expect(predictArima(arimaPackage(), nile.subarray(0, 9), AIRLINE, 12, 3)).toBeUndefined()
    expect(logAirline({ ...task, values: nile.subarray(0, 5) })).toBeUndefined()
  })

  it('chooses a seasonal order for a seasonal series, the same each time', () => {
    const first = arima(task)!
    expect(first.model).toMatch(/\[12\]$/)
    expect(arima(task)).toMatchObject({ model: first.model, mean: first.mean })
  })
})
