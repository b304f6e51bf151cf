import type { Check, CheckColumns, Outcome } from '../types.ts'
import { isNumber, isText } from '../values.ts'

const SEPARATOR = '\u001f'

/**
 * No two entries have the same values in all of the fields. The first pass keeps a hash an entry, 8 bytes; the second compares the
 * values themselves where hashes meet, so that the answer is exact. All entries of a group of equals fail.
 */
export function unique({ fields }: { fields: readonly string[] }): Check {
  const texts = fields.filter(isText)
  const dimensions = fields.filter(field => !isText(field) && !isNumber(field))
  let columns: CheckColumns
  let hashes = new Float64Array()
  let repeated: Set<number> | undefined
  const groups = new Map<string, number[]>()
  let checked = 0

  const keyOf = (row: number, at: number, given: readonly (readonly string[])[]): string | undefined => {
    let blank = texts.length + dimensions.length > 0
    let key = ''
    let text = 0
    for (const field of fields) {
      let value: string | number
      if (isText(field)) {
        value = given[text]?.[at] ?? ''
        text += 1
      } else if (field === 'day') value = columns.days[row] as number
      else if (field === 'amount') value = columns.amounts[row] as number
      else if (field === 'base_amount') value = columns.baseAmounts[row] as number
      else value = columns.dimensions[field]?.codes[row] ?? 0
      if (!isNumber(field) && value !== '' && value !== 0) blank = false
      key += value + SEPARATOR
    }
    return blank ? undefined : key
  }

  return {
    dimensions,
    texts,
    passes: 2,
    start(given) {
      columns = given
      hashes = new Float64Array(given.count)
    },
    block(from, to, given) {
      for (let row = from; row < to; row += 1) {
        if (repeated && !repeated.has(hashes[row] as number)) continue
        const key = keyOf(row, row - from, given)
        if (key === undefined) {
          hashes[row] = Number.NaN
          continue
        }
        if (!repeated) {
          checked += 1
          hashes[row] = hashOf(key)
          continue
        }
        const group = groups.get(key)
        if (group) group.push(row)
        else groups.set(key, [row])
      }
    },
    again() {
      const sorted = hashes.toSorted()
      repeated = new Set()
      for (let i = 1; i < sorted.length; i += 1)
        if (sorted[i] === sorted[i - 1]) repeated.add(sorted[i] as number)
    },
    end(): Outcome {
      const rows = [...groups.values()].filter(group => group.length > 1).flat()
      return { unit: 'entries', checked, failed: rows.length, rows: rows.toSorted((a, b) => a - b) }
    },
  }
}

/** 53 bits of a text: two 32-bit FNV-1a hashes of different beginnings, mixed at the end. */
function hashOf(text: string): number {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ (code + 0x9e37), 0x85ebca6b)
  }
  a ^= a >>> 16
  b ^= b >>> 15
  return (b & 0x1fffff) * 2 ** 32 + (a >>> 0)
}
