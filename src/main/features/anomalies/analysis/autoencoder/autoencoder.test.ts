import { expect, test } from 'vitest'
import { seeded } from '../random.ts'
import { Cancelled, NO_STEPS, rowOf } from '../table.ts'
import { oracleTable, tableOf } from '../testing.ts'
import { createNetwork, train } from './network.ts'
import { autoencoder, AUTOENCODER_DEFAULTS } from './index.ts'

/** Six features of which four follow from the other two, but not in the last five rows. */
function dependent(): number[][] {
  const random = seeded(11)
  return Array.from({ length: 400 }, (_, i) => {
    const a = random() * 2 - 1
    const b = random() * 2 - 1
    return i < 395
      ? [a, b, a + b, a - b, 2 * a, a * b]
      : [a, b, -a - b + (a > 0 ? 1 : -1), b, -2 * a, (a + b) * (b > 0 ? 1 : -1)]
  })
}

test('the slopes that training follows are those of the loss (central differences)', () => {
  const input = Float32Array.from([0.3, -0.7, 0.2, 0.9, 0.1, -0.4, 0.5, 0.5, -0.2, 0.8])
  const make = () => createNetwork([2, 4, 3, 2], 5, seeded(4))
  const loss = (change: (network: ReturnType<typeof make>) => void): number => {
    const network = make()
    change(network)
    return train(network, input, 5, 0) / 10
  }
  const trained = make()
  train(trained, input, 5, 0)
  for (const [l, layer] of trained.layers.entries())
    for (const k of [0, layer.weights.length - 1]) {
      const at = (by: number) =>
        loss(network => {
          const { weights } = network.layers[l]!
          weights[k] = weights[k]! + by
        })
      expect(layer.gradient[k]).toBeCloseTo((at(0.01) - at(-0.01)) / 0.02, 3)
    }
})

test('rows that break the pattern of the others have the largest errors, though no single value of theirs is unusual', () => {
  const { scores } = autoencoder(tableOf(dependent()), AUTOENCODER_DEFAULTS, NO_STEPS)
  const order = Array.from(scores.keys()).toSorted((a, b) => scores[b]! - scores[a]!)
  expect(order.slice(0, 8).filter(i => i >= 395).length).toBeGreaterThanOrEqual(4)
})

test('the same seed gives the same scores, and each feature its exact part of them', () => {
  const table = tableOf(dependent())
  const [one, two, other] = [1, 1, 2].map(seed =>
    autoencoder(table, { ...AUTOENCODER_DEFAULTS, epochs: 5, seed }, NO_STEPS),
  )
  expect(two!.scores).toEqual(one!.scores)
  expect(other!.scores).not.toEqual(one!.scores)
  for (const row of [0, 200, 399]) {
    const parts = one!.contributions(rowOf(table, row))
    expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(one!.scores[row]!, 6)
    expect(one!.score(rowOf(table, row))).toBeCloseTo(one!.scores[row]!, 6)
  }
})

test('it stops early once the rows kept out of training gain nothing, and never after the epochs given', () => {
  const run = (epochs: number) =>
    autoencoder(oracleTable(), { ...AUTOENCODER_DEFAULTS, epochs, patience: 2 }, NO_STEPS)
  expect(run(3).parameters['epochsRun']).toBeLessThanOrEqual(3)
  expect(run(1000).parameters['epochsRun']).toBeLessThan(1000)
})

test.each([
  ['one row', [[1, 2, 3]]],
  [
    'two rows',
    [
      [1, 2, 3],
      [3, 2, 1],
    ],
  ],
  ['rows that are all alike', Array.from({ length: 40 }, () => [3, 3])],
  ['one huge value', [...Array.from({ length: 50 }, (_, i) => [i % 5, i % 3]), [1e300, 2]]],
])('%s: every score is a finite number', (_, rows) => {
  const { scores } = autoencoder(tableOf(rows), AUTOENCODER_DEFAULTS, NO_STEPS)
  for (const score of scores) expect(Number.isFinite(score)).toBe(true)
})

test('it stops when nobody waits any more', () => {
  const steps = { cancelled: () => true, progress: () => {} }
  expect(() => autoencoder(oracleTable(), AUTOENCODER_DEFAULTS, steps)).toThrow(Cancelled)
})
