import type { ENTRY_ORDERS, EntryRow } from '../../../shared/contract/ledger.ts'
import type { Profile } from '../../../shared/query/dimensions.ts'

export type EntryOrder = (typeof ENTRY_ORDERS)[number]

/** How a cell is set: `coded` texts start with a code in mono ("7200 Repairs contractors"). */
export type CellKind = 'date' | 'day' | 'id' | 'coded' | 'text' | 'quiet' | 'money' | 'original'

/** One column of the ledger table. Widths in CSS pixels; a column with `grow` takes its share of what is left. */
export interface Column {
  /** 'date', 'document', 'description', 'reference', 'amount', 'original', or a dimension's id. */
  id: string
  kind: CellKind
  width: number
  grow: number
  order?: EntryOrder
}

const FIXED: Readonly<Record<string, Omit<Column, 'id'>>> = {
  date: { kind: 'date', width: 104, grow: 0, order: 'date' },
  document: { kind: 'id', width: 96, grow: 0, order: 'document' },
  reference: { kind: 'id', width: 112, grow: 0 },
  note: { kind: 'quiet', width: 100, grow: 1 },
  description: { kind: 'quiet', width: 64, grow: 2, order: 'description' },
  amount: { kind: 'money', width: 116, grow: 0, order: 'amount' },
  original: { kind: 'original', width: 132, grow: 0 },
  account: { kind: 'coded', width: 144, grow: 2, order: 'account' },
  category: { kind: 'text', width: 100, grow: 2, order: 'category' },
  payee: { kind: 'text', width: 128, grow: 3, order: 'payee' },
  cost_centre: { kind: 'coded', width: 152, grow: 3 },
}

/** Any id is a column: what is not known by name is a dimension, set as text. */
export const columnOf = (id: string): Column => ({
  id,
  ...(Object.hasOwn(FIXED, id) ? (FIXED[id] as Omit<Column, 'id'>) : { kind: 'text', width: 100, grow: 1 }),
})

/** Under the head of its day an entry's date need not say the year: the width goes to the names. */
export const underDayHead = (column: Column): Column =>
  column.kind === 'date' ? { ...column, kind: 'day', width: 72 } : column

const DEFAULTS: Readonly<Record<Profile, readonly string[]>> = {
  ledger: ['date', 'document', 'account', 'cost_centre', 'payee', 'description', 'amount'],
  personal: ['date', 'payee', 'category', 'account', 'description', 'amount'],
}

/** Columns of the entry itself, offered beside the dimensions. */
const OWN = ['date', 'document', 'description', 'reference', 'note', 'amount', 'original']

/** Dimensions that a person fills in: offered before any entry has one. */
const WRITTEN = ['category', 'tags']

/**
 * The columns that a profile starts with: those of the picture that have something to show. A ledger without accounts
 * (a payments extract) shows its category in their place.
 */
export function defaultColumns(profile: Profile, used: ReadonlySet<string>): string[] {
  const shown = DEFAULTS[profile].filter(id => OWN.includes(id) || used.has(id))
  if (profile === 'ledger' && !used.has('account') && used.has('category'))
    shown.splice(shown.indexOf('document') + 1, 0, 'category')
  return shown
}

/** Every column that can be chosen: the entry's own, then the dimensions in use. */
export const offeredColumns = (dimensions: readonly string[]): string[] => [
  ...OWN.slice(0, 2),
  ...dimensions,
  ...WRITTEN.filter(id => !dimensions.includes(id)),
  ...OWN.slice(2),
]

/** Chosen columns as one URL parameter, and back; undefined where it names none. */
export const columnsToParam = (ids: readonly string[]): string => ids.join('.')

export function columnsFromParam(param: string | undefined): string[] | undefined {
  const ids = [...new Set((param ?? '').split('.').filter(id => /^[a-z0-9_]{1,64}$/.test(id)))]
  return ids.length > 0 ? ids : undefined
}

/** The text of a cell other than money and dates; '' where the entry has none. */
export function cellText(row: EntryRow, id: string): string {
  if (id === 'document') return row.document
  if (id === 'reference') return row.reference
  if (id === 'description') return row.description
  if (id === 'note') return row.note ?? ''
  return row.members[id] ?? ''
}

/**
 * A member's code and name: the code that the ledger keeps, or else one that the label starts with
 * ("7200 Repairs contractors"); a label without either is all name.
 */
export function splitCode(label: string, known = ''): { code: string; name: string } {
  if (known)
    return { code: known, name: label.startsWith(`${known} `) ? label.slice(known.length + 1) : label }
  const match = /^([A-Za-z]{0,4}[\d][\w./-]*)\s+(.+)$/.exec(label)
  if (match) return { code: match[1] as string, name: match[2] as string }
  return /^[A-Za-z]{0,4}\d[\w./-]*$/.test(label) ? { code: label, name: '' } : { code: '', name: label }
}

/** The next state of the order when a column's head is pressed: amounts and dates start with the largest, texts with A. */
export function nextOrder(
  pressed: EntryOrder,
  current: { order: EntryOrder; descending: boolean },
): { order: EntryOrder; descending: boolean } {
  if (pressed === current.order) return { order: pressed, descending: !current.descending }
  return { order: pressed, descending: pressed === 'date' || pressed === 'amount' || pressed === 'absolute' }
}
