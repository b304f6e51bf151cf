import { random } from '../src/main/engine/testing/random.ts'
import { contributions } from '../src/main/features/root-cause/analysis/contributions/contributions.ts'
import { explain } from '../src/main/features/root-cause/analysis/explain.ts'
import { leavesOf } from '../src/main/features/root-cause/analysis/riskloc/leaves.ts'
import { riskloc, RISKLOC_DEFAULTS } from '../src/main/features/root-cause/analysis/riskloc/riskloc.ts'
import {
  add,
  minus,
  type TwoPeriods,
} from '../src/main/features/root-cause/analysis/two-periods/two-periods.ts'
import { company } from './lib/company-change.ts'
import { plantedCase, type PlantedCase, type Shape } from './lib/planted.ts'
import { report, round } from './lib/report.ts'
import { publishedRiskloc } from './lib/riskloc-published.ts'

/** `accuracy-root-cause [cases]`: residuals of random periods, planted causes found, the sample company's drivers, processor time. */
const CASES = Number(process.argv[3] ?? 25)
const F1_BAR = 0.9
const SMALL_BAR_MS = 250
const LARGE_BAR_MS = 3_000
const watch = { cancelled: () => false, progress: () => undefined }

const residuals = randomPairs(1_000)
const planted = plantedTable()
const drivers = companyDrivers()
const small = cpuOf({
  sizes: [20, 12, 10, 5, 4],
  rows: 1,
  noise: 'values',
  spread: 0.2,
  causes: 2,
  layers: 2,
})
const large = cpuOf({ sizes: [100, 50, 20, 10], rows: 1, noise: 'values', spread: 0.2, causes: 2, layers: 2 })
const byLayers = [1, 2, 3].map(layers => ({ layers, ...f1Of(planted.filter(row => row.layers === layers)) }))
report(
  'accuracy-root-cause',
  residuals.worst === '0' &&
    byLayers.every(row => (row.f1 ?? 0) >= F1_BAR) &&
    small.cpuMs <= SMALL_BAR_MS &&
    large.cpuMs <= LARGE_BAR_MS,
  {
    residuals,
    planted: { byLayers, published: f1Of(planted, 'published'), all: f1Of(planted), table: planted },
    sampleCompany: drivers,
    speed: { small, large },
    bar: { residual: '0', f1: F1_BAR, cpuMs48k: SMALL_BAR_MS, cpuMs1M: LARGE_BAR_MS },
  },
)

/** Two random periods of a random ledger: every dimension's contributions must sum to the change to the minor unit. */
function randomPairs(pairs: number): { pairs: number; worst: string; rows: number } {
  let worst = 0n
  let rows = 0
  for (let pair = 1; pair <= pairs; pair += 1) {
    const next = random(pair)
    const count = 1 + Math.floor(next() * 400)
    const table: TwoPeriods = {
      count,
      side: Uint8Array.from({ length: count }, () => Math.floor(next() * 2)),
      // From pence to amounts of which two no longer fit a float.
      amounts: Float64Array.from({ length: count }, () =>
        Math.round((next() - 0.5) * 10 ** (2 + next() * 13.9)),
      ),
      factors: ['a', 'b', 'c', 'd', 'e'].map(id => {
        const size = 1 + Math.floor(next() ** 2 * 300)
        return {
          id,
          keys: Array.from({ length: size }, (_, c) => `${id}${c}`),
          codes: Int32Array.from({ length: count }, () => Math.floor(next() * size)),
        }
      }),
    }
    let exact = 0n
    for (let i = 0; i < count; i += 1)
      exact += BigInt(table.amounts[i] as number) * (table.side[i] === 1 ? 1n : -1n)
    const change = contributions(table)
    const sums = change.dimensions.map(d => add(...d.members.map(m => m.delta)))
    for (const sum of [change.delta, minus(change.after, change.before), ...sums]) {
      const off = BigInt(sum) - exact
      if ((off < 0n ? -off : off) > worst) worst = off < 0n ? -off : off
    }
    rows += count
  }
  return { pairs, worst: worst.toString(), rows }
}

interface Row {
  kind: string
  layers: number
  planted: number
  ours: Score
  published: Score
}
interface Score {
  hits: number
  wrong: number
  missed: number
  f1: number | undefined
}

function plantedTable(): Row[] {
  const shapes: [string, Omit<Shape, 'causes' | 'layers'>][] = [
    ['figures ± 10 %, 4 dimensions', { sizes: [10, 12, 8, 10], rows: 1, noise: 'values', spread: 0.1 }],
    ['figures ± 30 %, 5 dimensions', { sizes: [10, 24, 4, 15, 3], rows: 1, noise: 'values', spread: 0.3 }],
    [
      'invoices, 60 a combination, 3 dimensions',
      { sizes: [8, 10, 6], rows: 60, noise: 'invoices', spread: 0.6 },
    ],
    [
      'invoices, 3 a combination, 4 dimensions',
      { sizes: [6, 10, 12, 5], rows: 3, noise: 'invoices', spread: 0.3 },
    ],
  ]
  const rows: Row[] = []
  for (const [kind, shape] of shapes)
    for (const layers of [1, 2, 3])
      for (const causes of [1, 2, 3]) {
        const cases = Array.from({ length: CASES }, (_, s) =>
          plantedCase(kind, { ...shape, layers, causes }, (s + 1) * 7919 + layers * 131 + causes),
        ).filter(one => one.planted.length > 0)
        if (cases.length === 0) continue
        const score = (finder: (one: PlantedCase) => string[]): Score => scoreOf(cases, finder)
        rows.push({
          kind,
          layers,
          planted: causes,
          ours: score(one => explainedBy(one.table)),
          published: score(one => {
            const leaves = leavesOf(one.table)
            return publishedRiskloc(leaves).map(cause => nameOf(one.table, cause))
          }),
        })
      }
  return rows
}

function nameOf({ factors }: TwoPeriods, cause: { factors: readonly number[]; codes: number[] }): string {
  return cause.factors
    .map((f, k) => `${factors[f]?.id}=${factors[f]?.keys[cause.codes[k] as number]}`)
    .sort()
    .join(' & ')
}

/** What the product answers, the fallback included. */
function explainedBy(table: TwoPeriods): string[] {
  return (explain(table, RISKLOC_DEFAULTS, watch)?.causes ?? []).map(({ members }) =>
    Object.entries(members)
      .map(([id, key]) => `${id}=${key}`)
      .sort()
      .join(' & '),
  )
}

function scoreOf(cases: readonly PlantedCase[], finder: (one: PlantedCase) => string[]): Score {
  const score = { hits: 0, wrong: 0, missed: 0 }
  for (const one of cases) {
    const wanted = one.planted.map(p =>
      Object.entries(p)
        .map(([id, key]) => `${id}=${key}`)
        .sort()
        .join(' & '),
    )
    const found = finder(one)
    const hits = wanted.filter(name => found.includes(name)).length
    score.hits += hits
    score.wrong += found.length - hits
    score.missed += wanted.length - hits
  }
  return { ...score, f1: f1(score) }
}

function f1({ hits, wrong, missed }: { hits: number; wrong: number; missed: number }): number {
  return round((2 * hits) / (2 * hits + wrong + missed), 3)
}

function f1Of(rows: readonly Row[], of: 'ours' | 'published' = 'ours'): Score {
  const sum = { hits: 0, wrong: 0, missed: 0 }
  for (const row of rows) for (const key of ['hits', 'wrong', 'missed'] as const) sum[key] += row[of][key]
  return { ...sum, f1: f1(sum) }
}

/** Each driver's days against the same days a year before. No bar: what is within a supplier's usual ups and downs cannot be told from them. */
function companyDrivers() {
  const { drivers, change } = company()
  const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  return drivers.map(driver => {
    const table = change(
      { from: yearBefore(driver.from), to: yearBefore(driver.to) },
      { from: driver.from, to: driver.to },
    )
    const found = explain(table, RISKLOC_DEFAULTS, watch)
    const wanted = { account: driver.account, cost_centre: driver.costCentre, payee: driver.supplier }
    const rowsOf = (members: Record<string, string | undefined>): Set<number> =>
      new Set(
        Array.from(table.side.keys()).filter(i =>
          table.factors.every(
            ({ id, keys, codes }) => (members[id] ?? keys[codes[i] as number]) === keys[codes[i] as number],
          ),
        ),
      )
    // A supplier of one account only is the same rows with and without the account: nobody could tell which of the two was meant.
    const wantedRows = rowsOf(wanted)
    const matches = (members: Record<string, string>): boolean => {
      const rows = rowsOf(members)
      return rows.size === wantedRows.size && [...rows].every(i => wantedRows.has(i))
    }
    return {
      driver: driver.statement,
      effect: driver.effect,
      change: Number(found?.delta ?? 0),
      found: found?.causes.some(cause => matches(cause.members)) ?? false,
      moved:
        found?.reclassified.some(one => one.dimension === 'account' && one.from === driver.account) ?? false,
      causes: found?.causes.map(cause => ({ members: cause.members, delta: Number(cause.delta) })),
    }
  })
}

function cpuOf(shape: Shape): { leaves: number; cpuMs: number; causes: number } {
  const { table } = plantedCase('speed', shape, 11)
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage()
    const leaves = leavesOf(table)
    const found = riskloc(leaves, RISKLOC_DEFAULTS, watch)
    const { user, system } = process.cpuUsage(start)
    return { leaves: leaves.count, cpuMs: round((user + system) / 1000), causes: found?.causes.length ?? 0 }
  })
  return times.sort((a, b) => a.cpuMs - b.cpuMs)[2] as (typeof times)[number]
}
