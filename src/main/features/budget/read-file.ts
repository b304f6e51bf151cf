import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { BudgetFileReport } from '../../../shared/contract/budget.ts'
import { exponentOf, minor, toDecimal } from '../../../shared/money/minor.ts'
import type { Profile } from '../../../shared/query/dimensions.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { readGrid } from '../../files/grid.ts'
import type { SmallFile } from '../../files/small-file.ts'
import { headless } from './analysis/unpivot/headless.ts'
import { letters } from './analysis/unpivot/letters.ts'
import { unpivot, type Figure, type Unpivoted } from './analysis/unpivot/unpivot.ts'
import { entriesCsv, type BudgetEntry } from './entries-csv.ts'
import { say } from './messages.ts'

/** What the ledger knows: the key and label of accounts and categories, and the side that they are posted to. */
export interface KnownMember {
  key: string
  label: string
  flow: string
}

export interface BudgetFileRequest extends SmallFile {
  scenario: string
  sheet?: string
  year?: number
  amount?: string
  spread: 'even' | 'first'
  currency: string
  profile: Profile
  fiscal: Fiscal
  known: Record<'account' | 'category', KnownMember[]>
}

const SAMPLE = 50

/** Op: a budget file as entries of its scenario, each with the row and column that it comes from. */
export async function readBudgetFile(
  request: BudgetFileRequest,
): Promise<{ report: BudgetFileReport; csv: string; columns: string[] }> {
  const { currency, profile, scenario } = request
  const exponent = exponentOf(currency)
  const grid = await readGrid({ ...request, places: exponent })
  const year = request.year ?? yearIn(scenario)
  const options = { ...request, exponent, ...(year === undefined ? {} : { year }) }
  const found = unpivot(grid.rows, options) ?? headless(grid.rows, options)
  if (!found || (found.figures.length === 0 && found.problems.length === 0))
    throw new FailureError('import-refused', say().noBudget(grid.name))
  const [first] = found.problems
  if (found.figures.length === 0 && first)
    throw new FailureError('import-refused', say().inCell(grid.name, first.row, first.column, first.message))
  const members = memberOf(request, found)
  const signs = signsOf(found.figures, figure => members(figure).flow, profile)
  const entries = found.figures.flatMap(figure => {
    const { fields, flow } = members(figure)
    const sign = signs(flow)
    return figure.days.flatMap((day, i): BudgetEntry[] => {
      const amount = minor((figure.amounts[i] as number) * sign)
      // Nought is no entry: there is nothing planned.
      if (amount === 0) return []
      const text = [figure.block, figure.text].filter(part => part !== '').join(': ')
      return [
        {
          day,
          amount,
          scenario: figure.scenario || scenario,
          flow,
          fields,
          text,
          row: figure.row,
          column: figure.column,
        },
      ]
    })
  })
  const { csv, columns } = entriesCsv(entries, currency, `${grid.name}${grid.sheet ? `, ${grid.sheet}` : ''}`)
  return { csv, columns, report: reportOf(request, grid, found, entries, members) }
}

/** A year that stands in the scenario's name: "Budget 2025". */
function yearIn(name: string): number | undefined {
  const match = /\b((?:19|20)\d{2})\b/.exec(name)
  return match ? Number(match[1]) : undefined
}

type Members = (figure: Figure) => {
  fields: Record<string, string>
  flow: string
  matched: string | undefined
  name: string
}

/** A figure's members as the ledger knows them: by code, by name, or by a code in front of the name. */
function memberOf({ known, profile }: BudgetFileRequest, { roles }: Unpivoted): Members {
  const main = profile === 'ledger' ? 'account' : 'category'
  const named = roles.some(role => role.kind === 'dimension' && /^(?:account|category)/.test(role.field))
  const find = { account: finder(known.account), category: finder(known.category) }
  return figure => {
    const fields = { ...figure.dimensions }
    if (!named && figure.text !== '') fields[main] = figure.text
    if (figure.block !== '' && profile === 'ledger') fields['department'] ??= figure.block
    let flow = ''
    let matched: string | undefined
    for (const dimension of ['account', 'category'] as const) {
      const typed = fields[`${dimension}.code`] ?? fields[dimension]
      const member =
        typed === undefined ? undefined : (find[dimension](typed) ?? find[dimension](fields[dimension] ?? ''))
      if (!member) continue
      fields[`${dimension}.code`] = member.key
      fields[dimension] = member.label
      if (flow === '') flow = member.flow
      matched ??= member.key
    }
    const name = fields['account.code'] ?? fields['account'] ?? fields['category'] ?? ''
    return { fields, flow: flow || 'expense', matched, name }
  }
}

function finder(members: readonly KnownMember[]): (typed: string) => KnownMember | undefined {
  const plain = (text: string): string => text.trim().toLowerCase()
  const byKey = new Map(members.map(m => [plain(m.key), m]))
  const byLabel = new Map(members.map(m => [plain(m.label), m]))
  return typed => {
    const text = plain(typed)
    if (text === '') return undefined
    return byKey.get(text) ?? byLabel.get(text) ?? byKey.get(/^(\S+)\s/.exec(text)?.[1] ?? '')
  }
}

/**
 * By what figures are turned to be posted as the ledger posts. Plans are mostly written positive on either side; where the figures of a
 * side come to less than nil in sum, the file has them with the sign of a posting already (revenue in a ledger, expense at home).
 */
function signsOf(
  figures: readonly Figure[],
  flowOf: (figure: Figure) => string,
  profile: Profile,
): (flow: string) => 1 | -1 {
  const negative = profile === 'ledger' ? 'income' : 'expense'
  let sum = 0n
  for (const figure of figures)
    if (flowOf(figure) === negative) sum += figure.amounts.reduce((s, amount) => s + BigInt(amount), 0n)
  return flow => (flow === negative && sum > 0n ? -1 : 1)
}

function reportOf(
  { currency, scenario }: BudgetFileRequest,
  grid: { name: string; sheets: string[]; sheet: string },
  found: Unpivoted,
  entries: readonly BudgetEntry[],
  members: Members,
): BudgetFileReport {
  const decimal = (value: bigint): string => toDecimal(value, exponentOf(currency))
  const sum = (amounts: Iterable<number>): bigint => {
    let total = 0n
    for (const amount of amounts) total += BigInt(amount)
    return total
  }
  const days = entries.map(entry => entry.day)
  const known = new Set<string>()
  const unknown = new Set<string>()
  for (const figure of found.figures) {
    const { matched, name } = members(figure)
    if (matched !== undefined) known.add(matched)
    else if (name !== '') unknown.add(name)
  }
  return {
    file: grid.name,
    sheets: grid.sheets,
    sheet: grid.sheet,
    currency,
    columns: found.roles.map((role, i) => ({
      column: letters(i),
      header: role.kind === 'value' || role.kind === 'skip' ? role.header : '',
      as:
        role.kind === 'value'
          ? 'figures'
          : role.kind === 'dimension'
            ? role.field
            : { period: 'time', scenario: 'scenario', text: 'text', skip: 'left out' }[role.kind],
    })),
    figures: found.figures.length,
    total: decimal(sum(found.figures.flatMap(figure => figure.amounts))),
    scenarios: [...Map.groupBy(entries, entry => entry.scenario || scenario)].map(([name, own]) => ({
      name,
      entries: own.length,
      total: decimal(sum(own.map(entry => entry.amount))),
    })),
    rows: found.rows,
    ...(days.length > 0
      ? {
          from: toIsoDate(days.reduce<number>((a, b) => Math.min(a, b), Infinity)),
          to: toIsoDate(days.reduce<number>((a, b) => Math.max(a, b), -Infinity)),
        }
      : {}),
    controls: found.controls,
    problems: found.problems,
    matched: known.size,
    unmatched: [...unknown].slice(0, 200),
    sample: entries.slice(0, SAMPLE).map(entry => ({
      row: entry.row,
      column: entry.column,
      date: toIsoDate(entry.day),
      amount: decimal(BigInt(entry.amount)),
      flow: entry.flow,
      members: entry.fields,
    })),
  }
}
