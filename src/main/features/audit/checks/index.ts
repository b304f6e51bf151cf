import type { AuditField, AuditTest } from '../../../../shared/data/audit-request.ts'

/** What each test cannot do without, and what it makes use of. Where a field it needs is missing the test is disabled, with this as the reason. */
export const CHECKS: Readonly<
  Record<AuditTest, { needs: readonly AuditField[]; uses: readonly AuditField[] }>
> = {
  benford: { needs: ['amount'], uses: [] },
  duplicates: { needs: ['amount'], uses: ['payee', 'date', 'reference'] },
  gaps: { needs: ['number'], uses: ['amount', 'payee', 'date'] },
  limit: { needs: ['amount'], uses: ['payee'] },
  round: { needs: ['amount'], uses: ['payee'] },
  sample: { needs: ['amount'], uses: [] },
  split: { needs: ['amount', 'payee', 'date'], uses: [] },
  weekend: { needs: ['date'], uses: ['amount', 'time'] },
  stratify: { needs: ['amount'], uses: [] },
  aging: { needs: ['amount', 'date'], uses: ['payee', 'due'] },
  match: { needs: ['payee'], uses: ['amount', 'bank'] },
  unbalanced: { needs: ['amount', 'document'], uses: ['company'] },
  pairs: { needs: ['amount', 'document', 'account'], uses: ['company'] },
  dating: { needs: ['date', 'entered'], uses: ['amount'] },
  'period-end': { needs: ['amount', 'date'], uses: [] },
  keywords: { needs: ['text'], uses: ['amount'] },
  'same-user': { needs: ['user', 'approver'], uses: ['amount'] },
  payees: { needs: ['payee', 'date'], uses: ['amount'] },
  dormant: { needs: ['account', 'date'], uses: ['amount'] },
  outliers: { needs: ['amount', 'payee'], uses: [] },
}

/** All fields that a test reads. */
export const fieldsOf = (test: AuditTest): readonly AuditField[] => [
  ...CHECKS[test].needs,
  ...CHECKS[test].uses,
]

/** The fields that a test needs and that are not there; none where it can run. */
export const missingFor = (test: AuditTest, has: ReadonlySet<string>): AuditField[] =>
  CHECKS[test].needs.filter(field => !has.has(field))
