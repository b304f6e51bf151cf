import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ACTUAL } from '../../../shared/query/scenario.ts'
import { useCall } from '../../app/use-call.ts'
import { Button, DataTable, Door, EmptyState, ErrorState, useFormat, useMessages } from '../../ui/index.ts'
import { BudgetImport } from './BudgetImport.tsx'
import { messages } from './messages.ts'
import styles from './reference.module.css'

/** The scenarios beside what was posted; a budget's file makes one. */
export function Budgets() {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const { value, failure, retry } = useCall('budget.scenarios', {})
  const [importing, setImporting] = useState(false)
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!value) return null
  const planned = value.filter(one => one.name !== ACTUAL)
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.lead}>{t.budgetsLead}</p>
        <span className={styles.tools}>
          <Button kind="primary" needs="budget.importFile" onClick={() => setImporting(true)}>
            {t.importBudget}
          </Button>
        </span>
      </div>
      {planned.length === 0 ? (
        <EmptyState title={t.noBudgets}>{t.noBudgetsText}</EmptyState>
      ) : (
        <DataTable
          caption={t.tabs.budgets}
          rows={planned}
          rowKey={one => one.name}
          columns={[
            {
              id: 'name',
              head: t.budgetName,
              wrap: true,
              cell: one => (
                <Door
                  onOpen={() => void navigate({ to: '/budget', search: { budget: one.name } })}
                  label={t.openBudget(one.name)}
                >
                  {one.name}
                </Door>
              ),
              sortBy: one => one.name,
            },
            {
              id: 'span',
              head: t.span,
              cell: one => (one.from && one.to ? format.span(one.from, one.to) : ''),
              sortBy: one => one.from ?? '',
            },
            {
              id: 'entries',
              head: t.entries,
              numeric: true,
              cell: one => format.count(one.entries),
              sortBy: one => one.entries,
            },
          ]}
        />
      )}
      {importing && <BudgetImport onClose={() => setImporting(false)} />}
    </>
  )
}
