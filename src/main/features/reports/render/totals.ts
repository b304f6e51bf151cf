import type { Block, Cell, ReportDocument } from '../../../../shared/report/document.ts'
import type { Formats } from '../format.ts'
import type { ReportTexts } from '../texts/index.ts'

/** A figure's value as the index prints it. */
export function figureValue({ value, unit }: ReportDocument['figures'][number], formats: Formats): string {
  if (value === null) return '–'
  const places = value.split('.')[1]?.length ?? 0
  if (unit === 'percent') return formats.percent(Number(value), places)
  if (unit === 'count') return formats.count(BigInt(value.split('.')[0] ?? '0'))
  if (unit === 'ratio') return formats.fixed(Number(value), places)
  return formats.decimal(value, unit)
}

/** The last row of the entries: sums of the columns that have one. */
export function totalsOf(
  block: Extract<Block, { kind: 'data' }>,
  currency: string,
  texts: ReportTexts,
): Cell[] {
  return block.columns.map((column, i): Cell => {
    const sum = block.sums[column.key]
    if (sum)
      return {
        kind: 'money',
        value: decimalToMinor(sum.value),
        currency,
        ...(sum.figure !== undefined && { figure: sum.figure }),
      }
    return { kind: 'text', text: i === 0 ? texts.common.total : '' }
  })
}

const decimalToMinor = (decimal: string): bigint => BigInt(decimal.replace('.', ''))
