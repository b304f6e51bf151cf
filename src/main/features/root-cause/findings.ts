import type { ChangeExplanation } from '../../../shared/contract/root-cause.ts'
import type { Finding } from '../../../shared/data/finding.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { spokenMoney } from '../../../shared/text/spoken.ts'
import { say } from './messages.ts'

type Cause = ChangeExplanation['causes'][number]

/** Half as many or half as much again: more rows, or larger ones, is what happened. */
const CLEARLY = 1.25

type CauseKind = keyof ReturnType<typeof say>['said']

/** What happened to a cause's rows, by rule: the code of the sentence and of the advice. */
export function kindOf({ rowsBefore, rowsAfter, before, after }: Cause): CauseKind {
  if (rowsBefore === 0) return 'new'
  if (rowsAfter === 0) return 'lost'
  const rows = rowsAfter / rowsBefore
  const size = Number(after) / rowsAfter / (Number(before) / rowsBefore)
  if (rows >= CLEARLY && rows > size) return 'more'
  if (rows <= 1 / CLEARLY && rows < size) return 'fewer'
  if (size >= CLEARLY || (size > 1 && size >= rows)) return 'dearer'
  if (size <= 1 / CLEARLY || (size < 1 && size <= rows)) return 'cheaper'
  return 'changed'
}

export function findingsOf(explanation: Omit<ChangeExplanation, 'findings' | 'missing'>): Finding[] {
  const { causes, method, currency, after, before, delta, parameters } = explanation
  return causes.map((cause, i): Finding => {
    const kind = kindOf(cause)
    const name = cause.members.map(m => m.label || say().none).join(' · ')
    const share = cause.explained === null ? '' : say().share(Math.round(cause.explained * 100))
    const members = Object.fromEntries(cause.members.map(m => [m.dimension, [m.key]]))
    const side = cause.rowsAfter > 0 ? after : before
    return {
      id: `${method}:${cause.members.map(m => `${m.dimension}=${m.key}`).join('&')}:${before.span.from}:${after.span.from}:${i}`,
      method,
      code: `cause-${kind}`,
      values: { member: name, explained: cause.explained ?? 0 },
      statement: say().finding(
        name,
        say().said[kind],
        spokenMoney(cause.before, currency),
        spokenMoney(cause.after, currency),
        share,
      ),
      severity: severityOf(cause.delta, delta),
      impact: cause.delta,
      currency,
      n: cause.rowsBefore + cause.rowsAfter,
      parameters,
      evidence: [],
      entries: cause.evidence,
      filters: narrowed(side.filters, members),
      recommendation: say().advice[kind],
    }
  })
}

/** A side's filters and the cause's members: exactly its rows. */
export function narrowed(filters: Filters, members: Record<string, string[]>): Filters {
  return { ...filters, members: { ...filters.members, ...members } }
}

function severityOf(part: Total, whole: Total): Finding['severity'] {
  const share = whole === 0 ? 1 : Math.abs(Number(part) / Number(whole))
  return share >= 0.5 ? 'high' : share >= 0.2 ? 'medium' : share >= 0.05 ? 'low' : 'info'
}
