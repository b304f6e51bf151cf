import type { FieldMapping } from '../../../shared/contract/import.ts'
import { BUILT_IN_DIMENSIONS, type Profile } from '../../../shared/query/dimensions.ts'

const ENTRY_FIELDS = [
  'date',
  'period',
  'amount',
  'debit',
  'credit',
  'sign',
  'fee',
  'booked',
  'currency',
  'balance',
  'description',
  'reference',
  'document',
  'note',
] as const
const REST = ['custom', 'text', 'ignore'] as const

export interface FieldGroup {
  id: 'entry' | 'dimension' | 'code' | 'rest'
  fields: readonly string[]
}

/** What a column can become, in a profile. `also`: fields that a mapping uses already, offered whatever the profile. */
export function fieldGroups(profile: Profile, also: readonly string[]): FieldGroup[] {
  const dimensions: string[] = BUILT_IN_DIMENSIONS.filter(
    d => (d.profile === 'both' || d.profile === profile) && !['flow', 'currency'].includes(d.id),
  ).map(d => d.id)
  const codes = profile === 'ledger' ? dimensions.map(id => `${id}.code`) : []
  const known = new Set<string>([...ENTRY_FIELDS, ...dimensions, ...codes, ...REST])
  const more = [...new Set(also)].filter(field => !known.has(field))
  const groups: FieldGroup[] = [
    { id: 'entry', fields: ENTRY_FIELDS },
    { id: 'dimension', fields: [...dimensions, ...more.filter(field => !field.endsWith('.code'))] },
    { id: 'code', fields: [...codes, ...more.filter(field => field.endsWith('.code'))] },
    { id: 'rest', fields: REST },
  ]
  return groups.filter(group => group.fields.length > 0)
}

/** A field's name as people call it; dimensions through their own names. */
export function fieldName(
  field: string,
  words: { field: Readonly<Record<string, string>>; code: (dimension: string) => string },
  dimensionName: (id: string) => string,
): string {
  if (field.endsWith('.code')) return words.code(dimensionName(field.slice(0, -5)))
  return Object.hasOwn(words.field, field) ? (words.field[field] as string) : dimensionName(field)
}

/** Date patterns that are offered, besides the one the file was judged to have. */
export const DATE_PATTERNS = [
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'yyyy-MM-dd',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'dd MMM yyyy',
  'dd-MMM-yy',
  'dd/MM/yy',
  'MM/dd/yy',
  'yyyyMMdd',
] as const
export const PERIOD_PATTERNS = ['yyyyMM', 'yyyy-MM', 'MM/yyyy'] as const

/** Number styles by how one thousand two hundred and thirty-four and a half is written. */
export const NUMBER_STYLES = [
  { id: '1,234.50', style: { decimal: '.', grouping: ',' } },
  { id: '1.234,50', style: { decimal: ',', grouping: '.' } },
  { id: '1234.50', style: { decimal: '.', grouping: '' } },
  { id: '1234,50', style: { decimal: ',', grouping: '' } },
  { id: '1 234.50', style: { decimal: '.', grouping: ' ' } },
  { id: '1 234,50', style: { decimal: ',', grouping: ' ' } },
  { id: "1'234.50", style: { decimal: '.', grouping: "'" } },
] as const

export type ColumnStyle =
  | { kind: 'date'; value: string; options: readonly string[] }
  | { kind: 'number'; value: string; options: readonly string[] }

/** The style that a column of this field has, with what else could be chosen; undefined where the field has none. */
export function styleOf(mapping: FieldMapping): ColumnStyle | undefined {
  if (mapping.field === 'date' || mapping.field === 'period') {
    const options = mapping.field === 'date' ? DATE_PATTERNS : PERIOD_PATTERNS
    const value = mapping.datePattern ?? ''
    return { kind: 'date', value, options: withFirst(value, options) }
  }
  if (!['amount', 'debit', 'credit', 'fee', 'balance'].includes(mapping.field)) return undefined
  const { numberStyle } = mapping
  const found = NUMBER_STYLES.find(
    s => s.style.decimal === numberStyle?.decimal && s.style.grouping === numberStyle.grouping,
  )
  return {
    kind: 'number',
    value: found?.id ?? '',
    options: withFirst(
      found?.id ?? '',
      NUMBER_STYLES.map(s => s.id),
    ),
  }
}

export function styleChange(kind: ColumnStyle['kind'], value: string): Partial<FieldMapping> {
  if (kind === 'date') return { datePattern: value || undefined }
  return { numberStyle: NUMBER_STYLES.find(s => s.id === value)?.style }
}

const withFirst = (value: string, options: readonly string[]): string[] =>
  options.includes(value) ? [...options] : [value, ...options]
