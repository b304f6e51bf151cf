import { useId, useState } from 'react'
import type { SqlAnswer } from '../../../shared/contract/explore.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { useCall, useLongCall } from '../../app/use-call.ts'
import { Button, DataTable, ErrorState, Panel, useFormat, useMay, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './explore.module.css'

const FIRST = `SELECT m.label AS payee, count(*) AS entries, sum(e.base_amount) AS minor_units
FROM entry e
JOIN member m ON m.dimension_id = 'payee' AND m.ordinal = e.payee
GROUP BY m.label ORDER BY entries DESC LIMIT 20`

/** One reading statement typed by a person, with the tables there are. */
export function SqlTab() {
  const t = useMessages(messages)
  const format = useFormat()
  const id = useId()
  const [text, setText] = useState(FIRST)
  const [answer, setAnswer] = useState<SqlAnswer>()
  const [failure, setFailure] = useState<Failure>()
  const may = useMay('explore.schema')
  const schema = useCall('explore.schema', {}, { enabled: may })
  const call = useLongCall('explore.sql')
  const run = async (): Promise<void> => {
    const result = await call.run({ text })
    setAnswer(result.ok ? result.value : undefined)
    setFailure(result.ok ? undefined : result.failure)
  }
  return (
    <>
      <p className={styles.note}>{t.sqlNote}</p>
      <div className={styles.sql}>
        <div>
          <label htmlFor={id}>{t.statement}</label>
          <textarea
            id={id}
            className={styles.statement}
            spellCheck={false}
            value={text}
            onChange={event => setText(event.target.value)}
            onKeyDown={event => {
              if (may && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run()
            }}
          />
          <div className={styles.controls} style={{ paddingLeft: 0 }}>
            <Button
              needs="explore.sql"
              kind="primary"
              disabled={call.running || text.trim() === ''}
              onClick={() => void run()}
            >
              {call.running ? t.running : t.run}
            </Button>
            {call.running && <Button onClick={call.cancel}>{t.cancel}</Button>}
            {answer && (
              <span className="t3" role="status">
                {t.sqlRows(format.count(answer.rows.length), format.count(Math.round(answer.ms)))}{' '}
                {answer.truncated && t.truncated}
              </span>
            )}
          </div>
        </div>
        <div className={styles.tables} tabIndex={0} role="group" aria-label={t.tables}>
          <strong>{t.tables}</strong>
          {!may && <p>{t.roleNeeded}</p>}
          {schema.value?.map(table => (
            <details key={table.table}>
              <summary>
                {table.table} ({format.count(table.rows)})
              </summary>
              <p className="mono">{table.columns.map(c => c.name).join(', ')}</p>
            </details>
          ))}
        </div>
      </div>
      {failure && failure.code !== 'cancelled' && <ErrorState title={t.failed} failure={failure} />}
      {answer && (
        <Panel title={t.answer}>
          <div className={styles.scroll} tabIndex={0} role="group" aria-label={t.answer}>
            <DataTable
              caption={t.answer}
              rows={answer.rows}
              rowKey={(_row, index) => index}
              columns={answer.columns.map((head, j) => ({
                id: `${j}`,
                head,
                numeric: typeof answer.rows[0]?.[j] !== 'string',
                cell: (row: SqlAnswer['rows'][number]) => (row[j] === null ? 'NULL' : String(row[j])),
              }))}
            />
          </div>
        </Panel>
      )}
    </>
  )
}
