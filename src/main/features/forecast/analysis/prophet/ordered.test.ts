import { expect, it } from 'vitest'
import { inOneOrder, NoOptimum } from './ordered.ts'

const data = JSON.stringify({
  X: [
    [3, 1],
    [4, 1],
  ],
  s_a: [1, 1],
  s_m: [0, 0],
  sigmas: [10, 10],
})

/** Stan as WebAssembly cannot catch its own exceptions: it traps. `good`: the start from which it comes through. */
function stan(good: number) {
  const starts: number[] = []
  let traps = 0
  const optimise = inOneOrder(
    ({ sigmaObs }, text) => {
      starts.push(sigmaObs)
      if (sigmaObs === 0.1 && good < 0.1)
        throw Object.assign(new Error('no progress'), { payload: 'no progress' })
      if (sigmaObs !== good) throw Object.assign(new Error('unreachable'), { name: 'RuntimeError' })
      const { X } = JSON.parse(text) as { X: number[][] }
      return { params: { delta: [], beta: Float64Array.from(X[0] as number[]), sigmaObs } }
    },
    () => {},
    () => traps++,
  )
  return { optimise, starts, traps: () => traps }
}

it('a fit that broke off begins nearer, and is counted', () => {
  const { optimise, starts, traps } = stan(0.1)
  const { params } = optimise({ sigmaObs: 1 }, data, {})
  expect(starts).toEqual([1, 0.1])
  expect(traps()).toBe(1)
  // The columns went to Stan in an order of their own, and came back in augurs'.
  expect([...params.beta]).toEqual([3, 1])
})

it('where no start comes through there is no model', () => {
  const { optimise, traps } = stan(-1)
  expect(() => optimise({ sigmaObs: 1 }, data, {})).toThrow(NoOptimum)
  expect(traps()).toBe(3)
})
