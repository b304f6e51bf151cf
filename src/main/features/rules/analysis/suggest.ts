import type { RuleBody, Suggestion } from '../../../../shared/contract/rules.ts'
import { fold } from '../../../../shared/text/fold.ts'
import { normalisePayee } from './fold.ts'

/** How often a payee's entries are in a category ('' none); `byHand`: how many a person put there. */
export interface Usage {
  payee: string
  category: string
  entries: number
  byHand: number
}

/**
 * Rules that what was categorised so far speaks for: of a payee's categorised entries at least `atLeast`, and a share of `purity`,
 * are in one category, and entries of it are open, or a person has put them there by hand. `covered`: payees that a rule has already.
 */
export function suggestRules(
  usage: readonly Usage[],
  { atLeast, purity, covered }: { atLeast: number; purity: number; covered: (payee: string) => boolean },
): Suggestion[] {
  const groups = Map.groupBy(
    usage.filter(({ payee }) => payee !== ''),
    ({ payee }) => normalisePayee(payee),
  )
  const found: Suggestion[] = []
  for (const [name, rows] of groups) {
    const byCategory = new Map<string, { entries: number; byHand: number }>()
    for (const { category, entries, byHand } of rows) {
      const sum = byCategory.get(category) ?? { entries: 0, byHand: 0 }
      byCategory.set(category, { entries: sum.entries + entries, byHand: sum.byHand + byHand })
    }
    const open = byCategory.get('')?.entries ?? 0
    byCategory.delete('')
    const [best] = [...byCategory].sort((a, b) => b[1].entries - a[1].entries)
    if (!best) continue
    const [category, { entries: support, byHand }] = best
    const all = [...byCategory.values()].reduce((sum, { entries }) => sum + entries, 0)
    if (support < atLeast || support / all < purity || (open === 0 && byHand === 0)) continue
    const payees = [...new Set(rows.map(row => row.payee))]
    if (payees.every(covered)) continue
    found.push({ rule: ruleFor(name, payees, category), support, exceptions: all - support, open, byHand })
  }
  return found.toSorted((a, b) => b.open - a.open || b.byHand - a.byHand || b.support - a.support)
}

/** The name that all spellings have in common where there is one, else the spellings one by one. */
function ruleFor(name: string, payees: readonly string[], category: string): RuleBody {
  const folded = [...new Set(payees.map(fold))]
  const conditions: RuleBody['conditions'] =
    folded.length === 1
      ? [{ field: 'payee', op: 'equals', value: payees[0] as string }]
      : folded.every(spelling => spelling.includes(name))
        ? [{ field: 'payee', op: 'contains', value: name }]
        : folded.slice(0, 20).map(value => ({ field: 'payee', op: 'equals', value }))
  return {
    name: `${payees[0] as string} → ${category}`.slice(0, 200),
    active: true,
    match: 'any',
    conditions,
    actions: [{ do: 'set', field: 'category', value: category }],
    stop: false,
  }
}
