import { readDecimal } from './checks/decimal.ts'

const PLAIN = /^\s*(?:[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?|NA)?\s*$/
const SIGNS = /^(?:[£€$¥]|[A-Z]{3}(?=[\s\d(-]))\s*|\s*(?:[£€$¥]|(?<=[\s\d)-])[A-Z]{3})$/gu
const GROUPED: Readonly<Record<string, RegExp>> = {
  ',': /^\d{1,3}(?:,\d{3})+$/,
  '.': /^\d{1,3}(?:\.\d{3})+$/,
}

/**
 * A column's amounts in one form: a full stop before the decimals, nothing between the thousands, a minus in front. "1,200.50", "1.200,50",
 * "(300.00)", "12.00-", "£12", "EUR 5" are read where the column as a whole leaves no doubt which sign is the decimal one. What cannot be
 * read stays as it is.
 */
export function plainAmounts(cells: readonly string[]): string[] {
  if (cells.every(cell => PLAIN.test(cell))) return [...cells]
  const bare = cells.map(bareOf)
  const decimal = decimalSignOf(bare.map(one => one.digits))
  return cells.map((cell, i) => {
    if (PLAIN.test(cell)) return decimal === ',' ? (read(bare[i] as Bare, decimal) ?? cell) : cell
    return (decimal && read(bare[i] as Bare, decimal)) ?? cell
  })
}

interface Bare {
  negative: boolean
  digits: string
}

/** Without currency, brackets and signs. */
function bareOf(cell: string): Bare {
  let text = cell.replaceAll(/[  ]/g, ' ').trim().replace(/[−–]/, '-').replaceAll(SIGNS, '').trim()
  const brackets = /^\((.*)\)$/.exec(text)
  if (brackets) text = (brackets[1] as string).trim()
  const minus = /^-|-$/.test(text)
  const digits = text
    .replace(/^[+-]\s*|\s*-$/g, '')
    .replaceAll(SIGNS, '')
    .replaceAll(/(?<=\d)[ '’](?=\d{3})/g, '')
  return { negative: minus !== (brackets !== null), digits }
}

/** The sign before the decimals, as the cells show it together; undefined where they contradict each other. */
function decimalSignOf(all: readonly string[]): '.' | ',' | undefined {
  let [dot, comma] = [false, false]
  for (const digits of all) {
    const [last] = /[.,](?=[^.,]*$)/.exec(digits) ?? []
    if (last === undefined) continue
    const other = last === '.' ? ',' : '.'
    // Both: the last one. One alone is decimal unless it may group thousands.
    const decides = digits.includes(other) || !GROUPED[last]?.test(digits)
    if (!decides) {
      // "1,234" groups; "1.234" is left to the others.
      if (last === ',' || digits.split('.').length > 2) {
        if (last === ',') dot = true
        else comma = true
      }
    } else if (last === '.') dot = true
    else comma = true
  }
  return dot && comma ? undefined : comma ? ',' : '.'
}

function read({ negative, digits }: Bare, decimal: '.' | ','): string | undefined {
  const [whole = '', fraction, ...more] = digits.split(decimal)
  if (more.length > 0) return undefined
  const group = decimal === '.' ? ',' : '.'
  if (whole.includes(group) && !GROUPED[group]?.test(whole)) return undefined
  const text = `${whole.replaceAll(group, '')}${fraction === undefined ? '' : `.${fraction}`}`
  const found = readDecimal(text)
  if (!found) return undefined
  return negative && found.digits !== '' ? `-${text}` : text
}
