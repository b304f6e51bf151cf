import { createConverter, setRates } from '../../src/main/db/rates.ts'
import { createTestWorkspace } from '../../src/main/db/testing.ts'
import { createEngine } from '../../src/main/engine/index.ts'
import { insertBatch, type TestEntry } from '../../src/main/engine/testing/ledger.ts'
import { createImportBench } from '../../src/main/features/import/testing.ts'
import { ledgerWrites } from '../../src/main/features/ledger/writes.ts'
import { allocate } from '../../src/shared/money/allocate.ts'
import { minor, parseDecimal, toDecimal } from '../../src/shared/money/minor.ts'
import { QuerySchema } from '../../src/shared/query/query.ts'
import { mulberry32, type Uniform } from '../../src/shared/stats/random.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeStatements } from './home.ts'
import type { Harness } from './outcome.ts'

/** Money that is split, transferred, converted, rolled up or imported is neither made nor lost: each case against whole-number arithmetic. */
export const harness: Harness = {
  usual: 100_000,
  async run(runs, seed) {
    const random = mulberry32(seed)
    const failures: string[] = []
    const figures: Record<string, number> = {}
    // Of a hundred cases: what is checked without a ledger is the cheapest, and there is the most of it.
    const share = (percent: number): number => Math.max(1, Math.round((runs * percent) / 100))
    figures['shares'] = shares(share(35), random, failures)
    figures['conversions'] = conversions(share(35), random, failures)
    figures['rolled up'] = rollups(share(15), random, failures)
    figures['splits and transfers'] = changes(Math.min(share(5), 1500), random, failures)
    const done = Object.values(figures).reduce((all, n) => all + n, 0)
    figures['imported rows'] = await imports(Math.max(100, runs - done), failures)
    return {
      runs: Object.values(figures).reduce((all, n) => all + n, 0),
      failures,
      bar: '0 failures',
      figures,
    }
  },
}

/** Of every size, with more of the awkward: nought, one, the largest. */
function amountOf(random: Uniform, most = Number.MAX_SAFE_INTEGER): number {
  const kind = random()
  const size = kind < 0.05 ? 0 : kind < 0.1 ? 1 : kind < 0.15 ? most : Math.floor(most ** random())
  return random() < 0.5 ? -size : size
}

function shares(cases: number, random: Uniform, failures: string[]): number {
  for (let i = 0; i < cases; i += 1) {
    const amount = amountOf(random)
    const weights = Array.from({ length: 1 + Math.floor(random() * 12) }, () => Math.floor(random() * 1e6))
    weights[0] = (weights[0] as number) + 1
    const parts = allocate(minor(amount), weights)
    const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
    const sum = parts.reduce((total, part) => total + BigInt(part), 0n)
    const off = parts.some((part, j) => {
      const exact = BigInt(amount) * BigInt(weights[j] as number)
      const apart = BigInt(part) * all - exact
      return apart >= all || apart <= -all
    })
    if (sum !== BigInt(amount) || off) failures.push(`${amount} by ${weights.join(',')}: ${parts.join(',')}`)
    if (parseDecimal(toDecimal(amount), 2) !== amount) failures.push(`${amount} as ${toDecimal(amount)}`)
  }
  return cases
}

function conversions(cases: number, random: Uniform, failures: string[]): number {
  const workspace = createTestWorkspace({ baseCurrency: 'EUR' })
  try {
    const DAYS = 40
    const rates = ['USD', 'JPY', 'KWD'].flatMap(currency =>
      Array.from({ length: DAYS }, (_, day) => ({
        currency,
        day: 20_000 + day * 3,
        rate: `${Math.floor(random() * 200)}.${String(1 + Math.floor(random() * 99_998)).padStart(5, '0')}`,
        source: 'test',
      })),
    )
    workspace.db.transaction(() => setRates(workspace.db, rates)).immediate()
    const convert = createConverter(workspace.db, 'EUR')
    const places = { USD: 2n, JPY: 0n, KWD: 3n }
    for (let i = 0; i < cases; i += 1) {
      const currency = (['USD', 'JPY', 'KWD'] as const)[i % 3] as 'USD' | 'JPY' | 'KWD'
      const amount = amountOf(random, 1e12)
      const day = 20_000 + Math.floor(random() * DAYS * 3)
      const rate = rates.findLast(one => one.currency === currency && one.day <= day)
      const found = convert(amount, currency, day)
      // Exactly: |found × rate × 10^places − amount × 100| ≤ half of rate × 10^places, with the rate as a fraction of 10^5.
      const over = BigInt((rate?.rate ?? '').replace('.', ''))
      const scale = over * 10n ** (places[currency] as bigint)
      const apart = BigInt(found ?? 0) * scale - BigInt(amount) * 100n * 100_000n
      if (found === null || 2n * (apart < 0n ? -apart : apart) > scale) failures.push(`${amount} ${currency} on day ${day}: ${String(found)}`) // prettier-ignore
      if (found !== null && convert(-amount, currency, day) !== 0 - found) failures.push(`${-amount} ${currency} is not the opposite`) // prettier-ignore
    }
    return cases
  } finally {
    workspace.close()
  }
}

/** Each cell of a breakdown against a plain sum of its entries, and the cells against the whole. */
function rollups(cases: number, random: Uniform, failures: string[]): number {
  let done = 0
  while (done < cases) {
    const workspace = createTestWorkspace()
    try {
      const entries: TestEntry[] = Array.from({ length: Math.min(4000, cases - done) }, () => ({
        day: 19_000 + Math.floor(random() * 800),
        amount: amountOf(random, 1e13),
        members: { category: `c${Math.floor(random() * 200)}`, payee: `p${Math.floor(random() * 30)}` },
      }))
      insertBatch(workspace.db, 1, entries)
      const query = QuerySchema.parse({ measures: [{ op: 'sum' }, { op: 'count' }], groupBy: [{ dimension: 'category' }] }) // prettier-ignore
      const plain = new Map<string, bigint>()
      for (const { members, amount } of entries)
        plain.set(
          members?.['category'] ?? '',
          (plain.get(members?.['category'] ?? '') ?? 0n) + BigInt(amount),
        )
      for (const engine of ['columnar', 'sqlite'] as const) {
        const { rows } = createEngine(workspace.db).query({ query, engine })
        const wrong = rows.filter(([key, sum]) => plain.get(String(key)) !== BigInt(sum as number))
        if (wrong.length > 0 || rows.length !== plain.size) failures.push(`${engine}: ${wrong.length} cells are not their entries' sums`) // prettier-ignore
      }
      done += entries.length
    } finally {
      workspace.close()
    }
  }
  return done
}

/** Splits, joins and transfers (a category for both ends) leave every sum as it was. */
function changes(cases: number, random: Uniform, failures: string[]): number {
  const workspace = createTestWorkspace()
  try {
    const { db } = workspace
    const entries = Array.from({ length: cases }, () => ({
      day: 20_000,
      amount: amountOf(random, 1e12) || 7,
    }))
    const ids = insertBatch(db, 1, entries)
    const sum = (): bigint =>
      db.prepare('SELECT sum(amount) FROM entry').pluck().safeIntegers().get() as bigint
    const whole = sum()
    const writes = ledgerWrites(db)
    for (const [i, id] of ids.entries()) {
      const amount = entries[i]?.amount ?? 0
      const parts = allocate(minor(amount), [1 + Math.floor(random() * 9), 1 + Math.floor(random() * 9)])
      if (i % 4 === 3) writes.ledgerEdit({ ids: [id], set: { members: { category: 'Transfers' } } })
      else if (parts.every(part => part !== 0)) writes.ledgerSplit({ id, parts: parts.map(part => ({ amount: part })) }) // prettier-ignore
      if (i % 8 === 5 && parts.every(part => part !== 0)) writes.ledgerJoin({ id })
      if (i % 50 === 49 && sum() !== whole)
        failures.push(`after ${i + 1} changes the ledger's sum is another`)
    }
    if (sum() !== whole) failures.push('the ledger’s sum is another')
    return cases
  } finally {
    workspace.close()
  }
}

/** What the files sum to is what the ledger grew by. */
async function imports(rows: number, failures: string[]): Promise<number> {
  const FILES = 4
  const bench = createImportBench()
  const folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
  try {
    let expected = 0
    for (const { path, sum } of writeStatements(folder, FILES, Math.ceil(rows / FILES))) {
      // oxlint-disable-next-line no-await-in-loop -- one import after another
      const made = await bench.commit(path, { duplicates: 'load' })
      if (!made.ok) failures.push(made.failure.message)
      else if (made.value.counts.read !== made.value.counts.loaded) failures.push(`${path}: ${JSON.stringify(made.value.counts)}`) // prettier-ignore
      expected += sum
      const found = bench.workspace.db.prepare('SELECT sum(amount) FROM entry').pluck().get()
      if (found !== expected) failures.push(`the files sum to ${expected}, the ledger to ${String(found)}`)
    }
    return Math.ceil(rows / FILES) * FILES
  } finally {
    await bench.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
