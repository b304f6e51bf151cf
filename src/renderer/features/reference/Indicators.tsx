import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Indicator } from '../../../shared/contract/reference.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import { SaveDialog } from '../../app/SaveDialog.tsx'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  EmptyState,
  ErrorState,
  IconButton,
  TextField,
  toast,
  useFormat,
  useMessages,
  toolsColumn,
} from '../../ui/index.ts'
import { decimal } from './decimal.ts'
import { ImportDialog, Problems } from './ImportDialog.tsx'
import { IndicatorCharts } from './IndicatorCharts.tsx'
import { messages } from './messages.ts'
import { useImport } from './use-import.ts'
import styles from './reference.module.css'

/** Published series: their coverage, their course, and expenses at the prices of one month. */
export function Indicators() {
  const t = useMessages(messages)
  const format = useFormat()
  const { value, failure, retry } = useCall('reference.indicators', {})
  const [importing, setImporting] = useState(false)
  const [chosen, setChosen] = useState<number>()
  const [renamed, setRenamed] = useState<Indicator>()
  const [removed, setRemoved] = useState<Indicator>()
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!value) return null
  const shown = value.find(one => one.id === chosen) ?? value[0]
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.lead}>{t.indicatorsLead}</p>
        <span className={styles.tools}>
          <Button kind="primary" needs="reference.importIndicators" onClick={() => setImporting(true)}>
            {t.importIndicators}
          </Button>
        </span>
      </div>
      {value.length === 0 ? (
        <EmptyState title={t.noIndicators}>{t.noIndicatorsText}</EmptyState>
      ) : (
        <DataTable
          caption={t.tabs.indicators}
          rows={value}
          rowKey={one => one.id}
          onOpen={one => setChosen(one.id)}
          selected={one => one.id === shown?.id}
          columns={[
            { id: 'name', head: t.series, wrap: true, cell: one => one.name },
            { id: 'last', head: t.last, numeric: true, cell: one => decimal(one.latest, format) },
            {
              id: 'coverage',
              head: t.values,
              wrap: true,
              cell: one => t.covers(format.count(one.values), format.date(one.from), format.date(one.to)),
            },
            { id: 'source', head: t.source, wrap: true, cell: one => one.source },
            toolsColumn<Indicator>(t.tools, 2, one => (
              <>
                <IconButton
                  label={t.rename(one.name)}
                  needs="reference.renameIndicator"
                  onClick={() => setRenamed(one)}
                >
                  <IconPencil aria-hidden />
                </IconButton>
                <IconButton
                  label={t.removeIndicator(one.name)}
                  needs="reference.removeIndicator"
                  onClick={() => setRemoved(one)}
                >
                  <IconTrash aria-hidden />
                </IconButton>
              </>
            )),
          ]}
        />
      )}
      {shown && <IndicatorCharts key={shown.id} indicator={shown} />}
      {importing && <IndicatorsImport onClose={() => setImporting(false)} />}
      {renamed && <Rename indicator={renamed} onClose={() => setRenamed(undefined)} />}
      {removed && <Remove indicator={removed} onClose={() => setRemoved(undefined)} />}
    </>
  )
}

function IndicatorsImport({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { report, look, take, dialog } = useImport(
    'reference.previewIndicators',
    'reference.importIndicators',
  )
  const load = async (): Promise<void> => {
    const done = await take({})
    if (!done) return
    toast('done', t.indicatorsDone(format.count(done.added), format.count(done.replaced)))
    onClose()
  }
  return (
    <ImportDialog
      title={t.importIndicatorsTitle}
      text={t.importIndicatorsText}
      accept=".csv,.txt,.tsv,.zip"
      {...dialog}
      working={t.reading}
      needs="reference.importIndicators"
      onPick={file => void look(file, {})}
      onImport={() => void load()}
      onClose={onClose}
    >
      {report && (
        <>
          <Problems problems={report.problems} />
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.series}>
            <DataTable
              caption={t.series}
              edge={false}
              rows={report.series}
              rowKey={one => one.name}
              columns={[
                {
                  id: 'name',
                  head: t.series,
                  wrap: true,
                  cell: one => (
                    <>
                      {one.name} {one.known && <span className="t3">{t.known}</span>}
                    </>
                  ),
                },
                {
                  id: 'coverage',
                  head: t.values,
                  wrap: true,
                  cell: one => t.covers(format.count(one.values), format.date(one.from), format.date(one.to)),
                },
                { id: 'last', head: t.last, numeric: true, cell: one => decimal(one.latest, format) },
              ]}
            />
          </div>
        </>
      )}
    </ImportDialog>
  )
}

function Rename({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const t = useMessages(messages)
  const [name, setName] = useState(indicator.name)
  return (
    <SaveDialog
      title={t.renameTitle}
      complete={name.trim() !== ''}
      save={() => call('reference.renameIndicator', { id: indicator.id, name })}
      saved={t.renamed(name.trim())}
      stale="reference.indicators"
      onClose={onClose}
    >
      <TextField
        label={t.name}
        value={name}
        maxLength={200}
        onChange={event => setName(event.target.value)}
      />
    </SaveDialog>
  )
}

function Remove({ indicator, onClose }: { indicator: Indicator; onClose: () => void }) {
  const t = useMessages(messages)
  const remove = async (): Promise<void> => {
    const result = await call('reference.removeIndicator', { id: indicator.id })
    if (result.ok) toast('done', t.indicatorRemoved)
    else toast('error', result.failure.message)
    void queryClient.invalidateQueries()
    onClose()
  }
  return (
    <Dialog title={t.removeTitle} opened onClose={onClose}>
      <p>{t.removeText(indicator.name)}</p>
      <DialogButtons>
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button kind="danger" onClick={() => void remove()}>
          {t.remove}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
