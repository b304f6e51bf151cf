import type { AskedMeasure } from '../../../../../shared/ask/asked.ts'
import type { Candidate } from './match.ts'
import type { Member } from './vocabulary.ts'

/** What words mean: one member, or several between which the person must choose. */
export interface Chosen {
  member: Member
  /** More than one where the margin is small: the best first. */
  among: Member[]
}

/** Below this difference of scores it is not known which is meant. */
const MARGIN = 0.15
/** Members that are asked about at most. */
const OPTIONS = 8

/** Dimensions in which a name is meant before another where both select the same entries. */
const PREFERRED = [
  'category',
  'account',
  'payee',
  'cost_centre',
  'directorate',
  'department',
  'entity',
  'region',
  'category_group',
]
const rankOf = (id: string): number => {
  const at = PREFERRED.indexOf(id)
  return at >= 0 ? at : id.startsWith('custom_') ? 40 : id.startsWith('account_level') ? 30 : 20
}

/**
 * Chooses between candidates: how much of the name was said, the dimension that was named beside it, whether it has entries of the measure
 * asked for. Undefined where so many would fit that the words say nothing.
 */
export function choose(
  candidates: readonly Candidate[],
  cues: readonly string[],
  measure: AskedMeasure | undefined,
): Chosen | undefined {
  const scored = candidates
    .map(({ member, coverage }) => ({ member, score: scoreOf(member, coverage, cues, measure) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        rankOf(a.member.dimension) - rankOf(b.member.dimension) ||
        b.member.entries - a.member.entries ||
        (a.member.key < b.member.key ? -1 : 1),
    )
  const [best] = scored
  if (!best) return undefined
  const among = scored
    .filter(c => best.score - c.score < MARGIN && (c === best || !sameRows(c.member, best.member, measure)))
    .map(c => c.member)
  if (among.length > OPTIONS) return undefined
  return { member: best.member, among }
}

function scoreOf(
  member: Member,
  coverage: number,
  cues: readonly string[],
  measure: AskedMeasure | undefined,
): number {
  let score = coverage === 1 ? 3 : 1 + coverage
  // "Department" is the departments where there are some; what it may mean instead counts for less.
  const cue = cues.indexOf(member.dimension)
  if (cue >= 0) score += 4 - Math.min(cue, 4) / 2
  const has = measure === 'spending' ? member.expense : measure === 'income' ? member.income : member.entries
  if (has === 0) score -= 2
  // Codes of a system, seldom meant by their words.
  if (
    ['document_type', 'status', 'scenario', 'currency', 'ledger', 'company', 'fund', 'custom_2'].includes(
      member.dimension,
    ) &&
    coverage < 1
  )
    score -= 1
  return score
}

/** Two names for the same entries, as far as counts can tell: an account and the level above it that has only this one. */
function sameRows(a: Member, b: Member, measure: AskedMeasure | undefined): boolean {
  if (a.dimension === b.dimension) return false
  return measure === 'spending'
    ? a.expense === b.expense
    : measure === 'income'
      ? a.income === b.income
      : a.entries === b.entries && a.expense === b.expense
}

/** The measure that a member's entries are of, where the question named none. */
export function measureOf(members: readonly Member[]): AskedMeasure | undefined {
  let [income, expense, entries] = [0, 0, 0]
  for (const m of members) {
    income += m.income
    expense += m.expense
    entries += m.entries
  }
  if (entries === 0) return undefined
  if (income === 0 && expense === 0) return 'amount'
  // A supplier's invoices have their lines on the balance sheet too: what matters is which side of the result there is.
  return income > expense ? 'income' : 'spending'
}
