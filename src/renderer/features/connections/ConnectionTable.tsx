import { IconDownload, IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react'
import type { Connection } from '../../../shared/contract/connections.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  IconButton,
  CallProgress,
  toast,
  useFormat,
  useMessages,
  toolsColumn,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './connections.module.css'

interface Props {
  onAdd: () => void
  onRead: (connection: Connection) => void
  onEdit: (connection: Connection) => void
}

/** The connections, and below them the queries that were read of them and can be read again for what is new. */
export function ConnectionTable({ onAdd, onRead, onEdit }: Props) {
  const t = useMessages(messages)
  const { value: connections, failure, retry } = useCall('connections.list', {})
  const remove = async ({ id }: Connection): Promise<void> => {
    const result = await call('connections.remove', { id })
    if (result.ok) toast('done', t.removed)
    else toast('error', result.failure.message)
    void queryClient.invalidateQueries()
  }
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!connections) return null
  if (connections.length === 0)
    return (
      <EmptyState
        title={t.none}
        action={
          <Button needs="connections.save" onClick={onAdd}>
            {t.add}
          </Button>
        }
      >
        {t.noneText}
      </EmptyState>
    )
  return (
    <>
      <p className={styles.lead}>{t.lead}</p>
      <DataTable
        caption={t.tabs.sources}
        rows={connections}
        rowKey={one => one.id}
        columns={[
          { id: 'name', head: t.name, wrap: true, cell: one => one.name },
          { id: 'kind', head: t.kind, wrap: true, cell: one => t.kinds[one.kind] },
          { id: 'place', head: t.place, wrap: true, cell: one => placeText(one) },
          {
            id: 'tls',
            head: t.encryption,
            wrap: true,
            cell: one =>
              one.kind === 'sqlite' ? (
                ''
              ) : (
                <span className={one.tls === 'verify' ? undefined : styles.bad}>{t.tls[one.tls]}</span>
              ),
          },
          { id: 'password', head: t.password, cell: one => t.passwords[one.password] },
          toolsColumn<Connection>(t.tools, 3, one => (
            <>
              <IconButton needs="connections.preview" label={t.read(one.name)} onClick={() => onRead(one)}>
                <IconDownload aria-hidden />
              </IconButton>
              <IconButton needs="connections.save" label={t.edit(one.name)} onClick={() => onEdit(one)}>
                <IconPencil aria-hidden />
              </IconButton>
              <IconButton
                needs="connections.remove"
                label={t.remove(one.name)}
                onClick={() => void remove(one)}
              >
                <IconTrash aria-hidden />
              </IconButton>
            </>
          )),
        ]}
      />
      <Queries />
    </>
  )
}

const placeText = ({ kind, host, port, database, file }: Connection): string =>
  kind === 'sqlite' ? file : `${host}${port === undefined ? '' : `:${port}`}/${database}`

function Queries() {
  const t = useMessages(messages)
  const format = useFormat()
  const { value: queries } = useCall('connections.queries', {})
  const loading = useLongCall('connections.import')
  const load = async (id: number): Promise<void> => {
    const result = await loading.run({ id })
    void queryClient.invalidateQueries()
    if (!result.ok) {
      if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
      return
    }
    const { batch, changed } = result.value
    if (changed.rows > 0) toast('error', t.changed(changed.rows, changed.keys.join('; ')))
    toast('done', batch ? t.loaded(format.count(batch.counts.loaded)) : t.nothing)
  }
  if (!queries || queries.length === 0) return null
  return (
    <>
      <h2 className={styles.head}>{t.queries}</h2>
      <DataTable
        caption={t.queries}
        rows={queries}
        rowKey={one => one.id}
        columns={[
          { id: 'connection', head: t.connection, wrap: true, cell: one => one.connectionName },
          { id: 'name', head: t.name, wrap: true, cell: one => one.name },
          { id: 'watermark', head: t.watermark, wrap: true, cell: one => one.watermark || t.all },
          { id: 'until', head: t.until, wrap: true, cell: one => one.until ?? '' },
          {
            id: 'last',
            head: t.lastRead,
            cell: one => (one.lastReadAt === null ? t.never : format.age(one.lastReadAt)),
          },
          {
            id: 'tools',
            head: <span className="visually-hidden">{t.tools}</span>,
            width: 56,
            cell: one => (
              <IconButton
                needs="connections.import"
                label={t.again(one.name)}
                disabled={loading.running}
                onClick={() => void load(one.id)}
              >
                <IconPlayerPlay aria-hidden />
              </IconButton>
            ),
          },
        ]}
      />
      <CallProgress call={loading} label={t.reading} />
    </>
  )
}
