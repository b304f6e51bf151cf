import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { useLongCall } from '../../app/use-call.ts'
import { Button, DataTable, ErrorState, CallProgress, useMessages } from '../../ui/index.ts'
import { settingsMessages } from './messages.ts'
import styles from './settings.module.css'

/** Runs every check of the workspace's file and lists what each found. */
export function CheckFile({ path }: { path: string }) {
  const t = useMessages(settingsMessages)
  const verify = useLongCall('workspace.verify')
  const [outcome, setOutcome] = useState<Output<'workspace.verify'>>()
  const [failure, setFailure] = useState<Failure>()
  const run = async () => {
    setFailure(undefined)
    const result = await verify.run({})
    if (result.ok) setOutcome(result.value)
    else setFailure(result.failure)
  }
  return (
    <div className={styles.form}>
      <dl className={styles.facts}>
        <dt>{t.file}</dt>
        <dd className="mono">{path}</dd>
      </dl>
      {failure && failure.code !== 'cancelled' && <ErrorState failure={failure} />}
      {outcome && (
        <>
          <p className="strong" role="status">
            {outcome.ok ? t.checkOk : t.checkBad}
          </p>
          <DataTable
            caption={t.check}
            edge={false}
            rows={outcome.checks}
            rowKey={row => row.check}
            columns={[
              { id: 'check', head: t.checkName, cell: row => row.check },
              { id: 'found', head: t.found, cell: row => row.found, wrap: true },
            ]}
          />
        </>
      )}
      <div>
        <Button disabled={verify.running} onClick={() => void run()}>
          {t.check}
        </Button>
      </div>
      <CallProgress call={verify} overlay={false} label={t.checking} />
    </div>
  )
}
