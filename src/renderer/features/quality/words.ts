import type { Expectation } from '../../../shared/contract/quality.ts'
import type { Format } from '../../ui/index.ts'
import type { en } from './messages-en.ts'

type Texts = typeof en
type Names = (dimension: string) => string

export const fieldName = (field: string, t: Texts, names: Names): string =>
  t.fieldNames[field] ?? names(field)

/** The score for people: never rounded up to 100, which is for what keeps every rule. */
export const shownScore = (score: number | null, format: Format): string =>
  score === null ? '–' : format.number(Math.floor(score * 10) / 10, 1)

/** What a rule expects, as a sentence. */
export function expectationText(expects: Expectation, t: Texts, format: Format, names: Names): string {
  const w = t.words
  const name = (field: string): string => fieldName(field, t, names)
  switch (expects.kind) {
    case 'not-null':
      return expects.field === 'base_amount' ? w.rate : w.given(name(expects.field))
    case 'unique':
      return w.unique(expects.fields.map(name).join(', '))
    case 'between': {
      const bounds = [
        expects.min === undefined ? [] : [w.atLeast(format.money(expects.min, { symbol: true }))],
        expects.max === undefined ? [] : [w.atMost(format.money(expects.max, { symbol: true }))],
      ]
      return (expects.absolute ? w.size : w.between)(bounds.flat().join(w.and))
    }
    case 'pattern':
      return (expects.not ? w.matchesNot : w.matches)(name(expects.field), expects.pattern)
    case 'date':
      return w.date(
        [
          expects.from === undefined ? [] : [w.dateFrom(format.date(expects.from))],
          expects.to === undefined ? [] : [w.dateTo(format.date(expects.to))],
          expects.fiscalYear === undefined ? [] : [w.inYear(format.fiscalYear(expects.fiscalYear))],
          expects.ahead === undefined ? [] : [w.ahead(format.count(expects.ahead))],
        ]
          .flat()
          .join(', '),
      )
    case 'in-list':
      return w.inList(name(expects.field), format.count(expects.values.length))
    case 'refers':
      return t.refers[expects.to]
    case 'fresh':
      return expects.by === undefined
        ? w.fresh(format.count(expects.days))
        : w.freshBy(name(expects.by), format.count(expects.days))
    case 'balanced':
      return w.balanced
  }
}
