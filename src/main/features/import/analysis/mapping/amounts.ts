import type { FieldMapping, Question } from '../../../../../shared/contract/import.ts'
import type { Profile } from '../../../../../shared/query/dimensions.ts'
import { ANY, parseMoney } from '../money/parse.ts'
import { currencyOfUnit } from '../money/style.ts'
import { maySaySides, signOf } from '../money/sign.ts'
import type { NumberStyle } from '../types.ts'
import { amountClass, currencyOfHeader } from './amount-names.ts'
import { proposeFee, stateColumn } from './beside-amount.ts'
import { chosenColumn } from './dates.ts'
import { currencyOfBooks, ownBooks } from './own-books.ts'
import { MONEY, unnamed, valueOf, type Pick } from './unnamed-amounts.ts'
import { currenciesShown } from './shown-currency.ts'
import { showsSpendingPositive } from './spending.ts'
import {
  byRank,
  isMoneyLike,
  isNumeric,
  quoted,
  type Candidate,
  type Context,
  type TableFacts,
} from './table.ts'
import { columnWord } from './headers.ts'
import { say } from '../messages.ts'

interface Found {
  fields: FieldMapping[]
  questions: Question[]
  /** What the symbols beside the amounts say. */
  currency: string | undefined
  /** Currencies that a workbook's formats show beside them. */
  shown: string[]
}

/** Which column is the amount, or which pair is debit and credit; their number style; a column of signs; the running balance. */
export function proposeAmounts(
  table: TableFacts,
  all: readonly Candidate[],
  taken: ReadonlySet<number>,
  context: Context,
  profile: Profile,
): Found {
  const questions: Question[] = []
  const free = all.filter(c => !taken.has(c.column))
  const dateIsNamed = all.some(c => c.field === 'date' && taken.has(c.column))
  const pick = choose(table, free, context, dateIsNamed)
  if (pick.length === 0) {
    questions.push(noAmount(table, free))
    return { fields: [], questions, currency: undefined, shown: [] }
  }
  const used = new Set(pick.map(p => p.candidate.column))
  const numeric = free.filter(isNumeric)
  const fields: FieldMapping[] = pick.map(({ candidate, field }) => ({
    column: candidate.column,
    field,
    numberStyle: settleStyle(candidate, numeric, context, questions),
  }))
  for (const [i, { candidate, field }] of pick.entries()) {
    // Debits that are mostly written with a minus mean what plain ones do; fewer among plain ones are reversals.
    const { negative, read } = candidate.profile.numbers
    const mapped = fields[i]
    if (field === 'debit' && mapped && negative * 2 > read) mapped.negate = true
    // So do credits beside plain debits, on cards that write what is paid in as minus.
    const debits = pick.find(p => p.field === 'debit')?.candidate.profile.numbers
    if (
      field === 'credit' &&
      mapped &&
      negative > 0 &&
      negative === read &&
      debits &&
      debits.read > 0 &&
      debits.negative === 0
    )
      mapped.negate = true
  }
  const amount = pick.find(p => p.field === 'amount')
  const style = fields[0]?.numberStyle as NumberStyle
  const sign = amount && signColumn(table, free, amount.candidate, style, profile)
  if (sign) {
    if (sign.apply) fields.push({ column: sign.column, field: 'sign' })
    else if (sign.negate && fields[0]) fields[0].negate = true
    used.add(sign.column)
  } else if (amount && profile === 'personal' && showsSpendingPositive(table, all, amount.candidate, style)) {
    if (fields[0]) fields[0].negate = true
  }
  const unsure = amount && !sign && profile === 'personal' ? sidesInPart(free, amount.candidate) : undefined
  if (unsure) {
    const answer = context.answers[`sign:${unsure.column}`]
    if (answer === 'apply') fields.push({ column: unsure.column, field: 'sign' })
    else if (answer === undefined) questions.push(askSides(unsure))
    if (answer === 'apply') used.add(unsure.column)
  }
  const balance = free.find(c => c.field === 'balance' && !used.has(c.column) && isNumeric(c))
  if (balance) fields.push({ column: balance.column, field: 'balance', numberStyle: fields[0]?.numberStyle })
  if (profile === 'personal') {
    const rest = free.filter(c => !used.has(c.column) && c !== balance)
    const fee = amount && proposeFee(table, rest, amount.candidate, style, balance, context, questions)
    if (fee) fields.push(fee)
    const state = stateColumn(table, rest, amount?.candidate, balance, style)
    if (state) fields.push({ column: state.column, field: 'booked' })
  }
  return {
    fields,
    questions,
    currency: currencyOf(pick, context) ?? currencyOfBooks(table, free, pick),
    shown: currenciesShown(pick, context.baseCurrency),
  }
}

function choose(
  table: TableFacts,
  free: readonly Candidate[],
  context: Context,
  dateIsNamed: boolean,
): Pick[] {
  const chosen = chosenColumn(context.answers['amount'])
  if (chosen !== undefined) {
    const candidate = free.find(c => c.column === chosen)
    if (candidate) return [{ candidate, field: 'amount' }]
  }
  const best = (field: string): Candidate | undefined =>
    free
      .filter(c => c.field === field && isNumeric(c) && (c.profile.filled > 0 || table.rows === 0))
      .toSorted(byRank)[0]
  const amount = bestAmount(table, free)
  // A month without withdrawals has a column for them all the same, and the next month's file is read by this mapping.
  const sides = all(free, 'debit').length > 0 && all(free, 'credit').length > 0
  const debit = best('debit') ?? (sides ? all(free, 'debit')[0] : undefined)
  const credit = best('credit') ?? (sides ? all(free, 'credit')[0] : undefined)
  const pair: Pick[] = ownBooks(free) ?? (debit && credit ? [{ candidate: debit, field: 'debit' }, { candidate: credit, field: 'credit' }] : []) // prettier-ignore
  // An amount filled in every row beats a pair; a pair beats an amount of which many cells are blank.
  if (amount && (pair.length === 0 || amount.profile.filled * 10 >= table.rows * 9))
    return [{ candidate: amount, field: 'amount' }]
  if (pair.length > 0) return pair
  const oneSided = debit ?? credit
  if (oneSided && oneSided.profile.filled * 2 >= table.rows)
    return [{ candidate: oneSided, field: oneSided === debit ? 'debit' : 'credit' }]
  return unnamed(table, free, dateIsNamed)
}

/**
 * The column whose header says amount best: one of a known name, or one whose words say it while no other column's say it just
 * as well.
 */
function bestAmount(table: TableFacts, free: readonly Candidate[]): Candidate | undefined {
  if (!table.hasHeader) return undefined
  const found = free
    .filter(c => c.profile.filled > 0 || table.rows === 0)
    // A header that plainly says amount is believed while half of its cells are; the others are rejected one by one.
    .filter(c => isNumeric(c) || (c.field === 'amount' && c.profile.numbers.share >= 0.5))
    .flatMap(c => {
      const known = c.field === 'amount'
      // Whole numbers under "Payment" may be anything; under "Value" they are amounts.
      const likely = known || (c.field === undefined && (isMoneyLike(c) || MONEY.test(c.name)))
      const word = likely ? amountClass(c.name) : undefined
      return known || word !== undefined ? [{ c, known, level: word ?? (known ? 3 : 9) }] : []
    })
    // A column of which most cells are blank is the amount only where no other is.
    .map(f => ({ ...f, level: f.level + (f.c.profile.filled * 2 < table.rows ? 10 : 0) }))
    .toSorted((a, b) => a.level - b.level || Number(b.known) - Number(a.known) || byRank(a.c, b.c))
  const [first, second] = found
  if (!first) return undefined
  const tied = second && second.level === first.level && !first.known && differ(table, first.c, second.c)
  return tied ? undefined : first.c
}

function differ(table: TableFacts, a: Candidate, b: Candidate): boolean {
  return table.sample.some(row => valueOf(row[a.column]) !== valueOf(row[b.column]))
}

const all = (free: readonly Candidate[], field: string): Candidate[] =>
  free.filter(c => c.field === field && isNumeric(c)).toSorted(byRank)

/** The decimal sign from the whole column, else from the file's other amounts, else the user. */
export function settleStyle(
  c: Candidate,
  numeric: readonly Candidate[],
  context: Context,
  questions: Question[],
): NumberStyle {
  const own = c.profile.numbers
  const spaced = own.groupings.get("'") ? "'" : own.groupings.get(' ') ? ' ' : undefined
  const style = (decimal: '.' | ','): NumberStyle => ({
    decimal,
    grouping: spaced ?? (decimal === '.' ? ',' : '.'),
  })
  if (own.point + own.comma > 0) return style(own.point >= own.comma ? '.' : ',')
  if (own.eitherPoint + own.eitherComma === 0) return style('.')
  // Both signs among the doubtful: "1.234" beside "12,345" cannot be one style's groups and places at once unless one is decimal.
  const point = numeric.reduce((n, o) => n + o.profile.numbers.point, 0)
  const comma = numeric.reduce((n, o) => n + o.profile.numbers.comma, 0)
  if (point + comma > 0) return style(point >= comma ? '.' : ',')
  const id = `number-style:${c.column}`
  const answer = context.answers[id]
  if (answer === '.' || answer === ',') return style(answer)
  questions.push({
    id,
    text: say().decimalSign(columnWord(c.name), quoted(own.doubtful)),
    column: c.column,
    choices: [
      { value: '.', label: say().pointDecimal },
      { value: ',', label: say().commaDecimal },
    ],
  })
  return style('.')
}

/**
 * A column that says debit or credit. Where the amounts carry signs of their own, that agree with it or are its exact
 * opposite, it is not applied a second time.
 */
function signColumn(
  table: TableFacts,
  free: readonly Candidate[],
  amount: Candidate,
  style: NumberStyle,
  profile: Profile,
): { column: number; apply: boolean; negate: boolean } | undefined {
  for (const c of free) {
    if (c === amount || c.profile.open || c.profile.filled === 0) continue
    const texts = [...c.profile.values.keys()]
    if (texts.length > 12 || !maySaySides(texts)) continue
    const read = texts.filter(t => signOf(t) !== undefined)
    const named = c.field === 'sign'
    // A type of transaction is a side only where all of its words are; "Bill" and "Deposit" are kinds of documents.
    const all = !named || /type/i.test(c.name)
    if (read.length === 0 || (all ? read.length < texts.length : read.length * 2 < texts.length)) continue
    // A column of another name must have both sides to be believed.
    if (!named && new Set(read.map(signOf)).size < 2) continue
    const seen = { agree: 0, oppose: 0, negative: 0 }
    for (const row of table.sample) {
      const sign = signOf(row[c.column] ?? '')
      const money = parseMoney(row[amount.column] ?? '', style, ANY)
      if (sign === undefined || !money.ok || money.value === 0) continue
      if (money.value < 0) seen.negative++
      // Out of the account is minus on a statement.
      if (money.value < 0 === (sign === 'debit')) seen.agree++
      else seen.oppose++
    }
    if (seen.negative === 0) return { column: c.column, apply: true, negate: false }
    // In the books it is the debit that is plus.
    const [right, wrong] = profile === 'personal' ? [seen.agree, seen.oppose] : [seen.oppose, seen.agree]
    return { column: c.column, apply: false, negate: right === 0 && wrong > 1 }
  }
  return undefined
}

/** Amounts without a minus beside a column of which only some words say whether money comes or goes ("Withdrawal", "Staking"). */
function sidesInPart(free: readonly Candidate[], amount: Candidate): Candidate | undefined {
  if (amount.profile.numbers.negative > 0) return undefined
  return free.find(c => {
    if (c === amount || c.profile.open || c.profile.distinct > 12) return false
    const words = [...c.profile.values.keys()].filter(t => t.trim().length > 2)
    return new Set(words.map(signOf).filter(s => s !== undefined)).size === 2
  })
}

const askSides = (c: Candidate): Question => ({
  id: `sign:${c.column}`,
  text: say().sides(columnWord(c.name), quoted([...c.profile.values.keys()].slice(0, 6))),
  column: c.column,
  choices: [
    { value: 'apply', label: say().sidesApply },
    { value: 'as-is', label: say().sidesAsIs },
  ],
})

function currencyOf(pick: readonly Pick[], context: Context): string | undefined {
  const units = new Map<string, number>()
  for (const { candidate } of pick) {
    const named = currencyOfHeader(candidate.name)
    if (named) return named
    for (const [unit, n] of candidate.profile.numbers.units) {
      const currency = currencyOfUnit(unit, context.baseCurrency)
      if (currency) units.set(currency, (units.get(currency) ?? 0) + n)
    }
  }
  return [...units].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

function noAmount(table: TableFacts, free: readonly Candidate[]): Question {
  const numbers = free.filter(c => c.profile.numbers.read > 0 && c.profile.numbers.share >= 0.5)
  const likely = numbers.filter(c => isMoneyLike(c) || amountClass(c.name) !== undefined)
  const numeric = likely.length > 0 ? likely : numbers
  const text =
    numeric.length > 0
      ? say().whichAmount(quoted(numeric.slice(0, 6).map(c => c.name)), numeric.length === 1)
      : say().noAmounts(table.names.slice(0, 8).join(', '))
  return {
    id: 'amount',
    text,
    choices: (numeric.length > 0 ? numeric : free).map(c => ({
      value: `column:${c.column}`,
      label: columnWord(c.name),
    })),
  }
}
