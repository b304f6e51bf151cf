import { randomBytes } from 'node:crypto'
import { addMembers, customDimension } from '../../db/members.ts'
import { bumpRevision } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { writeSegments } from '../columnar/segments.ts'
import { random } from './random.ts'

/** An entry of a test's ledger; what is left out is nothing. Members by key, labels are the keys in capitals. */
export interface TestEntry {
  day: number
  amount: number
  baseAmount?: number | null
  members?: Record<string, string>
  description?: string
  reference?: string
  document?: string
  line?: number
}

/** Inserts entries as one batch, with dictionaries, texts and segments, as an import does. Answers their ids, in order. */
export function insertBatch(db: WritableDB, batchId: number, entries: readonly TestEntry[]): number[] {
  return db
    .transaction(() => {
      const first = (db.prepare('SELECT coalesce(max(id), 0) + 1 FROM entry').pluck().get() as number) ?? 1
      const ids = [...new Set(entries.flatMap(entry => Object.keys(entry.members ?? {})))]
      const ordinals = new Map(
        ids.map(id => {
          const keys = [...new Set(entries.map(entry => entry.members?.[id] ?? ''))]
          return [
            id,
            addMembers(
              db,
              id,
              keys.map(key => ({ key, label: key.toUpperCase() })),
            ),
          ]
        }),
      )
      const columns = ['id', 'batch_id', 'line', 'day', 'amount', 'base_amount', 'fingerprint', ...ids]
      const insert = db.prepare(
        `INSERT INTO entry (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      const text = db.prepare(
        'INSERT INTO entry_text (entry_id, description, reference, document) VALUES (?, ?, ?, ?)',
      )
      for (const [i, entry] of entries.entries()) {
        const base = entry.baseAmount === undefined ? entry.amount : entry.baseAmount
        const codes = ids.map(id => ordinals.get(id)?.get(entry.members?.[id] ?? '') ?? 0)
        insert.run(
          first + i,
          batchId,
          entry.line ?? i + 2,
          entry.day,
          entry.amount,
          base,
          randomBytes(16),
          ...codes,
        )
        text.run(first + i, entry.description ?? '', entry.reference ?? '', entry.document ?? '')
      }
      db.prepare(
        `INSERT INTO batch (id, file_id, file_name, format, mapping_id, loaded_at, read, loaded, duplicate, rejected,
           ignored, sums, fingerprint_version) VALUES (?, 1, 'test.csv', 'csv', 0, '2026-01-05T10:00:00Z', ?, ?, 0, 0, 0, '{}', 1)`,
      ).run(batchId, entries.length, entries.length)
      writeSegments(db, batchId)
      bumpRevision(db)
      return entries.map((_, i) => first + i)
    })
    .immediate()
}

/** A household's entries: two currencies, one of them partly without a rate, transfers, refunds, awkward names. */
export function householdEntries(seed: number, count: number): TestEntry[] {
  const next = random(seed)
  const payees = ['Co-op', 'café Zoë', 'Ω', '\u{1F600} shop', '\uFFEE odd', 'a', 'B', '', "O'Neil", 'rent']
  const categories = ['Food', 'Food: Out', 'Travel', 'Rent', '', 'Gifts', ' : odd']
  return Array.from({ length: count }, () => {
    const income = next() < 0.1
    const amount = Math.round((next() ** 3 * 300_000 + 1) * (income ? 1 : -1))
    const euro = next() < 0.2
    const flow = next() < 0.1 ? 'transfer' : income ? 'income' : 'expense'
    return {
      day: 19_000 + Math.floor(next() * 1100),
      amount,
      baseAmount: euro ? (next() < 0.3 ? null : Math.round(amount * 0.86)) : amount,
      members: {
        account: pick(next, ['Current', 'Savings', 'Card']),
        payee: pick(next, payees),
        category: pick(next, categories),
        currency: euro ? 'EUR' : 'GBP',
        scenario: 'Actual',
        flow,
        tags: pick(next, ['', '', '', 'holiday', 'holiday, work', 'work', 'a, work']),
      },
      description: `${pick(next, ['Lunch', 'Ticket', 'Kauf'])} ${Math.floor(next() * 50)}`,
    }
  })
}

/** A company's postings: accounts with types and levels, cost centres, many suppliers, amounts that pass 32 bits. */
export function companyEntries(seed: number, count: number): TestEntry[] {
  const next = random(seed)
  return Array.from({ length: count }, () => {
    const big = next() < 0.02
    const amount = Math.round((next() - 0.3) * (big ? 9e15 : 2e6))
    const account = Math.floor(next() * 40)
    return {
      day: 18_900 + Math.floor(next() * 1100),
      amount,
      members: {
        account: String(4000 + account),
        payee: `Supplier ${Math.floor(next() ** 2 * 400)}`,
        cost_centre: `CC${Math.floor(next() * 30)}`,
        directorate: `D${Math.floor(next() * 5)}`,
        category: pick(next, ['Agency', 'Energy', 'Repairs', '']),
        currency: 'GBP',
        scenario: next() < 0.2 ? 'Budget' : 'Actual',
        flow: account < 4 ? 'income' : account > 35 ? 'balance' : 'expense',
        custom_1: pick(next, ['x', 'y']),
      },
      description: `Invoice ${Math.floor(next() * 900)}`,
      document: `DOC${Math.floor(next() * 500)}`,
    }
  })
}

/** Gives the company's accounts their types and levels; the header "Batch code" becomes custom_1. */
export function describeAccounts(db: WritableDB): void {
  const accounts = db
    .prepare("SELECT ordinal, key FROM member WHERE dimension_id = 'account' ORDER BY ordinal")
    .all() as { ordinal: number; key: string }[]
  const insert = db.prepare(
    'INSERT OR REPLACE INTO account_detail (ordinal, type, level_1, level_2) VALUES (?, ?, ?, ?)',
  )
  for (const { ordinal, key } of accounts) {
    const number = Number(key) - 4000
    // One account is left undescribed: its derived members are "none".
    if (number === 7) continue
    insert.run(
      ordinal,
      number < 4 ? 'revenue' : number > 35 ? 'asset' : 'expense',
      number < 20 ? 'Running' : 'Capital',
      `Group ${number % 6}`,
    )
  }
}

/** Puts a category under another name than its own. */
export function groupCategory(db: WritableDB, key: string, group: string): void {
  db.prepare(
    `INSERT OR REPLACE INTO category_detail (ordinal, level_1)
     SELECT ordinal, ? FROM member WHERE dimension_id = 'category' AND key = ?`,
  ).run(group, key)
}

export function addCustomDimension(db: WritableDB): void {
  customDimension(db, 'Batch code')
}

function pick<T>(next: () => number, values: readonly T[]): T {
  return values[Math.floor(next() * values.length)] as T
}
