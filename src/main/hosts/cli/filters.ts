import type { ParseArgsOptionsConfig } from 'node:util'
import { exponentOf, parseDecimal } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { UsageError, type Arguments } from './command.ts'

export const FILTERS: ParseArgsOptionsConfig = {
  where: { type: 'string', multiple: true },
  from: { type: 'string' },
  to: { type: 'string' },
  min: { type: 'string' },
  max: { type: 'string' },
  text: { type: 'string' },
}

export const FILTERS_USAGE =
  '[--where DIMENSION=MEMBER]… [--from DATE] [--to DATE] [--min AMOUNT] [--max AMOUNT] [--text WORDS]'

/**
 * Filters as typed. Several --where of one dimension keep any of its members, of several dimensions all must hold;
 * DIMENSION!=MEMBER leaves a member out; nothing after the = is "no member". Amounts are decimals in the base currency.
 */
export function readFilters(args: Arguments, currency: string): Filters {
  const filters: Filters = {}
  const members = new Map<string, string[]>()
  const notMembers = new Map<string, string[]>()
  for (const clause of args.list('where')) {
    const match = /^([^=!]+)(!?=)([^]*)$/.exec(clause)
    if (!match) throw new UsageError(`--where takes DIMENSION=MEMBER, not ${clause}.`)
    const [, dimension, sign, member] = match as unknown as [string, string, string, string]
    const kept = sign === '=' ? members : notMembers
    kept.set(dimension.trim(), [...(kept.get(dimension.trim()) ?? []), member])
  }
  if (members.size > 0) filters.members = Object.fromEntries(members)
  if (notMembers.size > 0) filters.notMembers = Object.fromEntries(notMembers)
  for (const side of ['from', 'to'] as const) {
    const date = args.text(side)
    if (date === undefined) continue
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new UsageError(`--${side} takes a date like 2025-10-31.`)
    filters[side] = date
  }
  for (const [option, field] of [
    ['min', 'minAmount'],
    ['max', 'maxAmount'],
  ] as const) {
    const amount = args.text(option)
    if (amount === undefined) continue
    const minor = parseDecimal(amount, exponentOf(currency))
    if (minor === undefined) throw new UsageError(`--${option} takes an amount like -1234.50, not ${amount}.`)
    filters[field] = minor
  }
  const text = args.text('text')
  if (text !== undefined) filters.text = text
  return filters
}
