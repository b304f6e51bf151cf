interface StanData {
  X: number[][]
  s_a: number[]
  s_m: number[]
  sigmas: number[]
}

/** What Stan estimates, in units of the largest value and of the history's length. */
export interface Fitted {
  delta: ArrayLike<number>
  beta: Float64Array
  sigmaObs: number
}

type Optimise = (init: { sigmaObs: number }, data: string, options: unknown) => { params: Fitted }

/**
 * Where the noise's estimate begins, in units of the largest value: 1 is augurs' own start. Of a smooth series the search's first step
 * from there may leave the numbers, and Stan, which cannot catch its own exceptions as WebAssembly, traps, or its search gets no further;
 * nearer starts come through.
 */
const STARTS = [1, 0.1, 0.3, 0.5]

/** No start came through: the model cannot be had for this series. */
export class NoOptimum extends Error {}

/**
 * augurs puts the features' columns in the order of a hash table, which is another one for each object, and the optimiser ends a
 * little elsewhere: so Stan is given them in an order of their own, and the answer is put back.
 */
export function inOneOrder(
  optimise: Optimise,
  seen: (fitted: Fitted) => void,
  trapped: () => void,
): Optimise {
  return (init, text, options) => {
    const data = JSON.parse(text) as StanData
    const order = data.sigmas.map((_, k) => k).sort((a, b) => compare(data, a, b))
    const ordered: StanData = {
      ...data,
      X: data.X.map(row => order.map(k => row[k] as number)),
      s_a: order.map(k => data.s_a[k] as number),
      s_m: order.map(k => data.s_m[k] as number),
      sigmas: order.map(k => data.sigmas[k] as number),
    }
    const found = fromStarts(
      start => optimise({ ...init, sigmaObs: start }, JSON.stringify(ordered), options),
      trapped,
    )
    const beta = new Float64Array(order.length)
    for (const [place, k] of order.entries()) beta[k] = found.params.beta[place] as number
    seen(found.params)
    return { ...found, params: { ...found.params, beta } }
  }
}

function fromStarts(run: (start: number) => { params: Fitted }, trapped: () => void): { params: Fitted } {
  for (const start of STARTS)
    try {
      return run(start)
    } catch (error) {
      const trap = error instanceof Error && error.name === 'RuntimeError'
      // What Stan itself says, that its search got no further, comes as an error with a payload; anything else is a fault of ours.
      if (!trap && !(error instanceof Error && 'payload' in error)) throw error
      if (trap) trapped()
    }
  throw new NoOptimum()
}

function compare({ X, s_m, sigmas }: StanData, a: number, b: number): number {
  const prior = (sigmas[a] as number) - (sigmas[b] as number) || (s_m[a] as number) - (s_m[b] as number)
  if (prior !== 0) return prior
  for (const row of X) {
    const difference = (row[a] as number) - (row[b] as number)
    if (difference !== 0) return difference
  }
  return 0
}
