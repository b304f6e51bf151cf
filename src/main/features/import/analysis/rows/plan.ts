import type { FieldMapping, Mapping } from '../../../../../shared/contract/import.ts'
import { BUILT_IN_DIMENSIONS } from '../../../../../shared/query/dimensions.ts'
import { orderOfPattern, type DateOrder } from '../dates/parse.ts'
import { hashText } from '../fingerprint/index.ts'
import { normaliseHeader } from '../mapping/headers.ts'
import type { NumberStyle } from '../types.ts'
import { Dictionary } from './dictionary.ts'

export const TEXT_FIELDS = ['description', 'reference', 'document', 'note'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/** A dimension of the plan. `id` is a built-in's id, or the header for a custom one. */
export interface PlannedDimension {
  id: string
  custom: boolean
  /** Column of the name; -1 where every row has the same member. */
  column: number
  /** Column of the code, -1 for none. */
  code: number
  /** Local ordinal of every row where there is no column; of an account that headings say, that of the section's rows. */
  fixed: number
  dictionary: Dictionary
  /** False for what Farthing adds itself (flow, scenario): no part of the fingerprint. */
  hashed: boolean
}

/** A mapping made ready to read rows with. */
export interface Plan {
  profile: Mapping['profile']
  width: number
  names: readonly string[]
  date: { column: number; order: DateOrder } | undefined
  /** `order` undefined: bare periods 1–16, or months of the calendar, the year in its own column. */
  period: { column: number; order: DateOrder | undefined; year: number; calendar: boolean } | undefined
  amount: number
  debit: number
  credit: number
  sign: number
  /** Columns of a fee beside the amount, and of words that say whether a row is booked; -1 where there is none. */
  fee: number
  booked: number
  negate: boolean
  style: NumberStyle
  styles: ReadonlyMap<number, NumberStyle>
  /** Debit and credit columns whose signs are turned round. */
  negated: ReadonlySet<number>
  /** Index in `dimensions` of the currency; its fixed member where no column says it. */
  currency: number
  /** Currency of a row whose own cell is blank. */
  currencyElse: string
  dimensions: PlannedDimension[]
  texts: { field: TextField; column: number; seed: number }[]
  extras: { column: number; json: string; seed: number }[]
  /** Columns of the account's type and levels 1–7; -1 where there is none. */
  accountDetail: number[]
  category: number
  /** The table lies in sections, each with its total. */
  sections: boolean
  /** Columns that tell a database's rows apart: hashed whatever else they are, each with its header's seed. */
  rowKey: { column: number; seed: number }[]
}

const BUILT_IN: ReadonlySet<string> = new Set(BUILT_IN_DIMENSIONS.map(d => d.id))

/** Compiles a mapping. Columns beyond the table are left out: the shape was checked before. */
export function compilePlan(mapping: Mapping, names: readonly string[]): Plan {
  const width = names.length
  const fields = mapping.fields.filter(f => f.column < width && f.field !== 'ignore')
  const find = (field: string): FieldMapping | undefined => fields.find(f => f.field === field)
  const at = (field: string): number => find(field)?.column ?? -1
  const date = find('date')
  const period = find('period')
  const money = find('amount') ?? find('debit') ?? find('credit')
  const dimensions = planDimensions(mapping, fields, names)
  const categoryIndex = dimensions.findIndex(d => d.id === 'category')
  return {
    profile: mapping.profile,
    width,
    names,
    date: date && { column: date.column, order: orderOfPattern(date.datePattern ?? '') ?? 'ymd' },
    period: period && {
      column: period.column,
      order: orderOfPattern(period.datePattern ?? ''),
      year: at('fiscal_year'),
      calendar: period.datePattern === 'MMM',
    },
    amount: at('amount'),
    debit: at('debit'),
    credit: at('credit'),
    sign: at('sign'),
    fee: at('fee'),
    booked: at('booked'),
    negate: find('amount')?.negate ?? false,
    style: money?.numberStyle ?? { decimal: '.', grouping: ',' },
    negated: new Set(fields.filter(f => f.negate).map(f => f.column)),
    styles: new Map(fields.flatMap(f => (f.numberStyle ? [[f.column, f.numberStyle] as const] : []))),
    currency: dimensions.findIndex(d => d.id === 'currency'),
    currencyElse: mapping.currency,
    dimensions,
    texts: TEXT_FIELDS.flatMap(field => {
      const column = at(field)
      return column < 0 ? [] : [{ field, column, seed: seedOf(field) }]
    }),
    extras: fields.flatMap(f => {
      const second = (TEXT_FIELDS as readonly string[]).includes(f.field) && f.column !== at(f.field)
      if (f.field !== 'text' && !second) return []
      const name = names[f.column] as string
      return [{ column: f.column, json: `${JSON.stringify(name)}:`, seed: seedOf(normaliseHeader(name)) }]
    }),
    accountDetail: [
      'account_type',
      'level_1',
      'level_2',
      'level_3',
      'level_4',
      'level_5',
      'level_6',
      'level_7',
    ].map(at),
    category: dimensions[categoryIndex]?.column ?? -1,
    sections: mapping.sections !== undefined,
    rowKey: (mapping.rowKey ?? [])
      .filter(column => column < width)
      .map(column => ({ column, seed: seedOf(`row key ${normaliseHeader(names[column] as string)}`) })),
  }
}

function planDimensions(
  mapping: Mapping,
  fields: readonly FieldMapping[],
  names: readonly string[],
): PlannedDimension[] {
  const dimensions: PlannedDimension[] = []
  const add = (id: string, custom: boolean, column: number, code: number, fixed?: string): void => {
    const seed = seedOf(custom ? normaliseHeader(id) : id)
    const dictionary = new Dictionary(seed, id === 'currency')
    const hashed = id !== 'flow' && id !== 'currency' && !(id === 'scenario' && column < 0)
    dimensions.push({
      id,
      custom,
      column,
      code,
      dictionary,
      hashed,
      fixed: fixed ? dictionary.ordinal(fixed) : 0,
    })
  }
  for (const { id } of BUILT_IN_DIMENSIONS) {
    if (id === 'flow') continue
    const name = fields.find(f => f.field === id)?.column ?? -1
    const code = fields.find(f => f.field === `${id}.code`)?.column ?? -1
    if (name >= 0 || code >= 0) add(id, false, name >= 0 ? name : code, name >= 0 ? code : -1)
    else if (id === 'currency') add(id, false, -1, -1, mapping.currency)
    else if (id === 'scenario') add(id, false, -1, -1, 'Actual')
    else if (id === 'account' && mapping.account) add(id, false, -1, -1, mapping.account)
    // Which it is, the rows above say: it changes while they go by.
    else if (id === 'account' && mapping.sections === 'account') add(id, false, -1, -1)
  }
  add('flow', false, -1, -1)
  for (const f of fields) {
    if (f.field === 'custom') add(names[f.column] as string, true, f.column, -1)
    else if (!isKnown(f.field)) add(f.field, true, f.column, -1)
  }
  return dimensions
}

const OTHER_FIELDS: ReadonlySet<string> = new Set([
  'date', 'period', 'fiscal_year', 'amount', 'debit', 'credit', 'sign', 'fee', 'booked', 'balance', 'text', 'custom', 'ignore', 'account_type',
  'level_1', 'level_2', 'level_3', 'level_4', 'level_5', 'level_6', 'level_7', ...TEXT_FIELDS,
]) // prettier-ignore

/** A field that a mapping may name; anything else becomes a custom dimension of that name. */
export function isKnown(field: string): boolean {
  return OTHER_FIELDS.has(field) || BUILT_IN.has(field.replace(/\.code$/, ''))
}

export function seedOf(field: string): number {
  const out = new Int32Array(4)
  hashText(field, 0, out, 0)
  return out[0] as number
}
