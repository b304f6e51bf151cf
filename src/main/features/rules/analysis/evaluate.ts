import type { Action, Condition, Rule } from '../../../../shared/contract/rules.ts'
import type { EntryEdit } from '../../../../shared/contract/ledger.ts'
import { civil } from '../../../../shared/calendar/day.ts'
import { allocate } from '../../../../shared/money/allocate.ts'
import { exponentOf, minor, parseDecimal } from '../../../../shared/money/minor.ts'
import { fold } from '../../../../shared/text/fold.ts'
import { compilePattern } from '../../../../shared/text/pattern.ts'

/** An entry as rules see it: texts by field, members by their names. */
export interface RuleEntry {
  id: number
  day: number
  /** Minor units of `currency`. */
  amount: number
  /** payee, category, account, currency, tags, description, reference, note; '' where there is none. */
  texts: Record<string, string>
  flow: string
  /** A part of a split is not split again. */
  part: boolean
}

export interface PlannedPart {
  amount: number
  category?: string
  note?: string
  tags?: string[]
}

/** What the rules make of one entry: only what is not so already. */
export interface Outcome {
  rules: number[]
  edit: EntryEdit
  split?: PlannedPart[]
  changes: boolean
}

export interface CompiledRule {
  id: number
  name: string
  stop: boolean
  matches: (entry: RuleEntry) => boolean
  actions: readonly Action[]
}

/** Makes a rule ready to run; where it cannot be, a sentence that says why. */
export function compileRule(
  rule: Pick<Rule, 'id' | 'name' | 'match' | 'conditions' | 'actions' | 'stop'>,
): CompiledRule | { problem: string } {
  const tests: ((entry: RuleEntry) => boolean)[] = []
  for (const condition of rule.conditions) {
    const test = compileCondition(condition)
    if (typeof test !== 'function') return { problem: `${rule.name}: ${test.problem}` }
    tests.push(test)
  }
  for (const action of rule.actions) {
    const problem = action.do === 'split' ? problemOfParts(action.parts) : undefined
    if (problem !== undefined) return { problem: `${rule.name}: ${problem}` }
  }
  const matches =
    rule.match === 'all'
      ? (entry: RuleEntry) => tests.every(test => test(entry))
      : (entry: RuleEntry) => tests.some(test => test(entry))
  return { id: rule.id, name: rule.name, stop: rule.stop, matches, actions: rule.actions }
}

function compileCondition(condition: Condition): ((entry: RuleEntry) => boolean) | { problem: string } {
  switch (condition.field) {
    case 'amount': {
      const { min, max, absolute } = condition
      return ({ amount, texts }) => {
        const value = absolute ? Math.abs(amount) : amount
        const exponent = exponentOf(texts['currency'] ?? '')
        const bound = (text: string | undefined, none: number): number =>
          text === undefined ? none : (parseDecimal(text, exponent) ?? Number.NaN)
        return value >= bound(min, -Infinity) && value <= bound(max, Infinity)
      }
    }
    case 'direction':
      return ({ amount }) => (condition.value === 'in' ? amount > 0 : amount < 0)
    case 'day': {
      const { from, to } = condition
      return ({ day }) => {
        const { dayOfMonth: date } = civil(day)
        return from <= to ? date >= from && date <= to : date >= from || date <= to
      }
    }
    default: {
      const { field, op, value, not = false } = condition
      const test = compileText(op, value)
      if (typeof test !== 'function') return test
      return entry => test(textOf(entry, field)) !== not
    }
  }
}

function compileText(op: string, value: string): ((text: string) => boolean) | { problem: string } {
  if (op === 'regex') {
    const compiled = compilePattern(value)
    return 'pattern' in compiled ? compiled.pattern : compiled
  }
  const wanted = fold(value)
  // An empty word is in every text: such a condition is "has none" or nothing that anybody means.
  if (wanted === '' && op !== 'equals') return { problem: 'A condition has no text to look for.' }
  if (op === 'equals') return text => fold(text) === wanted
  if (op === 'starts') return text => fold(text).startsWith(wanted)
  return text => fold(text).includes(wanted)
}

function textOf({ texts }: RuleEntry, field: string): string {
  if (field !== 'text') return texts[field] ?? ''
  return [texts['payee'], texts['description'], texts['reference'], texts['note']].filter(Boolean).join(' ')
}

type Part = (Action & { do: 'split' })['parts'][number]

function problemOfParts(parts: readonly Part[]): string | undefined {
  for (const [i, part] of parts.entries()) {
    const given = [part.percent, part.amount].filter(share => share !== undefined).length
    if (given > 1) return 'A part is a percentage or an amount, not both.'
    if (given === 0 && i < parts.length - 1) return 'Only the last part can be what is left over.'
  }
  const percent = parts.reduce((sum, part) => sum + (part.percent ?? 0), 0)
  const last = parts.at(-1)
  if (last?.amount !== undefined)
    return 'The last part takes what is left over, so it can be no fixed amount.'
  if (
    last?.percent === undefined
      ? percent >= 100
      : parts.every(p => p.percent !== undefined) && Math.abs(percent - 100) > 1e-9
  )
    return `The percentages come to ${percent}, which leaves nothing for the last part or does not make 100.`
  return undefined
}

/**
 * The parts of an amount, which add up to it exactly: fixed amounts first, percentages of the whole by largest remainder, the
 * last part what is left. Undefined where that leaves a part without anything, or turns its sign.
 */
export function partsOf(entry: RuleEntry, parts: readonly Part[]): PlannedPart[] | undefined {
  const exponent = exponentOf(entry.texts['currency'] ?? '')
  const sign = entry.amount < 0 ? -1 : 1
  const size = Math.abs(entry.amount)
  const basisPoints = parts.map(part => Math.round((part.percent ?? 0) * 100))
  const rest = Math.max(0, 10_000 - basisPoints.reduce((sum, points) => sum + points, 0))
  const shares = allocate(minor(size), [...basisPoints, rest])
  const amounts = parts.map((part, i) =>
    part.amount === undefined ? (shares[i] as number) : Math.abs(parseDecimal(part.amount, exponent) ?? 0),
  )
  const before = amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)
  amounts[amounts.length - 1] = size - before
  if (amounts.some(amount => amount <= 0)) return undefined
  return parts.map(({ category, note, tags }, i) => ({
    amount: (amounts[i] as number) * sign,
    ...(category !== undefined && { category }),
    ...(note !== undefined && { note }),
    ...(tags !== undefined && { tags }),
  }))
}

/** Runs the rules on an entry, in order; a later one sees what an earlier one has set, and has the last word. */
export function evaluate(
  rules: readonly CompiledRule[],
  original: RuleEntry,
  fixed: (field: string) => boolean,
): Outcome {
  const entry = { ...original, texts: { ...original.texts } }
  const outcome: Outcome = { rules: [], edit: {}, changes: false }
  const tags = new Set<string>()
  let flow = original.flow
  for (const rule of rules) {
    if (!rule.matches(entry)) continue
    outcome.rules.push(rule.id)
    for (const action of rule.actions) {
      if (action.do === 'set') {
        if (!fixed(action.field)) entry.texts[action.field] = action.value.trim()
      } else if (action.do === 'tag') {
        if (!fixed('tags')) for (const tag of action.tags) tags.add(tag.trim())
      } else if (action.do === 'transfer') {
        if (!fixed('flow')) flow = 'transfer'
      } else if (!entry.part && !outcome.split) {
        const parts = partsOf(entry, action.parts)
        if (parts) outcome.split = parts
      }
    }
    if (rule.stop) break
  }
  const members: Record<string, string> = {}
  for (const [field, value] of Object.entries(entry.texts)) {
    if (value === (original.texts[field] ?? '')) continue
    if (field === 'description' || field === 'note') outcome.edit[field] = value
    else members[field] = value
  }
  if (flow !== original.flow) members['flow'] = flow
  if (Object.keys(members).length > 0) outcome.edit.members = members
  const had = new Set((original.texts['tags'] ?? '').split(', '))
  const added = [...tags].filter(tag => !had.has(tag))
  if (added.length > 0) outcome.edit.addTags = added
  outcome.changes = Object.keys(outcome.edit).length > 0 || outcome.split !== undefined
  return outcome
}
