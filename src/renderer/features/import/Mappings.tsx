import { IconDownload, IconPencil, IconTrash, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Mapping } from '../../../shared/contract/import.ts'
import { call } from '../../app/client.ts'
import { useCall } from '../../app/use-call.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  ErrorState,
  IconButton,
  TextField,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { saveBlob } from './use-rejects.ts'
import styles from './mappings.module.css'

interface Known {
  id: number
  mapping: Mapping
  usedAt: string
}

/** How shapes of files are read: renamed, forgotten, given away and taken in as JSON. */
export function Mappings() {
  const t = useMessages(messages)
  const format = useFormat()
  const input = useRef<HTMLInputElement>(null)
  const { value: known, failure, retry } = useCall('import.mappings', {})
  const [renamed, setRenamed] = useState<Known>()
  const [forgotten, setForgotten] = useState<Known>()
  const save = async (mapping: Mapping): Promise<void> => {
    setRenamed(undefined)
    const result = await call('import.saveMapping', { mapping })
    if (result.ok) toast('done', t.mappingSaved(mapping.name))
    else toast('error', result.failure.message)
  }
  const forget = async ({ id, mapping }: Known): Promise<void> => {
    setForgotten(undefined)
    const result = await call('import.deleteMapping', { id })
    if (result.ok) toast('done', t.mappingForgotten(mapping.name))
    else toast('error', result.failure.message)
  }
  const give = async ({ id }: Known): Promise<void> => {
    const result = await call('import.exportMapping', { id })
    if (result.ok) saveBlob(new Blob([result.value.json], { type: 'application/json' }), result.value.name)
    else toast('error', result.failure.message)
  }
  const take = async (file: File): Promise<void> => {
    try {
      // What does not fit the contract is refused there, by the name of what does not fit.
      await save(JSON.parse(await file.text()) as Mapping)
    } catch {
      toast('error', t.mappingUnread(file.name))
    }
  }
  return (
    <section className={styles.mappings} aria-label={t.mappingsTitle}>
      <div className={styles.mappingsHead}>
        <h2>{t.mappingsTitle}</h2>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,application/json"
          data-testid="mapping-input"
          onChange={event => {
            const file = event.target.files?.[0]
            if (file) void take(file)
            event.target.value = ''
          }}
        />
        <Button
          needs="import.saveMapping"
          icon={<IconUpload aria-hidden />}
          onClick={() => input.current?.click()}
        >
          {t.takeMapping}
        </Button>
      </div>
      {failure && <ErrorState failure={failure} onRetry={retry} />}
      {known?.length === 0 && <p className="t2">{t.noMappings}</p>}
      {known && known.length > 0 && (
        <DataTable
          caption={t.mappingsTitle}
          rows={known}
          rowKey={row => row.id}
          columns={[
            { id: 'name', head: t.mappingUsed, text: true, width: '30%', cell: row => row.mapping.name, sortBy: row => row.mapping.name }, // prettier-ignore
            {
              id: 'columns',
              head: t.columnsTitle,
              text: true,
              width: '40%',
              cell: ({ mapping }) => (
                <span title={(mapping.headers ?? mapping.shape).join('\n')}>
                  {(mapping.headers ?? mapping.shape).slice(0, 6).join(', ')}
                </span>
              ),
            },
            {
              id: 'used',
              head: t.lastUsed,
              cell: row => format.moment(row.usedAt),
              sortBy: row => row.usedAt,
            },
            {
              id: 'actions',
              head: t.actions,
              cell: row => (
                <span className={styles.mappingTools}>
                  <IconButton
                    needs="import.saveMapping"
                    label={t.renameMapping(row.mapping.name)}
                    onClick={() => setRenamed(row)}
                  >
                    <IconPencil aria-hidden />
                  </IconButton>
                  <IconButton label={t.giveMapping(row.mapping.name)} onClick={() => void give(row)}>
                    <IconDownload aria-hidden />
                  </IconButton>
                  <IconButton
                    needs="import.deleteMapping"
                    label={t.forgetMapping(row.mapping.name)}
                    onClick={() => setForgotten(row)}
                  >
                    <IconTrash aria-hidden />
                  </IconButton>
                </span>
              ),
            },
          ]}
        />
      )}
      <Dialog
        title={renamed ? t.renameMapping(renamed.mapping.name) : ''}
        opened={renamed !== undefined}
        onClose={() => setRenamed(undefined)}
      >
        {renamed && (
          <>
            <TextField
              label={t.mappingName}
              value={renamed.mapping.name}
              maxLength={200}
              onChange={event =>
                setRenamed({ ...renamed, mapping: { ...renamed.mapping, name: event.target.value } })
              }
            />
            <DialogButtons>
              <Button onClick={() => setRenamed(undefined)}>{t.cancel}</Button>
              <Button
                kind="primary"
                disabled={renamed.mapping.name.trim() === ''}
                onClick={() => void save(renamed.mapping)}
              >
                {t.saveName}
              </Button>
            </DialogButtons>
          </>
        )}
      </Dialog>
      <Dialog
        title={forgotten ? t.forgetMapping(forgotten.mapping.name) : ''}
        opened={forgotten !== undefined}
        onClose={() => setForgotten(undefined)}
      >
        {forgotten && (
          <>
            <p>{t.forgetText}</p>
            <DialogButtons>
              <Button onClick={() => setForgotten(undefined)}>{t.cancel}</Button>
              <Button kind="danger" onClick={() => void forget(forgotten)}>
                {t.forget}
              </Button>
            </DialogButtons>
          </>
        )}
      </Dialog>
    </section>
  )
}
