import { bySize, stepAt, totalOf, type Exception, type Population, type Steps } from '../population.ts'
import { nameWords, plainBank, sameName } from './names.ts'

export interface Match {
  payees: number
  employees: number
  /** Payees with an employee's name; with an employee's account; accounts that several payees share; payees with nearly one name. */
  names: number
  banks: number
  shared: number
  similar: number
  exceptions: Exception[]
}

interface Payee {
  name: string
  words: string[]
  banks: Set<string>
  rows: number[]
}

/** A word in more names than this tells nobody apart, and would compare every one with every other. */
const MOST_ALIKE = 400

/** Payees that are employees by name or bank account, payees that share an account, and payees whose names are one slip apart. */
export function matchPayees(
  population: Population,
  { employees, fuzzy }: { employees: readonly { name: string; bank: string }[]; fuzzy: boolean },
  steps: Steps,
): Match {
  const { amounts } = population
  const all = payeesOf(population, steps)
  const people = employees.map(one => ({ ...one, words: nameWords(one.name), plain: plainBank(one.bank) }))
  const exceptions: Exception[] = []
  const add = (code: string, members: readonly Payee[], values: Exception['values']): void => {
    const rows = members.flatMap(one => one.rows).sort((a, b) => a - b)
    exceptions.push({ rows, code, values, amount: totalOf(amounts, rows) })
  }
  const found = { names: 0, banks: 0, shared: 0, similar: 0 }

  const byBank = new Map<string, Payee[]>()
  for (const payee of all) for (const bank of payee.banks) put(byBank, bank, payee)
  const byWord = new Map<string, Payee[]>()
  for (const payee of all) for (const word of keysOf(payee.words, fuzzy)) put(byWord, word, payee)
  const likely = (words: readonly string[]): Set<Payee> =>
    new Set(
      keysOf(words, fuzzy).flatMap(key => {
        const alike = byWord.get(key) ?? []
        return alike.length > MOST_ALIKE ? [] : alike
      }),
    )
  const alike = (a: readonly string[], b: readonly string[]): boolean =>
    fuzzy ? sameName(a, b) : a.length > 0 && a.join(' ') === b.join(' ')

  for (const [i, person] of people.entries()) {
    steps.step(i, people.length)
    const named = new Set([...(byWord.get(person.words.join(' ')) ?? []), ...likely(person.words)])
    for (const payee of named)
      if (alike(person.words, payee.words)) {
        found.names += 1
        add('employee-name', [payee], { payee: payee.name, employee: person.name })
      }
    for (const payee of person.plain === '' ? [] : (byBank.get(person.plain) ?? [])) {
      found.banks += 1
      add('employee-bank', [payee], { payee: payee.name, employee: person.name, bank: masked(person.plain) })
    }
  }
  for (const [bank, sharing] of byBank) {
    if (sharing.length < 2) continue
    found.shared += 1
    const values = {
      bank: masked(bank),
      payees: sharing.length,
      names: sharing
        .map(one => one.name)
        .slice(0, 10)
        .join('; '),
    }
    add('shared-bank', sharing, values)
  }
  for (const [i, payee] of all.entries()) {
    if ((i & 255) === 0) steps.step(i, all.length)
    if (!fuzzy) break
    for (const other of likely(payee.words))
      if (payee !== other && before(payee, other) && sameName(payee.words, other.words)) {
        found.similar += 1
        add('similar-payees', [payee, other], { payee: payee.name, other: other.name })
      }
  }
  return { payees: all.length, employees: people.length, ...found, exceptions: exceptions.sort(bySize) }
}

function put(to: Map<string, Payee[]>, key: string, payee: Payee): void {
  const known = to.get(key)
  if (known) known.push(payee)
  else to.set(key, [payee])
}

const before = (a: Payee, b: Payee): boolean => (a.rows[0] as number) < (b.rows[0] as number)

/** Enough of an account to tell it by, without showing it whole in a report. */
const masked = (bank: string): string => `…${bank.slice(-4)}`

/** Names that are one slip apart share a whole word or a word's beginning. */
function keysOf(words: readonly string[], fuzzy: boolean): string[] {
  const whole = words.join(' ')
  if (!fuzzy) return [whole]
  const long = words.filter(word => word.length > 1)
  return [
    ...new Set([
      whole,
      ...long,
      ...(words.length === 1 ? [`${whole.slice(0, 3)}*`, `*${whole.slice(-3)}`] : []),
    ]),
  ]
}

function payeesOf({ payee = [], bank, count }: Population, steps: Steps): Payee[] {
  const byName = new Map<string, Payee>()
  for (let row = 0; row < count; row += 1) {
    stepAt(steps, row, count)
    const name = payee[row] ?? ''
    if (name === '') continue
    const found = byName.get(name) ?? { name, words: nameWords(name), banks: new Set(), rows: [] }
    found.rows.push(row)
    const account = plainBank(bank?.[row] ?? '')
    if (account !== '') found.banks.add(account)
    byName.set(name, found)
  }
  return [...byName.values()]
}
