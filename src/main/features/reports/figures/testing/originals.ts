import type { Filters } from '../../../../../shared/query/query.ts'
import type { Figure } from '../../../../../shared/report/figure.ts'
import { householdSample } from '../../../workspace/samples/household/index.ts'

/** A line of an original file, as this test reads it: nothing of the importer or the engine is used from here on. */
export interface Line {
  date: string
  /** Hundredths of the base currency. */
  base: bigint
  keys: Record<string, string>
  id?: number
}

/** Records of a CSV file (RFC 4180), by its header. */
export function csv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') [cell, i] = [`${cell}"`, i + 1]
      else quoted = false
    } else if (char === '"') quoted = true
    else if (char === ',' || char === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (char === '\n') rows.push([])
    } else if (char !== '\r') cell += char
  }
  const [header = [], ...records] = rows.filter(row => row.length > 0)
  return records.map(record => Object.fromEntries(header.map((name, i) => [name, record[i] ?? ''])))
}

const hundredths = (text: string): bigint => {
  const [whole = '0', places = ''] = text.split('.')
  return BigInt(whole + places.padEnd(2, '0'))
}

/** Euros for a pound by month, as the household's generator made them up: they are in no file. */
const RATES = new Map(
  householdSample().rates.map(({ day, rate }) => [
    new Date(day * 86_400_000).toISOString().slice(0, 7),
    rate,
  ]),
)

export function householdLines(text: string): Line[] {
  return csv(text).map(row => {
    const amount = hundredths(row['Amount'] ?? '')
    const category = row['Category'] ?? ''
    const transfer = /^transfers?\b/i.test(category)
    return {
      date: row['Date'] ?? '',
      base: row['Currency'] === 'GBP' ? amount : inPounds(amount, (row['Date'] ?? '').slice(0, 7)),
      keys: {
        account: row['Account'] ?? '',
        payee: row['Payee'] ?? '',
        category,
        currency: row['Currency'] ?? '',
        flow: transfer ? 'transfer' : amount > 0n ? 'income' : 'expense',
        scenario: '',
      },
    }
  })
}

function inPounds(amount: bigint, month: string): bigint {
  const rate = RATES.get(month)
  if (!rate) throw new Error(`no rate for ${month}`)
  const [whole = '', places = ''] = rate.split('.')
  const [over, under] = [amount * 10n ** BigInt(places.length), BigInt(whole + places)]
  const size = ((over < 0n ? -over : over) * 2n + under) / (2n * under)
  return over < 0n ? -size : size
}

export function companyLines(text: string): Line[] {
  return csv(text).map(row => {
    const size = hundredths(row['value'] ?? '')
    const type = row['account_type'] ?? ''
    const cell = (name: string): string => row[name] ?? ''
    return {
      date: cell('posting_date'),
      base: cell('debit_credit_ind') === 'H' ? -size : size,
      keys: {
        account: cell('general_ledger_account_number'),
        cost_centre: cell('cost_center_id'),
        payee: cell('supplier'),
        directorate: cell('directorate'),
        flow: type === 'revenue' ? 'income' : type === 'expense' ? 'expense' : 'balance',
        scenario: cell('scenario'),
        account_level_1: cell('level_1'),
        account_level_2: cell('level_2'),
      },
    }
  })
}

/** A figure out of the lines, by its definition. Fails on anything that it does not know. */
export function recomputed(
  figure: Figure,
  lines: readonly Line[],
  figures: ReadonlyMap<string, Figure>,
): string | null {
  if ('query' in figure) {
    const { filters, measure, negate } = figure.query
    const own = lines.filter(line => passes(line, filters))
    if (measure.op === 'count') return String(own.length)
    if (measure.op !== 'sum' || measure.of !== 'amount' || measure.abs)
      throw new Error(`a ${measure.op} is not read here`)
    const sum = own.reduce((all, line) => all + line.base, 0n)
    return money(negate ? -sum : sum)
  }
  if (!('derived' in figure)) throw new Error('a statistic has no rows')
  const parts = figure.derived.of.map(id => recomputed(figures.get(id) as Figure, lines, figures))
  if (parts.includes(null)) return null
  const unit = figures.get(figure.derived.of[0] as string)?.unit
  const [a = 0n, b = 0n, ...more] = parts.map(part =>
    unit === 'count' ? BigInt(part ?? '') : hundredths(part ?? ''),
  )
  const write = unit === 'count' ? String : money
  const { how, by = 1, places = 1 } = figure.derived
  if (how === 'sum') return write(more.reduce((all, one) => all + one, a + b))
  if (how === 'difference') return write(a - b)
  if (how === 'per') return write(rounded(a, BigInt(by)))
  const over = how === 'change' ? (a - b) * 100n : a * 100n
  const under = how === 'change' && b < 0n ? -b : b
  if (under === 0n || (how !== 'change' && how !== 'share')) return null
  const tenths = rounded(over * 10n ** BigInt(places), under)
  return (Number(tenths) / 10 ** places).toFixed(places)
}

function passes(line: Line, filters: Filters): boolean {
  const { from = '', to = '9', members = {}, notMembers = {}, entries, ...others } = filters
  if (Object.keys(others).length > 0)
    throw new Error(`filters that are not read here: ${JSON.stringify(others)}`)
  const has = ([id, keys]: [string, string[]]): boolean => {
    const key = line.keys[id]
    if (key === undefined) throw new Error(`the dimension ${id} is not read here`)
    return keys.includes(key)
  }
  return (
    line.date >= from &&
    line.date <= to &&
    (!entries || entries.includes(line.id ?? -1)) &&
    Object.entries(members).every(has) &&
    !Object.entries(notMembers).some(has)
  )
}

function rounded(over: bigint, under: bigint): bigint {
  const [n, d] = [over < 0n ? -over : over, under < 0n ? -under : under]
  const size = (2n * n + d) / (2n * d)
  return over < 0n !== under < 0n ? -size : size
}

function money(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(3, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
