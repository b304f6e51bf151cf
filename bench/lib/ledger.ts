import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { toIsoDate } from '../../src/shared/calendar/day.ts'
import { toDecimal } from '../../src/shared/money/minor.ts'
import { random } from '../../src/main/engine/testing/random.ts'

/** Dimensions of the bench's ledger and how many members each has; with id, date, amount and reference, 25 columns. */
export const DIMENSIONS = {
  account: 400,
  category: 60,
  payee: 70_000,
  cost_centre: 300,
  department: 40,
  directorate: 8,
  entity: 6,
  region: 12,
  profit_centre: 80,
  functional_area: 30,
  company: 3,
  ledger: 2,
  fund: 25,
  business_unit: 20,
  project: 900,
  document_type: 12,
  scenario: 2,
  status: 4,
  flow: 2,
  currency: 1,
  user: 120,
} as const
export type DimensionName = keyof typeof DIMENSIONS
export const NAMES = Object.keys(DIMENSIONS) as DimensionName[]

export interface BenchLedger {
  rows: number
  days: Int32Array
  /** Pence. */
  amounts: Float64Array
  /** Ordinals from 1. */
  codes: Record<DimensionName, Uint32Array>
}

export const FIRST_DAY = 19_449 // 2023-04-02
const SPAN = 1_095

export function keyOf(name: DimensionName, code: number): string {
  if (name === 'flow') return code === 1 ? 'expense' : 'income'
  if (name === 'scenario') return code === 1 ? 'Actual' : 'Budget'
  if (name === 'currency') return 'GBP'
  return `${name} ${String(code).padStart(5, '0')}`
}

/** The same ledger for the same number of rows, everywhere: three years, skewed members, a long tail of amounts. */
export function makeLedger(rows: number, seed = 2): BenchLedger {
  const next = random(seed)
  const days = new Int32Array(rows)
  const amounts = new Float64Array(rows)
  const codes = Object.fromEntries(NAMES.map(name => [name, new Uint32Array(rows)])) as BenchLedger['codes']
  for (let i = 0; i < rows; i += 1) {
    // Files come roughly by date: within a few days of their place.
    days[i] = FIRST_DAY + Math.min(SPAN - 1, Math.floor((i / rows) * SPAN + next() * 5))
    const size = Math.exp(next() * 11 + next() * 2)
    amounts[i] = Math.round(size) * (next() < 0.08 ? -1 : 1)
    for (const name of NAMES) {
      const skewed = next() ** 2
      codes[name][i] = 1 + Math.floor(skewed * DIMENSIONS[name])
    }
    codes.flow[i] = next() < 0.93 ? 1 : 2
    codes.scenario[i] = next() < 0.9 ? 1 : 2
  }
  return { rows, days, amounts, codes }
}

/** The cache folder for bench data; git does not see it. */
export function cacheFolder(): string {
  const folder = join(import.meta.dirname, '..', '..', '.cache', 'bench')
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The ledger as CSV, made once: what the peers read. */
export async function csvOf(ledger: BenchLedger): Promise<string> {
  const path = join(cacheFolder(), `ledger-${ledger.rows}-v2.csv`)
  if (existsSync(path)) return path
  const out = createWriteStream(`${path}.part`)
  out.write(`id,date,amount,${NAMES.join(',')},reference\n`)
  const texts = NAMES.map(name =>
    Array.from({ length: DIMENSIONS[name] + 1 }, (_, code) => (code === 0 ? '' : keyOf(name, code))),
  )
  const dates = Array.from({ length: SPAN }, (_, i) => toIsoDate(FIRST_DAY + i))
  let piece = ''
  for (let i = 0; i < ledger.rows; i += 1) {
    const cells = NAMES.map((name, n) => texts[n]?.[ledger.codes[name][i] as number])
    piece += `${i + 1},${dates[(ledger.days[i] as number) - FIRST_DAY]},${toDecimal(ledger.amounts[i] as number)},${cells.join(',')},REF${i}\n`
    if (piece.length > 1_000_000) {
      if (!out.write(piece)) await once(out, 'drain')
      piece = ''
    }
  }
  out.end(piece)
  await once(out, 'finish')
  renameSync(`${path}.part`, path)
  return path
}
