import type { Asked } from '../../../../shared/ask/asked.ts'
import { parseIsoDate, type Day } from '../../../../shared/calendar/day.ts'
import { COMMON } from './correct.ts'
import { Vocabulary, type Member } from './members/vocabulary.ts'
import { understand } from './understand.ts'
import type { Setting } from './understanding.ts'

/** A small ledger's members, and questions asked of it. For tests. */
export const member = (dimension: string, label: string, expense = 10, income = 0, key = label): Member => ({
  dimension,
  key,
  label,
  entries: expense + income,
  income,
  expense,
})

const MEMBERS = [
  member('account', 'Travel & Entertainment', 40, 0, '6100'),
  member('account', 'Rent', 12, 0, '6200'),
  member('account', 'Consulting revenue', 0, 8, '4000'),
  member('account', 'Trade payables', 0, 0, '2000'),
  member('cost_centre', 'Marketing', 30, 0, 'M1'),
  member('cost_centre', 'Planned works', 9, 0, 'W1'),
  member('cost_centre', 'Digital', 7, 0, 'D1'),
  member('department', 'Digital', 19, 0, 'DIG'),
  member('payee', 'Müller & Söhne GmbH', 6),
  member('payee', 'Northwind Traders', 5),
  member('region', 'Bavaria', 11),
]
const DIMENSIONS = ['account', 'cost_centre', 'department', 'payee', 'region'].map(id => ({ id, label: id }))
export const setting = (fiscal = 1, anchor = '2025-08-20'): Setting => ({
  profile: 'ledger',
  anchor: parseIsoDate(anchor) as Day,
  fiscal,
  exponent: 2,
  dimensions: DIMENSIONS,
})
export const vocabulary = new Vocabulary(MEMBERS, COMMON)
export const ask = (question: string, to: Setting = setting(), before?: Asked) =>
  understand(question, vocabulary, to, before)
export const days = (question: string, to?: Setting): string => {
  const { asked } = ask(`spend ${question}`, to)
  return `${asked?.from ?? ''}..${asked?.to ?? ''}`
}
