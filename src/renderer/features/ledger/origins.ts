import type { EntryDetail } from '../../../shared/contract/ledger.ts'

/** A field of an entry: its value, and the column and the reading that it was made by. */
export interface FieldOrigin {
  field: string
  /** The source's own name, for what has no name of ours. */
  header: string
  /** '' where `figure` says which of the entry's figures it is. */
  value: string
  figure?: 'date' | 'amount' | 'period'
  column: string
  /** Undefined: given by Farthing, not read from the file. */
  transformation: string | undefined
}

type Field = EntryDetail['fields'][number]

/** All fields of an entry: those read from the file first, in the mapping's order; then those that Farthing gave. */
export function originsOf(entry: EntryDetail): FieldOrigin[] {
  const told = new Set<Field>()
  const known = (field: string, column: string): Field | undefined =>
    entry.fields.find(f =>
      field === 'custom' || field === 'text'
        ? f.label === column && f.field.startsWith(field)
        : f.field === field,
    )
  const read = entry.origin.lineage.map(({ field, column, transformation }): FieldOrigin => {
    const found = known(field, column)
    if (found) told.add(found)
    return {
      field,
      header: ['custom', 'text', 'ignore'].includes(field) ? column : '',
      ...(found ? { value: found.value } : own(entry, field)),
      column,
      transformation,
    }
  })
  const given = entry.fields
    .filter(field => !told.has(field))
    .map((field): FieldOrigin => ({
      field: field.field,
      header: /^(text|custom)/.test(field.field) ? field.label : '',
      value: field.value,
      column: '',
      transformation: undefined,
    }))
  return [...read, ...given]
}

/** What is the entry's own and no dimension. The amount stands beside the column, debit or credit, that it came from. */
function own(entry: EntryDetail, field: string): Pick<FieldOrigin, 'value' | 'figure'> {
  switch (field) {
    case 'date':
    case 'amount':
      return { value: '', figure: field }
    case 'debit':
      return entry.amount > 0 ? { value: '', figure: 'amount' } : { value: '' }
    case 'credit':
      return entry.amount < 0 ? { value: '', figure: 'amount' } : { value: '' }
    case 'period':
      return entry.postingPeriod ? { value: '', figure: 'period' } : { value: '' }
    case 'description':
    case 'reference':
    case 'document':
    case 'currency':
      return { value: entry[field] }
    default:
      return { value: field.endsWith('.code') ? (entry.codes?.[field.slice(0, -5)] ?? '') : '' }
  }
}
