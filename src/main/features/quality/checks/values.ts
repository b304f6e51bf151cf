import { TEXT_FIELDS, type TextField } from '../../../../shared/contract/quality.ts'
import type { Check, CheckColumns, Outcome } from './types.ts'

export const isText = (field: string): field is TextField =>
  (TEXT_FIELDS as readonly string[]).includes(field)

/** Fields that are neither texts nor dimensions. */
export const NUMBERS = ['day', 'amount', 'base_amount'] as const
export const isNumber = (field: string): boolean => (NUMBERS as readonly string[]).includes(field)

/**
 * A check of one field's values, each on its own. Of a dimension each member is judged once. `judge` answers undefined for a value
 * that is not checked: what is missing is the business of `not-null`.
 */
export function valueCheck(field: string, judge: (value: string) => boolean | undefined): Check {
  const text = isText(field)
  const rows: number[] = []
  let checked = 0
  let codes: Int32Array | undefined
  let verdicts: (boolean | undefined)[] = []
  const take = (row: number, good: boolean | undefined): void => {
    if (good === undefined) return
    checked += 1
    if (!good) rows.push(row)
  }
  return {
    dimensions: text ? [] : [field],
    texts: text ? [field] : [],
    passes: 1,
    start({ dimensions }: CheckColumns) {
      const own = dimensions[field]
      codes = own?.codes
      verdicts = own?.keys.map(key => judge(key)) ?? []
    },
    block(from, to, texts) {
      const [own] = texts
      for (let row = from; row < to; row += 1)
        take(row, own ? judge(own[row - from] as string) : verdicts[codes?.[row] ?? 0])
    },
    end: (): Outcome => ({ unit: 'entries', checked, failed: rows.length, rows }),
  }
}

/** A check of each entry's numbers. */
export function numberCheck(good: (row: number, columns: CheckColumns) => boolean | undefined): Check {
  const rows: number[] = []
  let checked = 0
  let columns: CheckColumns
  return {
    dimensions: [],
    texts: [],
    passes: 1,
    start(given) {
      columns = given
    },
    block(from, to) {
      for (let row = from; row < to; row += 1) {
        const verdict = good(row, columns)
        if (verdict === undefined) continue
        checked += 1
        if (!verdict) rows.push(row)
      }
    },
    end: (): Outcome => ({ unit: 'entries', checked, failed: rows.length, rows }),
  }
}
