import type { Steps } from '../population.ts'
import { normals, seeded } from '../random.ts'

/** Statistics of samples that do conform, each array ascending. */
export interface NullDistribution {
  mad: Float64Array
  chiSquare: Float64Array
}

/** From here on counts are drawn as the normal limit of the multinomial: the rarest cell expects 20 and more. */
const NORMAL_FROM = 5000

/** Draws `draws` samples of size n from the expected shares and keeps what MAD and χ² chance alone makes of them. The same for the same seed. */
export function nullDistribution(
  shares: Float64Array,
  n: number,
  draws: number,
  seed: number,
  steps: Steps,
): NullDistribution {
  const mad = new Float64Array(draws)
  const chiSquare = new Float64Array(draws)
  const observed = n < NORMAL_FROM ? multinomial(shares, n, seed) : normalLimit(shares, n, seed)
  for (let draw = 0; draw < draws; draw += 1) {
    if (draw % 64 === 0) steps.step(draw, draws)
    const deviations = observed()
    let sum = 0
    let squares = 0
    for (let i = 0; i < shares.length; i += 1) {
      const deviation = deviations[i] as number
      sum += Math.abs(deviation)
      squares += (deviation * deviation) / (shares[i] as number)
    }
    mad[draw] = sum / shares.length
    chiSquare[draw] = squares * n
  }
  return { mad: mad.sort(), chiSquare: chiSquare.sort() }
}

/** (1 + how many are as great) ÷ (1 + draws): never nought, and right at every n (Davison and Hinkley 1997, 4.2). */
export function simulatedP(sorted: Float64Array, value: number): number {
  // Sums in another order differ in the last bits: what is equal must count as equal.
  const least = value * (1 - 1e-9)
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < least) low = middle + 1
    else high = middle
  }
  return (1 + sorted.length - low) / (1 + sorted.length)
}

/** Observed less expected shares of n draws, one by one through Walker's alias table (1977). */
function multinomial(shares: Float64Array, n: number, seed: number): () => Float64Array {
  const random = seeded(seed)
  const { accept, alias } = aliasTable(shares)
  const deviations = new Float64Array(shares.length)
  return () => {
    deviations.fill(0)
    for (let k = 0; k < n; k += 1) {
      const at = random() * shares.length
      const cell = Math.floor(at)
      const drawn = at - cell < (accept[cell] as number) ? cell : (alias[cell] as number)
      deviations[drawn] = (deviations[drawn] as number) + 1
    }
    for (let i = 0; i < shares.length; i += 1)
      deviations[i] = (deviations[i] as number) / n - (shares[i] as number)
    return deviations
  }
}

function aliasTable(shares: Float64Array): { accept: Float64Array; alias: Int32Array } {
  const accept = shares.map(share => share * shares.length)
  const alias = Int32Array.from(shares, (_, i) => i)
  const under: number[] = []
  const over: number[] = []
  for (const [i, value] of accept.entries()) (value < 1 ? under : over).push(i)
  while (under.length > 0 && over.length > 0) {
    const low = under.pop() as number
    const high = over.at(-1) as number
    alias[low] = high
    accept[high] = (accept[high] as number) - 1 + (accept[low] as number)
    if ((accept[high] as number) < 1) under.push(over.pop() as number)
  }
  return { accept, alias }
}

/** √p·Z less p·Σ√p·Z has the multinomial's covariance, p on the diagonal less p·p'. */
function normalLimit(shares: Float64Array, n: number, seed: number): () => Float64Array {
  const normal = normals(seeded(seed))
  const roots = shares.map(Math.sqrt)
  const deviations = new Float64Array(shares.length)
  const scale = 1 / Math.sqrt(n)
  return () => {
    let sum = 0
    for (let i = 0; i < shares.length; i += 1) {
      deviations[i] = (roots[i] as number) * normal()
      sum += deviations[i] as number
    }
    for (let i = 0; i < shares.length; i += 1)
      deviations[i] = ((deviations[i] as number) - (shares[i] as number) * sum) * scale
    return deviations
  }
}
