import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { benford, DRAWS } from '../src/main/features/audit/checks/benford/benford.ts'
import { expectedShares, type Digits } from '../src/main/features/audit/checks/benford/digits.ts'
import { nullDistribution, simulatedP } from '../src/main/features/audit/checks/benford/null-distribution.ts'
import { roundedTo, unitsOf } from '../src/main/features/audit/checks/decimal.ts'
import type { Population } from '../src/main/features/audit/checks/population.ts'
import { seeded } from '../src/main/features/audit/checks/random.ts'
import { evaluateSample } from '../src/main/features/audit/checks/sample/evaluate.ts'
import { intervalOf, selectMonetaryUnits } from '../src/main/features/audit/checks/sample/select.ts'
import { SHARED } from './lib/adbench.ts'
import { report, round } from './lib/report.ts'

const BARS = { falseAlarms: 0.06, coverage: 0.95 }
/** So many that the rate is known to less than a quarter of a percent. */
const samplesOf = (n: number): number => (n > 3000 ? 8000 : 20_000)
const SEEDS = 1000
const still = { step: () => undefined }
/** Every size from which something is said, up to where the normal limit draws. */
const SIZES: readonly [Digits, readonly number[]][] = [
  ['first', [50, 100, 300, 1000, 3000, 10_000]],
  ['second', [50, 100, 300, 1000, 3000, 10_000]],
  ['first-two', [50, 100, 300, 1000, 3000, 10_000]],
  ['last-two', [50, 100, 300, 1000, 3000, 10_000]],
]
/** Nigrini's bound of nonconformity and the least n at which it is said (checks/benford). */
const NONCONFORMITY: Partial<Record<Digits, { bound: number; least: number }>> = {
  first: { bound: 0.015, least: 1000 },
  second: { bound: 0.012, least: 1000 },
  'first-two': { bound: 0.0022, least: 3000 },
}

const folder = join(SHARED, 'ledger')
if (!existsSync(folder)) report('accuracy-audit', false, { reason: 'shared/data is not beside the project' })
else {
  const alarms = SIZES.flatMap(([digits, sizes]) => sizes.map(n => falseAlarms(digits, n)))
  const coverage = coverages()
  const published = corporatePayments()
  const verdict =
    alarms.every(one => one.differs <= BARS.falseAlarms && (one.nonconformity ?? 0) <= BARS.falseAlarms) &&
    coverage.every(one => one.over >= BARS.coverage && one.under >= BARS.coverage) &&
    published.every(one => one.agrees)
  report('accuracy-audit', verdict, {
    bars: BARS,
    seeds: SEEDS,
    alarms,
    coverage,
    published,
  })
}

/** Conforming samples, judged as the program does: what is called different is a false alarm. */
function falseAlarms(digits: Digits, n: number) {
  const shares = expectedShares(digits)
  const byChance = nullDistribution(shares, n, DRAWS, 1, still).mad
  const random = seeded(4001 + n)
  let sum = 0
  const ends = Float64Array.from(shares, share => (sum += share))
  const named = NONCONFORMITY[digits]
  let [differs, nonconformity] = [0, 0]
  const samples = samplesOf(n)
  for (let sample = 0; sample < samples; sample += 1) {
    const counts = new Float64Array(shares.length)
    for (let i = 0; i < n; i += 1) {
      const cell = cellOf(ends, random())
      counts[cell] = (counts[cell] as number) + 1
    }
    const mad =
      counts.reduce((all, count, i) => all + Math.abs(count / n - (shares[i] as number)), 0) / shares.length
    if (simulatedP(byChance, mad) <= 0.05) differs += 1
    if (named && n >= named.least && mad > named.bound) nonconformity += 1
  }
  return {
    digits,
    n,
    differs: round(differs / samples, 4),
    ...(named && n >= named.least && { nonconformity: round(nonconformity / samples, 4) }),
  }
}

function cellOf(ends: Float64Array, at: number): number {
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low
}

interface Audited {
  name: string
  book: number[]
  audit: number[]
}

/** jfa's audit populations. Where audit values are not known for all (sinoForest) overstatements are planted by a seed, so that the truth is. */
function populations(): Audited[] {
  const cells = (file: string): string[][] =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map(line => line.split(','))
  const units = (text: string): number => roundedTo(text, 2) ?? 0
  const buildIt = cells('jfa_BuildIt.csv')
  const allowances = cells('jfa_allowances.csv').filter(row => row[3] !== 'NA' && units(row[2] as string) > 0)
  const sino = cells('jfa_sinoForest.csv').map(row => units(row[0] as string))
  const planted = [0.01, 0.05, 0.15].map(share => {
    const random = seeded(Math.round(share * 1000))
    const audit = sino.map(book => (random() < share ? Math.round(book * random()) : book))
    return { name: `sinoForest, ${share * 100} % overstated`, book: sino, audit }
  })
  return [
    {
      name: 'BuildIt',
      book: buildIt.map(row => units(row[1] as string)),
      audit: buildIt.map(row => units(row[2] as string)),
    },
    {
      name: 'allowances, examined items',
      book: allowances.map(row => units(row[2] as string)),
      audit: allowances.map(row => units(row[3] as string)),
    },
    ...planted,
  ]
}

/** Of seeded samples, the share whose upper bounds reach the true over- and understatement. */
function coverages() {
  return populations().flatMap(({ name, book, audit }) => {
    const population: Population = { count: book.length, places: 2, amounts: Float64Array.from(book) }
    const total = book.reduce((sum, value) => sum + Math.max(0, value), 0)
    const off = book.map((value, i) => value - (audit[i] as number))
    const over = off.reduce((sum, value) => sum + Math.max(0, value), 0)
    const under = off.reduce((sum, value) => sum + Math.max(0, -value), 0)
    return [0.0025, 0.01].map(part => {
      const interval = intervalOf(Math.round(total * part), 95)
      let [reached, reachedUnder, items] = [0, 0, 0]
      for (let seed = 1; seed <= SEEDS; seed += 1) {
        const drawn = selectMonetaryUnits(population, { interval, seed }, still).items
        const values = drawn.map(one => ({ ...one, audit: audit[one.row] as number }))
        const found = evaluateSample(values, 0, { interval, confidence: 95 })
        items += drawn.length
        if ((found.upper as number) >= over) reached += 1
        if ((found.upperUnder as number) >= under) reachedUnder += 1
      }
      return {
        population: name,
        materiality: `${round(part * 100)} %`,
        items: Math.round(items / SEEDS),
        misstated: round(over / total, 4),
        over: round(reached / SEEDS, 4),
        under: round(reachedUnder / SEEDS, 4),
      }
    })
  })
}

/**
 * The corporate payments of 2010. Published: R's benford.analysis in its README on all positive amounts (185,083, χ² 32,094, MAD
 * 0.002336614, greatest difference 5,938.25 at 50), Nigrini's book on those of 10 and more (177,763).
 */
function corporatePayments() {
  const lines = gunzipSync(readFileSync(join(folder, 'nigrini_corporate_payment_2010.csv.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
  const cents = lines.map(line => unitsOf(line.split(',').at(-1) as string, 2) as number)
  const of = (amounts: number[], places: number) =>
    benford(
      { count: amounts.length, places, amounts: Float64Array.from(amounts) },
      { digits: 'first-two', sign: 'positive', seed: 1 },
      still,
    )
  // A thousand times as much has the same digits, and none is below ten.
  const all = of(
    cents.map(value => value * 1000),
    0,
  )
  const fifty = all.counts.find(one => one.digits === 50)
  const compared = [
    { figure: 'amounts above nought', ours: all.n, published: 185_083 },
    { figure: 'χ², first two digits', ours: Math.round(all.chiSquare?.value ?? 0), published: 32_094 },
    { figure: 'MAD, first two digits', ours: round(all.mad?.value ?? 0, 9), published: 0.002336614 },
    {
      figure: 'difference at 50',
      ours: round((fifty?.count ?? 0) - all.n * (fifty?.expected ?? 0), 2),
      published: 5938.25,
    },
    { figure: 'amounts of 10 and more', ours: of(cents, 2).n, published: 177_763 },
  ]
  // Only its χ² is seven off 32,101, which NumPy gives as well, on counts whose MAD agrees to the last place.
  return compared.map(one => ({ ...one, agrees: Math.abs(one.ours / one.published - 1) < 0.0005 }))
}
