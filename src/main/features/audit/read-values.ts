import { FailureError } from '../../../shared/result/failure.ts'
import { textColumn, type PlainTable } from '../../files/plain-table.ts'
import { readDecimal } from './checks/decimal.ts'
import { isBlank } from './table-population.ts'
import type { StoredWorkpaper } from './workpaper.ts'
import { say } from './messages.ts'

/** Audit values of a CSV (columns entry and audit, note where there is one) by item. Throws `bad-input` naming the line: none is entered then. */
export function readValues(
  table: PlainTable,
  { items, entries }: Pick<StoredWorkpaper, 'items' | 'entries'>,
): { item: number; audit: string; note?: string }[] {
  const itemOf = new Map(items.map(one => [entries.get(one.entry), one.sequence]))
  const [numbers, values] = [textColumn(table, 'entry'), textColumn(table, 'audit')]
  const notes = table.header.includes('note') ? textColumn(table, 'note') : undefined
  const seen = new Set<number>()
  return numbers.flatMap((cell, row) => {
    const value = (values[row] as string).trim()
    if (isBlank(value)) return []
    const refuse = (why: string): FailureError =>
      new FailureError('bad-input', say().line(table.name, table.lines[row], why))
    const item = itemOf.get(Number(cell.trim()))
    if (item === undefined) throw refuse(say().noneOfSample(cell.trim() || say().blank))
    if (seen.has(item)) throw refuse(say().entryTwice(cell.trim()))
    seen.add(item)
    const read = readDecimal(value)
    if (!read || read.places > 10 || read.digits.length > 15) throw refuse(say().noAmount(value.slice(0, 60)))
    return [
      { item, audit: plain(read), ...(notes && { note: (notes[row] as string).trim().slice(0, 4000) }) },
    ]
  })
}

/** 6e+05 as 600000, so that every value is kept in one form. */
function plain({ negative, digits, places }: { negative: boolean; digits: string; places: number }): string {
  const all = digits.padStart(places + 1, '0')
  const text = places === 0 ? all : `${all.slice(0, -places)}.${all.slice(-places)}`
  return negative && /[1-9]/.test(text) ? `-${text}` : text
}
