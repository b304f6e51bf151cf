import { fiscalOf } from '../../../../../shared/calendar/grain.ts'
import type { Total } from '../../../../../shared/money/minor.ts'
import type { Check, CheckColumns, Outcome } from '../types.ts'

const SEPARATOR = '\u001f'

/** One document: a number in a company, a currency and a fiscal year. */
export interface Document {
  document: string
  company: string
  currency: string
  /** Minor units of its own currency. */
  sum: Total
  entries: number
  firstDay: number
  lastDay: number
  firstRow: number
}

/** What tells a document from others of its number, company and currency as codes, and the next of them (−1: none). */
interface Told {
  company: number
  currency: number
  year: number
  next: number
}

/**
 * Adds up documents. Numbers begin anew each fiscal year in many systems, so that a number in another year is another document; where
 * the years of a number balance only together, they are taken as one that was posted across the year's end.
 */
export class Documents {
  readonly all: Document[] = []
  /** The first document of a number; the others of that number follow it one by one. */
  readonly #places = new Map<string, number>()
  readonly #told: Told[] = []
  readonly #years = new Map<number, number>()
  readonly #columns: CheckColumns
  /** The document of each entry; −1 where it has none. */
  readonly of: Int32Array

  constructor(columns: CheckColumns) {
    this.#columns = columns
    this.of = new Int32Array(columns.count).fill(-1)
  }

  add(row: number, document: string): void {
    if (document === '') return
    const { days, amounts, dimensions } = this.#columns
    const company = dimensions['company']?.codes[row] ?? 0
    const currency = dimensions['currency']?.codes[row] ?? 0
    const day = days[row] as number
    const year = this.#year(day)
    // No key is put together for each entry: a number has one document, nearly always.
    let place = this.#places.get(document) ?? -1
    let last = -1
    while (place >= 0) {
      const told = this.#told[place] as Told
      if (told.company === company && told.currency === currency && told.year === year) break
      last = place
      place = told.next
    }
    if (place < 0) {
      place = this.all.length
      if (last < 0) this.#places.set(document, place)
      else (this.#told[last] as Told).next = place
      this.#told.push({ company, currency, year, next: -1 })
      this.all.push({
        document,
        company: dimensions['company']?.keys[company] ?? '',
        currency: dimensions['currency']?.keys[currency] ?? '',
        sum: 0,
        entries: 0,
        firstDay: day,
        lastDay: day,
        firstRow: row,
      })
    }
    const found = this.all[place] as Document
    found.sum = plus(found.sum, amounts[row] as number)
    found.entries += 1
    if (day < found.firstDay) found.firstDay = day
    if (day > found.lastDay) found.lastDay = day
    this.of[row] = place
  }

  /** By document: whether it balances. */
  balanced(): boolean[] {
    const across = new Map<string, Total>()
    const numberOf = (d: Document): string => [d.document, d.company, d.currency].join(SEPARATOR)
    for (const one of this.all)
      if (one.sum !== 0) across.set(numberOf(one), plus(across.get(numberOf(one)) ?? 0, one.sum))
    return this.all.map(one => one.sum === 0 || across.get(numberOf(one)) === 0)
  }

  #year(day: number): number {
    let year = this.#years.get(day)
    if (year === undefined) this.#years.set(day, (year = fiscalOf(day, this.#columns.fiscal).year))
    return year
  }
}

function plus(a: Total, b: Total): Total {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  const sum = BigInt(a) + BigInt(b)
  return sum >= Number.MIN_SAFE_INTEGER && sum <= Number.MAX_SAFE_INTEGER ? Number(sum) : sum
}

/** The entries of a document sum to nothing in their own currency. Entries without a document number are not checked. */
export function balanced(): Check {
  let documents: Documents
  return {
    dimensions: ['company', 'currency'],
    texts: ['document'],
    passes: 1,
    start(columns) {
      documents = new Documents(columns)
    },
    block(from, to, [texts = []]) {
      for (let row = from; row < to; row += 1) documents.add(row, texts[row - from] as string)
    },
    end(): Outcome {
      const good = documents.balanced()
      const failed = good.filter(one => !one).length
      const rows: number[] = []
      documents.of.forEach((place, row) => {
        if (place >= 0 && !good[place]) rows.push(row)
      })
      return {
        unit: 'documents',
        checked: good.length,
        failed,
        rows,
        unusual: failed * 2 > good.length,
        foundAt: row => String(documents.all[documents.of[row] as number]?.sum ?? ''),
      }
    },
  }
}
