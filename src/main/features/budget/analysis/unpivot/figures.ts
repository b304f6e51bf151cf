import { parseDecimal, type Minor } from '../../../../../shared/money/minor.ts'

export interface NumberStyle {
  decimal: '.' | ','
}

const SIGNS = /[\s\u00a0\u202f'$€£¥₪]|^(?:USD|EUR|GBP|CHF)|(?:USD|EUR|GBP|CHF)$/g

/** True where a cell is written as a figure: digits with signs, grouping and a currency's symbol. */
export const isFigure = (cell: string): boolean =>
  /\d/.test(cell) && /^[-+(]*\d[\d.,]*[)-]*$/.test(cell.replaceAll(SIGNS, ''))

/** How a table writes its decimals: judged from all of its figures, a full stop where nothing says otherwise. */
export function styleOf(cells: readonly string[]): NumberStyle {
  let comma = 0
  let point = 0
  for (const cell of cells) {
    const text = cell.replaceAll(SIGNS, '').replace(/[)-]+$/, '')
    if (/,\d{1,2}$/.test(text) || /\.\d{3},/.test(text) || /\.\d{3}\.\d{3}/.test(text)) comma += 1
    else if (/\.\d{1,2}$/.test(text) || /,\d{3}\./.test(text) || /,\d{3},\d{3}/.test(text)) point += 1
  }
  return { decimal: comma > point ? ',' : '.' }
}

/** A figure in minor units, digit by digit; undefined where it is none, or has more decimals than its currency. */
export function readFigure(cell: string, style: NumberStyle, exponent: number): Minor | undefined {
  let text = cell.replaceAll(SIGNS, '')
  const negative = /^\(.*\)$/.test(text) || text.startsWith('-') || text.endsWith('-')
  text = text.replaceAll(/[()]/g, '').replace(/^[+-]/, '').replace(/-$/, '')
  text = style.decimal === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
  return parseDecimal(`${negative ? '-' : ''}${text}`, exponent)
}
