import { IconArrowBackUp, IconDownload } from '@tabler/icons-react'
import type { Batch } from '../../../shared/contract/import.ts'
import { useFilters } from '../../app/use-filters.ts'
import { useLongCall } from '../../app/use-call.ts'
import { Button, CallProgress, toast, useFormat, useMessages } from '../../ui/index.ts'
import { ControlTable } from './ControlTable.tsx'
import { Equation } from './Equation.tsx'
import { messages } from './messages.ts'
import { SumList } from './SumList.tsx'
import { useRejects } from './use-rejects.ts'
import shared from './shared.module.css'
import styles from './proof-step.module.css'

/** What was loaded, that it adds up, and the ways on: open the entries, undo. */
export function ProofStep({ batch, onBatch }: { batch: Batch; onBatch: (batch: Batch) => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { openRows } = useFilters()
  const undo = useLongCall('import.undo')
  const restore = useLongCall('import.restore')
  const rejects = useRejects()
  const running = undo.running ? undo : restore.running ? restore : undefined
  const turn = async (): Promise<void> => {
    const result = await (batch.undone ? restore : undo).run({ batch: batch.id })
    if (result.ok) onBatch(result.value)
    else if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
  }
  const { loaded } = batch.counts
  const title = batch.undone
    ? t.proofUndone
    : loaded === 0
      ? t.proofNone
      : loaded === 1
        ? t.proofOne
        : t.proofTitle(format.count(loaded))
  return (
    <div className={styles.proof} tabIndex={0} role="region" aria-label={t.step.proof}>
      <Equation counts={batch.counts} done note={batch.undone ? t.undone : t.batchNo(String(batch.id))} />
      <div className={shared.proofBody}>
        <h2>{title}</h2>
        {batch.undone && <p className="t2">{t.proofUndoneText}</p>}
        <p className={shared.bigSum} data-testid="batch-sum">
          <SumList sums={batch.sums} />
        </p>
        <dl className={styles.facts}>
          <div>
            <dt>{t.file}</dt>
            <dd>{batch.file}</dd>
          </div>
          {batch.from && batch.to && (
            <div>
              <dt>{t.span}</dt>
              <dd>{format.span(batch.from, batch.to)}</dd>
            </div>
          )}
          <div>
            <dt>{t.mappingUsed}</dt>
            <dd>{batch.mapping}</dd>
          </div>
          <div>
            <dt>{t.loadedAt}</dt>
            <dd>{format.moment(batch.loadedAt)}</dd>
          </div>
          <div>
            <dt>{t.sha}</dt>
            <dd className="mono">{batch.sha256}</dd>
          </div>
        </dl>
        {batch.disagreements.length > 0 && (
          <section className={styles.off}>
            <h2>{t.controls}</h2>
            <ControlTable
              controls={batch.disagreements.slice(0, MOST_SHOWN)}
              currency={Object.keys(batch.sums)[0] ?? ''}
            />
            <p className={shared.notice}>{t.differText}</p>
          </section>
        )}
        <div className={styles.ways}>
          {!batch.undone && loaded > 0 && (
            <Button kind="primary" size="large" onClick={() => openRows({ batches: [batch.id] })}>
              {t.openEntries}
            </Button>
          )}
          {(loaded > 0 || batch.undone) && (
            <Button
              needs="import.undo"
              size="large"
              icon={<IconArrowBackUp aria-hidden />}
              disabled={running !== undefined}
              onClick={() => void turn()}
            >
              {batch.undone ? t.restore : t.undo}
            </Button>
          )}
          {batch.counts.rejected > 0 && (
            <Button size="large" icon={<IconDownload aria-hidden />} onClick={() => void rejects(batch)}>
              {t.exportRejects}
            </Button>
          )}
        </div>
      </div>
      <CallProgress call={running} label={undo.running ? t.undoing : t.restoring} />
    </div>
  )
}

const MOST_SHOWN = 20
