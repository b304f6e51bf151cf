import { useState } from 'react'
import type { LogCheck } from '../../../shared/contract/security.ts'
import { call } from '../../app/client.ts'
import { useCall, useLongCall } from '../../app/use-call.ts'
import { Button, DataTable, ErrorState, toast, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './security.module.css'

/** Who did what, newest first, and whether the log is as it was written. */
export function AuditLog({ admin }: { admin: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [limit, setLimit] = useState(50)
  const { value: log, failure } = useCall('security.log', { limit }, { enabled: admin })
  const [checked, setChecked] = useState<LogCheck>()
  const check = useLongCall('security.verifyLog')
  const verify = async (): Promise<void> => {
    const result = await check.run({})
    if (result.ok) setChecked(result.value)
    else toast('error', result.failure.message)
  }
  const accept = async (): Promise<void> => {
    const result = await call('security.acceptAlarms', {})
    if (result.ok) await verify()
    else toast('error', result.failure.message)
  }
  return (
    <div className={styles.sheet}>
      <p className="t2">{t.logHint}</p>
      <div className={styles.buttons}>
        <Button disabled={check.running} onClick={() => void verify()}>
          {t.verify}
        </Button>
        {admin && (checked?.alarms.length ?? 0) > 0 && (
          <Button needs="security.acceptAlarms" onClick={() => void accept()}>
            {t.accept}
          </Button>
        )}
      </div>
      {checked && (
        <div role="status" className={checked.ok ? undefined : styles.bad}>
          <p className="strong">{checked.ok ? t.whole(format.count(checked.rows)) : t.notWhole}</p>
          <ul>
            {checked.problems.map(one => (
              <li key={`${one.kind} ${one.from}`}>
                {t.problems[one.kind]}: {one.from === one.to ? one.from : `${one.from}–${one.to}`}
              </li>
            ))}
            {checked.alarms.map(one => (
              <li key={one.row}>{t.alarm(format.moment(one.at), one.sequence)}</li>
            ))}
          </ul>
          <p className="cap mono">
            {t.head} {checked.head.sequence}:{checked.head.head.slice(0, 16)}
          </p>
        </div>
      )}
      {failure && <ErrorState failure={failure} />}
      {!admin && <p className="t3">{t.adminOnly}</p>}
      {log && (
        <DataTable
          caption={t.tabs.log}
          rows={log.rows}
          rowKey={row => row.sequence}
          edge={false}
          columns={[
            { id: 'row', head: t.row, numeric: true, width: 64, cell: row => row.sequence },
            { id: 'at', head: t.when, width: 170, cell: row => format.moment(row.at) },
            { id: 'who', head: t.who, wrap: true, cell: row => row.name ?? t.program(row.user) },
            { id: 'what', head: t.what, mono: true, wrap: true, cell: row => row.action },
            { id: 'rows', head: t.rows, numeric: true, width: 88, cell: row => row.detail['rows'] ?? '' },
          ]}
        />
      )}
      {log?.more && (
        <div>
          <Button onClick={() => setLimit(Math.min(1000, limit * 4))}>{t.more}</Button>
        </div>
      )}
    </div>
  )
}
