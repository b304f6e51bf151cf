import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconDownload,
  IconFileImport,
  IconRestore,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Batch } from '../../../shared/contract/import.ts'
import { useCall, useLongCall } from '../../app/use-call.ts'
import { useFilters } from '../../app/use-filters.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  EmptyState,
  ErrorState,
  IconButton,
  Page,
  CallProgress,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { Mappings } from './Mappings.tsx'
import { messages } from './messages.ts'
import { SumList } from './SumList.tsx'
import { useRejects } from './use-rejects.ts'
import shared from './shared.module.css'
import styles from './batches.module.css'

/** Every file that was loaded, with its counts, sum and hash; each can be undone and brought back. */
export default function BatchesPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const { openRows } = useFilters()
  const { value: batches, failure, stale, retry } = useCall('import.batches', {})
  const undo = useLongCall('import.undo')
  const restore = useLongCall('import.restore')
  const rejects = useRejects()
  const [asked, setAsked] = useState<Batch>()
  const running = undo.running ? undo : restore.running ? restore : undefined
  const turn = async (batch: Batch): Promise<void> => {
    setAsked(undefined)
    const result = await (batch.undone ? restore : undo).run({ batch: batch.id })
    if (result.ok) toast('done', batch.undone ? t.restoredToast(batch.file) : t.undoneToast(batch.file))
    else if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
  }
  const count = (id: 'read' | 'loaded' | 'duplicate' | 'rejected' | 'ignored', head: string) => ({
    id,
    head,
    numeric: true,
    cell: (batch: Batch) => format.count(batch.counts[id]),
    sortBy: (batch: Batch) => batch.counts[id],
  })
  const importFile = (
    <Button
      kind="primary"
      icon={<IconFileImport aria-hidden />}
      onClick={() => void navigate({ to: '/import' })}
    >
      {t.importFile}
    </Button>
  )
  return (
    <Page title={t.batchesTitle} actions={batches?.length ? importFile : undefined}>
      {failure && <ErrorState failure={failure} onRetry={retry} />}
      {batches?.length === 0 && (
        <EmptyState title={t.noBatches} action={importFile}>
          {t.noBatchesText}
        </EmptyState>
      )}
      {batches && batches.length > 0 && (
        <div className={stale ? 'stale' : undefined}>
          <DataTable
            caption={t.batchesCaption}
            rows={batches}
            rowKey={batch => batch.id}
            kind={batch => (batch.undone ? 'quiet' : undefined)}
            columns={[
              { id: 'batch', head: t.batch, mono: true, cell: batch => batch.id, sortBy: batch => batch.id },
              {
                id: 'file',
                head: t.file,
                text: true,
                width: '24%',
                sortBy: batch => batch.file,
                cell: batch => (
                  <span title={`${batch.file}\n${t.sha} ${batch.sha256}\n${batch.mapping}`}>
                    {batch.file} <span className="mono t3">{batch.sha256.slice(0, 8)}</span>
                  </span>
                ),
              },
              {
                id: 'at',
                head: t.loadedAt,
                cell: batch => format.moment(batch.loadedAt),
                sortBy: batch => batch.loadedAt,
              },
              count('read', t.readCount),
              count('loaded', t.loadedHead),
              count('duplicate', t.duplicates),
              count('rejected', t.rejected),
              count('ignored', t.ignoredHead),
              { id: 'sum', head: t.sum, numeric: true, cell: batch => <SumList sums={batch.sums} /> },
              {
                id: 'state',
                head: t.state,
                cell: batch => (
                  <span className={styles.rowTools}>
                    {batch.undone ? t.undone : t.inLedger}
                    {batch.disagreements.length > 0 && (
                      <span title={t.differText}>
                        <IconAlertTriangle
                          size={14}
                          className={shared.warn}
                          role="img"
                          aria-label={t.differText}
                        />
                      </span>
                    )}
                  </span>
                ),
              },
              {
                id: 'actions',
                head: t.actions,
                cell: batch => (
                  <span className={styles.rowTools}>
                    {!batch.undone && batch.counts.loaded > 0 && (
                      <Button
                        kind="quiet"
                        aria-label={t.openOf(batch.file)}
                        onClick={() => openRows({ batches: [batch.id] })}
                      >
                        {t.openShort}
                      </Button>
                    )}
                    {batch.counts.rejected > 0 && (
                      <IconButton label={t.rejectsOf(batch.file)} onClick={() => void rejects(batch)}>
                        <IconDownload aria-hidden />
                      </IconButton>
                    )}
                    <IconButton
                      needs="import.undo"
                      label={batch.undone ? t.restoreOf(batch.file) : t.undoOf(batch.file)}
                      disabled={running !== undefined}
                      onClick={() => (batch.undone ? void turn(batch) : setAsked(batch))}
                    >
                      {batch.undone ? <IconRestore aria-hidden /> : <IconArrowBackUp aria-hidden />}
                    </IconButton>
                  </span>
                ),
              },
            ]}
          />
        </div>
      )}
      <Mappings />
      <Dialog
        title={asked ? t.askUndo(asked.file) : ''}
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
      >
        {asked && (
          <>
            <p>{t.askUndoText(format.count(asked.counts.loaded))}</p>
            <DialogButtons>
              <Button onClick={() => setAsked(undefined)}>{t.cancel}</Button>
              <Button kind="danger" onClick={() => void turn(asked)}>
                {t.undo}
              </Button>
            </DialogButtons>
          </>
        )}
      </Dialog>
      <CallProgress call={running} label={undo.running ? t.undoing : t.restoring} />
    </Page>
  )
}
