import { describe, expect, it } from 'vitest'
import { accidentalDeaths, airPassengers, nile } from '../testing.ts'
import { hasRootsInside, isAdmissible } from './bounds.ts'
import { EtsFilter } from './filter.ts'
import { fitEts } from './fit.ts'
import { selectEts } from './index.ts'
import { nameOf, type EtsModel, type EtsParameters } from './model.ts'
import { analyticVariance, pointForecast, simulate } from './predict.ts'

// R 4, forecast 8.20: ets(x, model, damped = FALSE)$aicc and the first three point forecasts.
const R_ETS = [
  ['ANN', airPassengers, 1733.958, [431.9958, 431.9958, 431.9958]],
  ['MNN', airPassengers, 1674.072, [431.9958, 431.9958, 431.9958]],
  ['MAM', airPassengers, 1403.664, [448.9738, 425.2278, 484.2137]],
  ['ANN', accidentalDeaths, 1262.696, [9239.939, 9239.939, 9239.939]],
  ['AAA', accidentalDeaths, 1157.183, [8034.843, 7485.725, 8238.493]],
  ['ANN', nile, 1459.031, [805.3813, 805.3813, 805.3813]],
  ['MNN', nile, 1458.552, [838.8752, 838.8752, 838.8752]],
] as const

const modelOf = (letters: string): EtsModel => {
  const [error, trend, season] = [...letters] as [EtsModel['error'], EtsModel['trend'], EtsModel['season']]
  return { error, trend, season }
}

describe('exponential smoothing', () => {
  it.each(R_ETS)('%s is as likely as R finds it and forecasts the same', (letters, y, aicc, mean) => {
    // Without the prior, which R has not. Our maximum may be the better one: R's Nelder–Mead stops early on fourteen states.
    const fit = fitEts(y, modelOf(letters), 12, 0)!
    expect(fit.aicc).toBeLessThan(aicc + 0.5)
    expect(fit.aicc).toBeGreaterThan(aicc - 35)
    for (const [h, value] of pointForecast(fit, 3).entries())
      expect(Math.abs(value / (mean[h] as number) - 1)).toBeLessThan(0.04)
  })

  it('finds R’s smoothing of the Nile exactly, where there is nothing to hold', () => {
    const { parameters, aicc } = fitEts(nile, modelOf('ANN'), 1, 0)!
    expect(parameters.alpha).toBeCloseTo(0.2455, 2)
    expect(parameters.level).toBeCloseTo(1110.7, -1)
    expect(aicc).toBeCloseTo(1459.031, 1)
  })

  it('chooses a seasonal model for air passengers and deaths, none for the Nile', () => {
    expect(selectEts(airPassengers, 12)!.model.season).toBe('M')
    expect(nameOf(selectEts(accidentalDeaths, 12)!.model)).toBe('ETS(A,N,A)')
    expect(nameOf(selectEts(nile, 1)!.model)).toBe('ETS(M,N,N)')
  })

  it.each(['AAA', 'MAM', 'MAA', 'MNN', 'ANA'])(
    'differentiates the deviance of %s as differences do',
    letters => {
      const model = { ...modelOf(letters), trend: letters[1] === 'A' ? 'Ad' : 'N' } as EtsModel
      const filter = new EtsFilter(
        model,
        12,
        airPassengers.map(value => value / 280),
      )
      const base = model.season === 'M' ? 1 : 0
      const p: EtsParameters = {
        alpha: 0.3,
        beta: model.trend === 'N' ? 0 : 0.05,
        gamma: 0.1,
        phi: model.trend === 'N' ? 1 : 0.93,
        level: 0.4,
        slope: model.trend === 'N' ? 0 : 0.01,
        seasonal: Float64Array.from(
          { length: model.season === 'N' ? 0 : 12 },
          (_, i) => base + 0.05 * Math.sin(i),
        ),
      }
      filter.run(p)
      const found = { ...filter.differentiate(p) }
      for (const key of [
        'alpha',
        'level',
        ...(model.trend === 'N' ? [] : (['beta', 'phi', 'slope'] as const)),
      ] as const) {
        const up = filter.run({ ...p, [key]: p[key] + 1e-6 })
        const down = filter.run({ ...p, [key]: p[key] - 1e-6 })
        expect(found[key]).toBeCloseTo((up - down) / 2e-6, 2)
      }
    },
  )

  it('gives additive models the variance that sample paths have', () => {
    const fit = fitEts(accidentalDeaths, modelOf('AAA'), 12)!
    const paths = simulate(fit, 15, 20_000, 3)
    for (const h of [0, 5, 12, 14]) {
      const at = paths.subarray(h * 20_000, (h + 1) * 20_000)
      const mean = at.reduce((a, b) => a + b, 0) / at.length
      const variance = at.reduce((a, b) => a + (b - mean) ** 2, 0) / at.length
      expect(variance / (analyticVariance(fit, 15)[h] as number)).toBeCloseTo(1, 1)
      expect(mean / (pointForecast(fit, 15)[h] as number)).toBeCloseTo(1, 2)
    }
  })

  it('does not depend on the unit of the values', () => {
    const pence = fitEts(
      airPassengers.map(value => value * 1e7),
      modelOf('MAM'),
      12,
    )!
    const pounds = fitEts(airPassengers, modelOf('MAM'), 12)!
    expect(pointForecast(pence, 3)[2]! / 1e7).toBeCloseTo(pointForecast(pounds, 3)[2]!, 6)
  })

  it('refuses a model with more parameters than the series can bear', () => {
    expect(fitEts(airPassengers.subarray(0, 17), modelOf('MAM'), 12)).toBeUndefined()
    expect(fitEts(airPassengers.subarray(0, 3), modelOf('ANN'), 1)).toBeUndefined()
  })

  it('knows the admissible region', () => {
    expect(hasRootsInside(Float64Array.of(-0.5, 1))).toBe(true)
    expect(hasRootsInside(Float64Array.of(-1.5, 1))).toBe(false)
    // Roots 0.9 and −1.2.
    expect(hasRootsInside(Float64Array.of(-1.08, 0.3, 1))).toBe(false)
    expect(isAdmissible(0.3, 0.01, 0.1, 0.95, 12)).toBe(true)
    expect(isAdmissible(0.3, 2.9, 0.1, 0.95, 12)).toBe(false)
  })
})
