export type AccountType = 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'

/** First parts of account names, in English, German, French and Spanish. */
const NAMES: Record<AccountType, string> = {
  asset: 'asset assets aktiva vermögen guthaben aktiven actif actifs avoirs activo activos',
  liability:
    'liability liabilities debts passiva passiven verbindlichkeiten schulden fremdkapital passif passifs dettes pasivo pasivos',
  equity: 'equity équité capital eigenkapital kapital capitaux patrimonio fonds',
  revenue:
    'income incomes revenue revenues einnahmen einkommen einkünfte ertrag erträge erlöse revenu revenus produits recettes ingreso ingresos',
  expense:
    'expense expenses ausgabe ausgaben aufwand aufwände aufwendungen kosten charges charge dépense dépenses gasto gastos egresos',
}
const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([type, names]) =>
    names.split(' ').map(name => [name, type as AccountType] as const),
  ),
)
/** hledger's 'type:' letters and words. */
const BY_LETTER: Record<string, AccountType> = {
  a: 'asset',
  c: 'asset',
  l: 'liability',
  e: 'equity',
  v: 'equity',
  r: 'revenue',
  i: 'revenue',
  x: 'expense',
}

/** Types of accounts: declared ones, then by the first part of the name. */
export class AccountTypes {
  readonly #declared = new Map<string, AccountType>()
  readonly #roots = new Map(BY_NAME)

  /** 'account assets:cash ; type:C', also 'type:Asset'. */
  declare(account: string, type: string): void {
    const word = type.trim().toLowerCase()
    const known =
      BY_NAME.get(word) ?? (word === 'cash' ? 'asset' : word === 'conversion' ? 'equity' : BY_LETTER[word])
    if (known) this.#declared.set(account, known)
  }

  /** Beancount's option "name_assets". */
  rename(root: string, type: AccountType): void {
    this.#roots.set(root.toLowerCase(), type)
  }

  /** '' where the name does not tell. */
  of(account: string): AccountType | '' {
    if (this.#declared.size > 0) {
      for (let at = account; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf(':')))) {
        const declared = this.#declared.get(at)
        if (declared) return declared
      }
    }
    const [root = ''] = account.split(':', 1)
    const name = root.trim().toLowerCase()
    // 'Capitaux propres', 'Assets (EU)'.
    return this.#roots.get(name) ?? this.#roots.get(name.split(' ', 1)[0] ?? '') ?? ''
  }
}
