import { useState } from 'react'
import { useCall } from '../../app/use-call.ts'
import { useFilters } from '../../app/use-filters.ts'
import {
  Button,
  DataTable,
  Door,
  EmptyState,
  ErrorState,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { ImportDialog, Problems } from './ImportDialog.tsx'
import { messages } from './messages.ts'
import { useImport } from './use-import.ts'
import styles from './reference.module.css'

const NAMED = 20

/** The accounts of the entries with their type and what stands above them; a chart from a file fills these in. */
export function Accounts() {
  const t = useMessages(messages)
  const format = useFormat()
  const { openRows } = useFilters()
  const { value, failure, retry } = useCall('reference.accounts', {})
  const [importing, setImporting] = useState(false)
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!value) return null
  const depth = value.rows.reduce((most, row) => Math.max(most, row.levels.findLastIndex(Boolean) + 1), 0)
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.lead}>
          {t.accountsLead}
          {value.total > 0 &&
            ` ${t.accountCounts(format.count(value.total), format.count(value.typed), format.count(value.placed))}`}
          {value.total > value.rows.length &&
            ` ${t.mostUsed(format.count(value.rows.length), format.count(value.total))}`}
        </p>
        <span className={styles.tools}>
          <Button kind="primary" needs="reference.importChart" onClick={() => setImporting(true)}>
            {t.importChart}
          </Button>
        </span>
      </div>
      {value.total === 0 ? (
        <EmptyState title={t.noAccounts}>{t.noAccountsText}</EmptyState>
      ) : (
        <DataTable
          caption={t.tabs.accounts}
          rows={value.rows}
          rowKey={row => row.key}
          columns={[
            { id: 'key', head: t.account, mono: true, cell: row => row.key, sortBy: row => row.key },
            {
              id: 'name',
              head: t.name,
              wrap: true,
              cell: row => (row.name === row.key ? '' : row.name),
              sortBy: row => row.name,
            },
            { id: 'type', head: t.type, cell: row => t.types[row.type] ?? row.type, sortBy: row => row.type },
            {
              id: 'levels',
              head: t.levels,
              wrap: true,
              cell: row => row.levels.slice(0, depth).filter(Boolean).join(' › '),
              sortBy: row => row.levels.join('\u0000'),
            },
            {
              id: 'entries',
              head: t.entries,
              numeric: true,
              cell: row => (
                <Door onOpen={() => openRows({ members: { account: [row.key] } })} label={row.name}>
                  {format.count(row.entries)}
                </Door>
              ),
              sortBy: row => row.entries,
            },
          ]}
        />
      )}
      {importing && <ChartImport onClose={() => setImporting(false)} />}
    </>
  )
}

function ChartImport({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { report, look, take, dialog } = useImport('reference.previewChart', 'reference.importChart')
  const load = async (): Promise<void> => {
    const done = await take({})
    if (!done) return
    toast('done', t.chartDone(format.count(done.changedMembers), format.count(done.changedEntries)))
    onClose()
  }
  const belongs = (one: { type: string; levels: string[]; members: Record<string, string> }): string =>
    [t.types[one.type] ?? one.type, ...one.levels, ...Object.values(one.members)].filter(Boolean).join(' › ')
  return (
    <ImportDialog
      title={t.importChartTitle}
      text={t.importChartText}
      accept=".csv,.txt,.tsv,.json,.xml,.gnucash-xea,.zip"
      {...dialog}
      working={t.reading}
      needs="reference.importChart"
      ready={report !== undefined && report.matched > 0}
      onPick={file => void look(file, {})}
      onImport={() => void load()}
      onClose={onClose}
    >
      {report && (
        <>
          <dl className={styles.facts} role="status">
            <dt>{t.about[report.about]}</dt>
            <dd>{format.count(report.rows)}</dd>
            <dt>{t.matched}</dt>
            <dd>{format.count(report.matched)}</dd>
            <dt>{t.unmatched}</dt>
            <dd>{format.count(report.unmatched.length)}</dd>
            <dt>{t.unused}</dt>
            <dd>{format.count(report.unused)}</dd>
          </dl>
          {report.unmatched.length > 0 && (
            <p className={styles.quiet}>
              {t.unmatchedNames(
                `${report.unmatched.slice(0, NAMED).join(', ')}${report.unmatched.length > NAMED ? ' …' : ''}`,
              )}
            </p>
          )}
          <Problems problems={report.problems} />
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.chartRows}>
            <DataTable
              caption={t.chartRows}
              edge={false}
              rows={report.sample}
              rowKey={(one, i) => `${i} ${one.key}`}
              columns={[
                { id: 'key', head: t.account, mono: true, cell: one => one.key },
                { id: 'name', head: t.name, wrap: true, cell: one => one.name },
                { id: 'belongs', head: t.belongsTo, wrap: true, cell: belongs },
              ]}
            />
          </div>
        </>
      )}
    </ImportDialog>
  )
}
