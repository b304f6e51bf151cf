import type { FieldMapping } from '../../../../shared/contract/import.ts'
import { accountTypeOf } from '../analysis/rows/flow.ts'
import { ColumnProfile } from '../analysis/columns/profile.ts'
import type { StatementRecord } from '../formats/statement.ts'

type Profile = 'personal' | 'ledger'

/** The columns that every statement has a place for, in their order; those that a file leaves empty are left out. */
const COLUMNS: readonly { name: string; field: string; of: (r: StatementRecord) => string }[] = [
  // Some banks state a value date only.
  { name: 'Date', field: 'date', of: r => (r.date === '' ? r.valueDate : r.date) },
  { name: 'Value date', field: 'text', of: r => r.valueDate },
  { name: 'Amount', field: 'amount', of: r => r.amount },
  { name: 'Currency', field: 'currency', of: r => r.currency },
  { name: 'Account', field: 'account', of: r => r.account },
  { name: 'Payee', field: 'payee', of: r => r.payee },
  { name: 'Description', field: 'description', of: r => r.description },
  { name: 'Bank reference', field: 'reference', of: r => r.bankReference },
  { name: 'Reference', field: 'text', of: r => r.reference },
  { name: 'Category', field: 'category', of: r => r.category },
  { name: 'Type', field: 'text', of: r => r.type },
  { name: 'Document', field: 'document', of: r => r.document },
]
/** Of a journal's account, whose names are paths: "Expenses:Food:Coffee". */
const LEVELS = 7
const ALWAYS: ReadonlySet<string> = new Set(['Date', 'Amount'])
/** Columns beside the fixed ones that one file may bring; further ones are not told apart from hostile input. */
const MOST_EXTRAS = 200

/** Turns records into rows of one table, whose columns are those that the file fills. */
export class StatementColumns {
  readonly profiles = new Map<string, ColumnProfile>()
  readonly #extras = new Set<string>()
  readonly #profile: Profile
  #names: string[] = []

  constructor(profile: Profile) {
    this.#profile = profile
  }

  /** First pass: what the file fills. */
  learn(record: StatementRecord): void {
    for (const { name, of } of COLUMNS) this.#add(name, of(record))
    if (this.#profile === 'ledger')
      for (const [name, cell] of accountCells(record.account)) this.#add(name, cell)
    for (const [name, cell] of Object.entries(record.extra)) {
      if (cell === '' || (!this.#extras.has(name) && this.#extras.size >= MOST_EXTRAS)) continue
      this.#extras.add(name)
      this.#add(extraName(name), cell)
    }
  }

  settle(): void {
    const filled = (name: string): boolean => (this.profiles.get(name)?.filled ?? 0) > 0
    const derived = this.#profile === 'ledger' ? [...accountCells('').keys()] : []
    this.#names = [
      ...COLUMNS.map(c => c.name).filter(name => ALWAYS.has(name) || filled(name)),
      ...derived.filter(filled),
      ...[...this.#extras].map(extraName),
    ]
  }

  get names(): readonly string[] {
    return this.#names
  }

  get fields(): FieldMapping[] {
    const hasReference = this.#names.includes('Bank reference')
    return this.#names.map((name, column) => {
      const fixed = COLUMNS.find(c => c.name === name)
      if (name === 'Date') return { column, field: 'date', datePattern: 'yyyy-MM-dd' }
      if (name === 'Amount')
        return { column, field: 'amount', numberStyle: { decimal: '.' as const, grouping: '' as const } }
      // Only a bank's own id makes a movement certain; without any the customer's is the one to show.
      if (name === 'Reference' && !hasReference) return { column, field: 'reference' }
      if (name === 'Type' && this.#profile === 'ledger') return { column, field: 'document_type' }
      if (name === 'Account type') return { column, field: 'account_type' }
      const level = /^Level ([1-7])$/.exec(name)?.[1]
      if (level && this.#profile === 'ledger') return { column, field: `level_${level}` }
      return { column, field: fixed?.field ?? 'text' }
    })
  }

  get columns(): { name: string; samples: string[]; blank: number; distinct: number }[] {
    return this.#names.map(name => {
      const p = this.profiles.get(name)
      return { name, samples: p?.samples ?? [], blank: p?.blank ?? 0, distinct: p?.distinct ?? 0 }
    })
  }

  row(record: StatementRecord): string[] {
    const derived = this.#profile === 'ledger' ? accountCells(record.account) : undefined
    return this.#names.map(name => {
      const fixed = COLUMNS.find(c => c.name === name)
      if (fixed) return oneLine(fixed.of(record))
      const cell = derived?.get(name)
      if (cell !== undefined) return cell
      const extra = Object.hasOwn(record.extra, name) ? name : name.replace(/ \(extra\)$/, '')
      return oneLine(Object.hasOwn(record.extra, extra) ? (record.extra[extra] as string) : '')
    })
  }

  #add(name: string, cell: string): void {
    let profile = this.profiles.get(name)
    if (!profile) this.profiles.set(name, (profile = new ColumnProfile()))
    profile.add(cell)
  }
}

const FIXED: ReadonlySet<string> = new Set(COLUMNS.map(c => c.name))
/** A statement's own "Type" beside the fixed one keeps a name of its own. */
const extraName = (name: string): string => (FIXED.has(name) ? `${name} (extra)` : name)

const oneLine = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text)

/** Type and levels that a journal's account name says: the first part is its class by every journal's convention. */
function accountCells(account: string): Map<string, string> {
  const parts = account.split(':')
  const cells = new Map<string, string>([['Account type', accountTypeOf(parts[0] ?? '')]])
  for (let i = 0; i < LEVELS; i++) cells.set(`Level ${i + 1}`, parts[i] ?? '')
  return cells
}
