import type { AuditTest } from '../../../../shared/contract/audit.ts'
import type { Field } from './population.ts'

type Needed = Field | 'amount'

/** What each test cannot do without. Where one is missing the test is disabled, with this as the reason. */
export const CHECKS: Readonly<Record<AuditTest, { needs: readonly Needed[] }>> = {
  benford: { needs: ['amount'] },
  duplicates: { needs: ['amount'] },
  gaps: { needs: ['number'] },
  limit: { needs: ['amount'] },
  round: { needs: ['amount'] },
  sample: { needs: ['amount'] },
  split: { needs: ['amount', 'payee', 'date'] },
}

/** The fields that a test needs and that are not there; none where it can run. */
export const missingFor = (test: AuditTest, has: ReadonlySet<string>): Needed[] =>
  CHECKS[test].needs.filter(field => !has.has(field))
