import type { Mapping, PreviewFile } from '../../../shared/contract/import.ts'

/** How a household's amounts were read that all have one sign: `column` is the amount's, by whose mapping they can be turned round. */
export interface Signs {
  column: number
  all: 'in' | 'out'
  turned: boolean
}

/**
 * A list of payments without a minus looks like one of income. Undefined where the file says itself which way money went: by both signs,
 * two columns, a column of sides, or its format.
 */
export function signsOf(preview: PreviewFile, mapping: Mapping): Signs | undefined {
  const has = (field: string): boolean => mapping.fields.some(f => f.field === field)
  const amount = mapping.fields.find(f => f.field === 'amount')
  if (mapping.profile !== 'personal' || !amount || has('sign') || has('balance')) return undefined
  if (mapping.format !== undefined && mapping.format !== 'xlsx') return undefined
  const amounts = preview.rows.flatMap(row => (row.outcome === 'load' && row.amount ? [row.amount] : []))
  const out = amounts.filter(text => text.startsWith('-')).length
  if (amounts.length < 2 || (out > 0 && out < amounts.length)) return undefined
  // A file of which every amount is written with a minus says it plainly.
  const turned = amount.negate ?? false
  if (out > 0 && !turned) return undefined
  return { column: amount.column, all: out > 0 ? 'out' : 'in', turned }
}
