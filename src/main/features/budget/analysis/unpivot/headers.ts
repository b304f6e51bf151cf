import { isFigure } from './figures.ts'
import { periodWords, type PeriodWords } from './periods.ts'
import { withoutUnit } from './units.ts'

/** What a column of a budget is. */
export type Role =
  | { kind: 'value'; header: string; period: PeriodWords }
  | { kind: 'period'; part: 'date' | 'month' | 'year' | 'period' }
  | { kind: 'dimension'; field: string }
  | { kind: 'scenario' }
  | { kind: 'text' }
  | { kind: 'skip'; header: string }

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:(?:g\/?l|general ledger) )?(?:account|konto|sachkonto)[ -]?(?:no|number|nr|num|code|id)\.?$|^general ledger account number$|^kontonummer$|^(?:saknr|hkont|racct)$|^sub-?obj(?:ect)?(?: code)?$|^(?:object|gl) code$/,
    'account.code',
  ],
  [
    /^(?:(?:g\/?l|general ledger) )?(?:account|konto|sachkonto)(?: (?:name|title|description))?$|^general ledger account name$|^kontobezeichnung$|^sub-?object title$|^line item$/,
    'account',
  ],
  [
    /^(?:cost ?cent(?:re|er)|kostenstelle|kst)[ -]?(?:no|number|nr|code|id)\.?$|^kostl$|^cc$/,
    'cost_centre.code',
  ],
  [/^(?:cost ?cent(?:re|er)|kostenstelle)(?: (?:name|title|description))?$/, 'cost_centre'],
  [/^(?:dept|department|abteilung)[ -]?(?:no|number|nr|code|id)\.?$|^dept$/, 'department.code'],
  [/^(?:department|abteilung|division|service)(?: (?:name|title|description))?$/, 'department'],
  [/^(?:category|kategorie|class|char(?:acter)?(?: title)?|budget line)(?: name)?$/, 'category'],
  [/^(?:profit ?cent(?:re|er))(?: (?:id|code|name))?$/, 'profit_centre'],
  [/^(?:directorate|direktion)$/, 'directorate'],
  [/^(?:entity|gesellschaft)$/, 'entity'],
  [/^region$/, 'region'],
  [/^fund(?: (?:code|id|no))?$/, 'fund.code'],
  [/^fund (?:name|title)$/, 'fund'],
  [/^(?:project|projekt)(?: name)?$/, 'project'],
  [/^(?:company|company code|buchungskreis|bukrs)$/, 'company'],
  [/^(?:business unit)$/, 'business_unit'],
  [/^(?:functional area|funktionsbereich)$/, 'functional_area'],
]
const AMOUNT = /\b(?:budget|planned|plan|amount|betrag|value|appn|appropriation|approved|soll|figure)\b/
const NOT_AMOUNT =
  /actual|\bist\b|increase|decrease|change|variance|diff|%|percent|prozent|total|summe|gesamt|ytd|prior|previous|last year|vorjahr|abweichung/

const RIVAL = /estimat|forecast|revised|outturn|hochrechnung|prognose/i

/** The columns of a budget under a stack of header rows; undefined where they are none. `asked`: the header of the amount, where several could be. */
export function rolesOf(
  stack: readonly (readonly string[])[],
  width: number,
  asked?: string,
): Role[] | undefined {
  const roles = Array.from({ length: width }, (_, column): Role => {
    const cells = stackedAt(stack, column)
    const header = cells
      .join(' ')
      .replaceAll(/[_\s]+/g, ' ')
      .trim()
    const name = header.toLowerCase()
    const wanted = asked !== undefined && name === asked.toLowerCase()
    if (name === '') return { kind: 'skip', header }
    const words = Object.assign({}, ...cells.map(timeIn), timeIn(header)) as PeriodWords
    if (Object.keys(words).length > 0)
      return NOT_AMOUNT.test(name) && !wanted
        ? { kind: 'skip', header }
        : { kind: 'value', header, period: words }
    const part = partOf(name)
    if (part) return { kind: 'period', part }
    if (/^(?:scenario|version|szenario)$/.test(name)) return { kind: 'scenario' }
    const field = FIELDS.find(([pattern]) => pattern.test(name))?.[1]
    if (field) return { kind: 'dimension', field }
    if (wanted || (AMOUNT.test(name) && !NOT_AMOUNT.test(name))) return { kind: 'value', header, period: {} }
    return NOT_AMOUNT.test(name) ? { kind: 'skip', header } : { kind: 'text' }
  })
  return settled(roles, asked)
}

const BESIDE_TIME =
  /\b(?:budget(?:ed)?|planned|plan|proposed|approved|adopted|estimated?|forecast|revised|original|actuals?|amount|appropriations?|soll|ist|prognose)\b/gi

/** Words of time in a header that says more: "FY2025 Budget". */
const timeIn = (cell: string): PeriodWords | undefined =>
  periodWords(withoutUnit(cell).replaceAll(BESIDE_TIME, ' ').trim())

function partOf(name: string): 'date' | 'month' | 'year' | 'period' | undefined {
  if (/^(?:date|datum|posting date|budget date)$/.test(name)) return 'date'
  if (/^(?:month|monat|month year|budget month)$/.test(name)) return 'month'
  if (
    /^(?:fiscal year|financial year|year|jahr|fy|geschäftsjahr|gjahr|general ledger fiscal year)$/.test(name)
  )
    return 'year'
  return /^(?:period|periode|posting period|fiscal period|fm|poper|monat)$/.test(name) ? 'period' : undefined
}

/** Columns that name their time are the figures; without any, one column of amounts beside columns of time. */
function settled(roles: Role[], asked: string | undefined): Role[] | undefined {
  const dated = roles.some(role => role.kind === 'value' && Object.keys(role.period).length > 0)
  // Columns of estimates beside columns of the budget are another scenario.
  const rivals = roles.filter(role => role.kind === 'value' && RIVAL.test(role.header))
  const onlyBudget = dated && rivals.length < roles.filter(role => role.kind === 'value').length
  let taken = false
  const fit = roles.map((role): Role => {
    if (role.kind !== 'value') return role
    const own = Object.keys(role.period).length > 0
    const wanted = asked === undefined || role.header.toLowerCase() === asked.toLowerCase()
    const rival = onlyBudget && asked === undefined && RIVAL.test(role.header)
    if (!wanted || rival || own !== dated || (!dated && taken)) return { kind: 'skip', header: role.header }
    taken = true
    return role
  })
  return taken && fit.some(role => role.kind === 'dimension' || role.kind === 'text' || role.kind === 'skip')
    ? fit
    : undefined
}

/** The header cells above a column. What stands above the last row may reach over the columns to its right, as merged cells do. */
function stackedAt(stack: readonly (readonly string[])[], column: number): string[] {
  const last = stack.length - 1
  const own = (stack[last]?.[column] ?? '').trim()
  return stack.flatMap((row, i) => {
    let cell = (row[column] ?? '').trim()
    if (i < last && cell === '' && own !== '')
      for (let left = column - 1; left >= 0 && cell === ''; left -= 1) {
        const before = (row[left] ?? '').trim()
        // Only time reaches over: a year above its months.
        if (before !== '') {
          if (periodWords(before)) cell = before
          break
        }
      }
    return cell === '' ? [] : [cell]
  })
}

/** A row that can be part of a header: two texts at least, and no figure that is not a word of time. */
export function isHeaderLike(row: readonly string[]): boolean {
  const cells = row.map(cell => cell.trim()).filter(cell => cell !== '')
  return cells.length >= 2 && cells.every(cell => !isFigure(cell) || periodWords(cell) !== undefined)
}
