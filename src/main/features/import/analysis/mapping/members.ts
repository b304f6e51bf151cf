import type { FieldMapping } from '../../../../../shared/contract/import.ts'
import { ACCOUNT_DERIVED, BUILT_IN_DIMENSIONS, type Profile } from '../../../../../shared/query/dimensions.ts'
import { currencyCode, isCurrencyCode } from '../money/style.ts'
import { isEntered } from './amount-names.ts'
import { normaliseHeader } from './headers.ts'
import { byRank, isMoneyLike, type Candidate, type TableFacts } from './table.ts'

/** New dimensions of its own that one file may bring; what comes after is kept as text. */
const CUSTOM_PER_FILE = 12
/** Dimensions whose code is the member's name in the books, whatever the texts beside it say. */
const CODED: ReadonlySet<string> = new Set(['account', 'cost_centre', 'profit_centre', 'functional_area'])
const TEXTS = ['description', 'reference', 'document', 'note'] as const

const BUILT_IN: ReadonlyMap<string, string> = new Map(BUILT_IN_DIMENSIONS.map(d => [d.id, d.profile]))
const HIERARCHY: ReadonlySet<string> = new Set([
  'account_type',
  ...ACCOUNT_DERIVED.slice(1).map(id => id.replace('account_', '')),
])

/** Everything that is neither date nor amount: built-in dimensions, texts, and the rest as custom dimensions or plain text. */
export function proposeMembers(
  table: TableFacts,
  found: readonly Candidate[],
  taken: ReadonlySet<number>,
  profile: Profile,
  amounts: { fields: readonly FieldMapping[]; currency: string | undefined },
): FieldMapping[] {
  const all = purposeOf(numbersApart(found), profile)
  const fields: FieldMapping[] = []
  const used = new Set(taken)
  const counter = profile === 'personal' ? counterAccounts(table, all) : new Set<Candidate>()
  // "Counterparty" may be the number of an account.
  for (const c of all) if (c.field === 'payee' && holdsIbans(c)) counter.add(c)
  const take = (c: Candidate, field: string): void => {
    fields.push({ column: c.column, field })
    used.add(c.column)
  }
  // A column that is blank in this file keeps its name's field: the next file of this shape may fill it.
  const free = (field: string): Candidate[] =>
    all
      .filter(c => !used.has(c.column) && !counter.has(c) && c.field === field)
      .toSorted((a, b) => Number(b.profile.filled > 0) - Number(a.profile.filled > 0) || byRank(a, b))

  const currency = currencyColumn(
    all.filter(c => !used.has(c.column)),
    amounts,
    table.names,
  )
  if (currency) take(currency, 'currency')
  for (const [id, of] of BUILT_IN) {
    if (id === 'currency' || id === 'flow' || (of === 'ledger' && profile === 'personal')) continue
    const named = free(id)
    const name = named[0]
    // "Cost centre" beside "Cost centre name" is its code.
    const code =
      free(`${id}.code`)[0] ??
      named.slice(1).find(c => normaliseHeader(name?.name ?? '').startsWith(`${normaliseHeader(c.name)} `))
    if (name && code && (CODED.has(id) || isFunction(table, code.column, name.column))) {
      take(code, `${id}.code`)
      take(name, id)
    } else if (name) take(name, id)
    else if (code) take(code, id)
  }
  const product = all.find(c => !used.has(c.column) && PRODUCT.test(c.name.trim()) && isFew(c))
  // Wallets name their accounts so.
  if (product && profile === 'personal' && !fields.some(f => f.field.startsWith('account')))
    take(product, 'account')
  for (const id of HIERARCHY) {
    const c = free(id)[0]
    if (c) take(c, id)
  }
  for (const field of TEXTS) {
    const c = free(field)[0]
    if (c) take(c, field)
  }
  // A body or company code without a name beside it is the entity's own column.
  const company = fields.find(f => f.field === 'company')
  if (company && !fields.some(f => f.field === 'entity') && /body/i.test(table.names[company.column] ?? ''))
    company.field = 'entity'
  spare(table, all, used, fields, profile)
  return fields
}

/** Columns without a field: few members, many rows each, make a dimension; anything else is text. */
function spare(
  table: TableFacts,
  all: readonly Candidate[],
  used: Set<number>,
  fields: FieldMapping[],
  profile: Profile,
): void {
  const left = all.filter(c => !used.has(c.column))
  const isText = (f: FieldMapping): boolean => f.field === 'description' || f.field === 'payee'
  // A bank's movement that says nothing cannot be told from another: the longest text is what it says.
  const isMute = table.hasHeader
    ? profile === 'personal' && !fields.some(isText)
    : !fields.some(f => f.field === 'description')
  if (isMute) {
    const longest = left
      .filter(c => c.profile.numbers.share < 0.5 && c.profile.filled * 2 >= table.rows && !holdsDates(c))
      .toSorted((a, b) => length(b) - length(a) || a.column - b.column)[0]
    if (longest) {
      fields.push({ column: longest.column, field: 'description' })
      used.add(longest.column)
    }
  }
  let custom = 0
  for (const c of left) {
    if (used.has(c.column)) continue
    const { profile } = c
    // Blank columns stay: the next file of this shape may fill them.
    const repeats = !profile.open && profile.distinct * 4 <= profile.filled && profile.filled >= 20
    const asked = c.field === 'custom'
    const isDimension =
      table.hasHeader &&
      (asked || repeats) &&
      !holdsDates(c) &&
      !isMoneyLike(c) &&
      (asked || custom < CUSTOM_PER_FILE)
    if (isDimension) custom++
    fields.push({ column: c.column, field: isDimension ? 'custom' : 'text' })
  }
}

/** "Kreditor" beside "Name 1" is the payee's number, whatever it is called: digits in every cell. */
function numbersApart(all: readonly Candidate[]): Candidate[] {
  const isNumber = (c: Candidate): boolean =>
    c.profile.samples.length > 0 && c.profile.samples.every(s => /^[0-9]+$/.test(s.trim()))
  const payees = all.filter(c => c.field === 'payee' && c.profile.filled > 0)
  if (!payees.some(c => !isNumber(c))) return [...all]
  return all.map(c => (payees.includes(c) && isNumber(c) ? { ...c, field: 'payee.code' } : c))
}

/** At a bank the payment's reference is what was written to the payee, not the number of a document. */
function purposeOf(all: Candidate[], profile: Profile): Candidate[] {
  if (profile !== 'personal' || all.some(c => c.field === 'description' && c.profile.filled > 0)) return all
  const isPurpose = (c: Candidate): boolean =>
    c.field === 'document' && normaliseHeader(c.name) === 'payment reference'
  return all.map(c => (isPurpose(c) ? { ...c, field: 'description' } : c))
}

const PRODUCT = /^produ(?:ct|kt|it|cto)(?: name)?$/i
const isFew = (c: Candidate): boolean => !c.profile.open && c.profile.filled > 0 && c.profile.distinct <= 10

/**
 * "IBAN", "Kontonummer", "Account number" right of the payee are the payee's, not the account of the statement: blank where a card
 * was used, or each with one name. The own account is on every row, with many names.
 */
function counterAccounts(table: TableFacts, all: readonly Candidate[]): Set<Candidate> {
  const payee = all.filter(c => c.field === 'payee' && c.profile.filled > 0).toSorted(byRank)[0]
  const found = new Set<Candidate>()
  if (!payee) return found
  for (const c of all) {
    if (c.field !== 'account' && c.field !== 'account.code') continue
    if (c.column < payee.column || c.profile.filled === 0 || OWN.test(normaliseHeader(c.name))) continue
    const { blank, distinct } = c.profile
    if (blank > 0 || distinct > 20 || table.rows === 1 || oneNameEach(table, c.column, payee.column))
      found.add(c)
  }
  return found
}

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9 ]{8,34}$/
const holdsIbans = (c: Candidate): boolean => {
  const { samples } = c.profile
  return samples.length > 0 && samples.every(s => IBAN.test(s.trim()))
}

const OWN = /\b(?:auftragskonto|own|my|kontoname|account name|accountlabel|wallet|payment card)\b/

/** More than one account, and most rows of each go with one name. */
function oneNameEach(table: TableFacts, account: number, payee: number): boolean {
  const { codes, share } = shareOfUsual(table, account, payee)
  return codes > 1 && share >= 0.7
}

/**
 * The currency that goes with the amount: the column that shares its word (local, document, group), else the one right behind it,
 * else the one of the best name. An amount whose own header names its currency needs none that says "original" or "foreign".
 */
function currencyColumn(
  free: readonly Candidate[],
  amounts: { fields: readonly FieldMapping[]; currency: string | undefined },
  names: readonly string[],
): Candidate | undefined {
  const found = free.filter(c =>
    c.field === 'currency'
      ? c.profile.filled === 0 || looksLikeCodes(c)
      : c.field === undefined && holdsCurrencies(c),
  )
  const amount = amounts.fields.find(f => ['amount', 'credit', 'debit'].includes(f.field))
  const name = normaliseHeader(names[amount?.column ?? -1] ?? '')
  const kind = (text: string): string | undefined => KINDS.find(([, test]) => test.test(text))?.[0]
  const own = kind(name)
  // The one currency of documents entered in it is not that of the books.
  const isEnteredIn = own === 'local' && names.some(isEntered)
  const plain = found.filter(c => {
    const k = kind(normaliseHeader(c.name))
    if (k === undefined && isEnteredIn) return false
    return k === own || (k === undefined && own !== 'foreign')
  })
  return (
    plain.find(c => own !== undefined && kind(normaliseHeader(c.name)) === own) ??
    plain.find(c => c.column === (amount?.column ?? -2) + 1) ??
    // "Asset" may hold codes as well, of what was bought.
    plain.toSorted((a, b) => Number(saysCurrency(b)) - Number(saysCurrency(a)) || byRank(a, b))[0]
  )
}

const KINDS: readonly (readonly [string, RegExp])[] = [
  [
    'local',
    /\b(?:account|konto(?:wahrung)?|local|company code|in lc|functional|base|accounted|haus ?wahrung|hwaer|rhcur|hsl)\b/,
  ],
  ['group', /\b(?:group|konzern)\b/],
  [
    'foreign',
    /\b(?:original|ursprung\w*|d origine|extranjera|foreign|doc(?:ument)?|transaction|entered|oorspr|fremd|exchange|from|to|source|target|wsl|tsl|rwcur|rtcur)\b/,
  ],
]

const saysCurrency = (c: Candidate): boolean =>
  c.field === 'currency' || /curr|ccy|w[äa]hr|devise|divis|moned|valut|munt/i.test(c.name)

const looksLikeCodes = (c: Candidate): boolean =>
  [...c.profile.values.keys()].slice(0, 50).some(v => currencyCode(v) !== undefined)

/** Nothing but currency codes in every filled cell. */
function holdsCurrencies(c: Candidate): boolean {
  const { profile } = c
  return (
    !profile.open && profile.filled > 0 && [...profile.values.keys()].every(v => isCurrencyCode(v.trim()))
  )
}

function holdsDates({ profile }: Candidate): boolean {
  const dates = profile.dates.settle()
  return dates !== undefined && dates.share > 0.9 && dates.order !== 'serial'
}

function length(c: Candidate): number {
  const { samples } = c.profile
  return samples.length === 0 ? 0 : samples.reduce((n, s) => n + s.length, 0) / samples.length
}

/** Each code goes with one name, but for one row in fifty: then the code names the member. */
function isFunction(table: TableFacts, code: number, name: number): boolean {
  return shareOfUsual(table, code, name).share >= 0.98
}

/** Rows whose name is the commonest of their code, as a part of all that have both; 0 where there are none. */
function shareOfUsual(table: TableFacts, code: number, name: number): { codes: number; share: number } {
  const names = new Map<string, Map<string, number>>()
  let rows = 0
  for (const row of table.sample) {
    const c = row[code]?.trim() ?? ''
    const n = row[name]?.trim().toLowerCase() ?? ''
    if (c === '' || n === '') continue
    rows++
    const of = names.get(c) ?? new Map<string, number>()
    of.set(n, (of.get(n) ?? 0) + 1)
    names.set(c, of)
  }
  let usual = 0
  for (const of of names.values()) usual += Math.max(...of.values())
  return { codes: names.size, share: rows === 0 ? 0 : usual / rows }
}
