import type { Output } from '../../../shared/contract/index.ts'
import type { AuditField, AuditTest } from '../../../shared/data/audit-request.ts'
import { useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './audit.module.css'

const GROUPS: readonly {
  id: 'numbers' | 'payments' | 'journal' | 'sampling'
  tests: readonly AuditTest[]
}[] = [
  { id: 'numbers', tests: ['benford', 'round', 'limit', 'outliers'] },
  { id: 'payments', tests: ['duplicates', 'split', 'match', 'payees'] },
  {
    id: 'journal',
    tests: [
      'gaps',
      'weekend',
      'period-end',
      'dating',
      'keywords',
      'same-user',
      'unbalanced',
      'pairs',
      'dormant',
    ],
  },
  { id: 'sampling', tests: ['sample', 'stratify', 'aging'] },
]

/** All tests by what they look at; what this ledger has no fields for says what it needs. */
export function TestList({
  tests,
  chosen,
  onChoose,
}: {
  tests: Output<'audit.tests'>['tests']
  chosen: AuditTest | undefined
  onChoose: (test: AuditTest) => void
}) {
  const t = useMessages(messages)
  const missing = (test: AuditTest): readonly AuditField[] =>
    tests.find(one => one.test === test)?.missing ?? []
  return (
    <div className={styles.tests} data-testid="tests">
      {GROUPS.map(group => (
        <section key={group.id} aria-label={t.groups[group.id]}>
          <h2>{t.groups[group.id]}</h2>
          <ul>
            {group.tests.map(test => {
              const lacks = missing(test)
              return (
                <li key={test}>
                  <button
                    type="button"
                    className={styles.test}
                    aria-pressed={test === chosen}
                    data-disabled={lacks.length > 0 ? '' : undefined}
                    onClick={() => onChoose(test)}
                  >
                    <span className="strong">{t.names[test]}</span>
                    <span className="t2">
                      {lacks.length > 0
                        ? t.disabled(lacks.map(field => t.fields[field]).join(', '))
                        : t.says[test]}
                    </span>
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
