import { useState } from 'react'
import {
  APPROXIMATE_ABOVE,
  WAREHOUSE_KINDS,
  type Attached,
  type Pushed,
  type WarehouseKind,
} from '../../../shared/contract/warehouse.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import {
  Button,
  DataTable,
  EmptyState,
  CallProgress,
  Segmented,
  SelectField,
  TextField,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './connections.module.css'

/** Pushes the workspace to a warehouse, or follows one; where questions are answered, and who may what there. */
export function Warehouse() {
  const t = useMessages(messages)
  const { value: attached } = useCall('warehouse.status', {})
  return (
    <>
      <p className={styles.lead}>{t.warehouseLead}</p>
      {attached && <Belongs attached={attached} />}
      {!attached?.follows && !attached?.asksOnly && <Target attached={attached ?? undefined} />}
      {attached && <Access key={`${attached.connection} ${attached.schema}`} />}
    </>
  )
}

function Belongs({ attached }: { attached: Attached }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { schema, connectionName, follows, asksOnly, reads, kind, approximateAbove } = attached
  const says = asksOnly ? t.asksOnly : follows ? t.follows : t.belongs
  const change = async (work: Promise<{ ok: boolean; failure?: { message: string } }>): Promise<void> => {
    const result = await work
    if (!result.ok) toast('error', result.failure?.message ?? t.failed)
    void queryClient.invalidateQueries()
  }
  return (
    <div className={styles.panel}>
      <div className={styles.row}>
        <p className={styles.good}>{says(schema, connectionName)}</p>
        <Button needs="warehouse.detach" onClick={() => void change(call('warehouse.detach', {}))}>
          {t.detach}
        </Button>
      </div>
      {!asksOnly && (
        <div className={styles.row}>
          <span>{t.answers}</span>
          <Segmented
            label={t.answers}
            value={reads ? 'there' : 'here'}
            options={(['there', 'here'] as const).map(id => ({ id, label: t.reads[id] }))}
            needs="warehouse.reads"
            onChange={value => void change(call('warehouse.reads', { on: value === 'there' }))}
          />
        </div>
      )}
      {reads && kind === 'postgres' && <p className={styles.good}>{t.countsExactly}</p>}
      {reads && kind !== 'postgres' && (
        <div className={styles.row}>
          <span>{t.distinct}</span>
          <Segmented
            label={t.distinct}
            value={approximateAbove === null ? 'exact' : 'near'}
            options={[
              { id: 'exact', label: t.exact },
              { id: 'near', label: t.near(format.count(approximateAbove ?? APPROXIMATE_ABOVE)) },
            ]}
            needs="warehouse.reads"
            onChange={value =>
              void change(
                call('warehouse.reads', {
                  on: true,
                  approximateAbove: value === 'exact' ? null : APPROXIMATE_ABOVE,
                }),
              )
            }
          />
        </div>
      )}
    </div>
  )
}

function Target({ attached }: { attached: Attached | undefined }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { value: all } = useCall('connections.list', {})
  const { value: status } = useCall('workspace.status', {})
  const connections = (all ?? []).filter(one => one.kind === 'postgres')
  const [chosen, setChosen] = useState<number>()
  const [schema, setSchema] = useState(attached?.schema ?? 'farthing')
  const [kind, setKind] = useState<WarehouseKind>(attached?.kind ?? 'postgres')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const [differences, setDifferences] = useState<Pushed['differences']>([])
  const pushing = useLongCall('warehouse.push')
  const following = useLongCall('warehouse.attach')
  const connection = connections.find(one => one.id === (chosen ?? attached?.connection)) ?? connections[0]
  if (all && !connection) return <EmptyState title={t.noConnections}>{t.noneThere}</EmptyState>
  if (!connection) return null
  const target = { connection: connection.id, schema, kind, ...(password === '' ? {} : { password }) }
  const push = async (): Promise<void> => {
    setProblem(undefined)
    const result = await pushing.run(target)
    void queryClient.invalidateQueries()
    if (!result.ok) return setProblem(result.failure.message)
    setDifferences(result.value.differences)
    if (result.value.differences.length === 0) toast('done', t.pushed(format.count(result.value.entries)))
  }
  const follow = async (copies: boolean): Promise<void> => {
    setProblem(undefined)
    const result = await following.run({ ...target, follow: copies })
    void queryClient.invalidateQueries()
    if (!result.ok) setProblem(result.failure.message)
  }
  const empty = status?.open === true && status.entries === 0
  const running = pushing.running ? pushing : following.running ? following : undefined
  return (
    <div className={styles.panel}>
      <div className={styles.pair}>
        <SelectField
          label={t.connection}
          value={String(connection.id)}
          options={connections.map(one => ({ value: String(one.id), label: one.name }))}
          onChange={event => setChosen(Number(event.target.value))}
        />
        <SelectField
          label={t.server}
          value={kind}
          options={WAREHOUSE_KINDS.map(value => ({ value, label: t.servers[value] }))}
          onChange={event => setKind(WAREHOUSE_KINDS.find(one => one === event.target.value) ?? 'postgres')}
        />
        <TextField
          label={t.schema}
          className="mono"
          value={schema}
          onChange={event => setSchema(event.target.value.trim())}
        />
        {connection.password === 'asked' && (
          <TextField
            label={t.password}
            type="password"
            autoComplete="off"
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
        )}
      </div>
      <div className={styles.row}>
        {empty ? (
          <>
            <Button
              needs="warehouse.attach"
              kind="primary"
              onClick={() => void follow(true)}
              disabled={running !== undefined}
            >
              {t.follow}
            </Button>
            <Button
              needs="warehouse.attach"
              onClick={() => void follow(false)}
              disabled={running !== undefined}
            >
              {t.ask}
            </Button>
          </>
        ) : (
          <Button
            needs="warehouse.push"
            kind="primary"
            onClick={() => void push()}
            disabled={running !== undefined}
          >
            {t.push}
          </Button>
        )}
      </div>
      {empty && <p className={styles.good}>{t.followOrAsk}</p>}
      {problem && (
        <p role="alert" className={styles.bad}>
          {problem}
        </p>
      )}
      {differences.length > 0 && (
        <>
          <p role="alert" className={styles.bad}>
            {t.differs}
          </p>
          <DataTable
            caption={t.differs}
            edge={false}
            rows={differences}
            rowKey={one => one.what}
            columns={[
              { id: 'what', head: t.what, wrap: true, cell: one => one.what },
              { id: 'here', head: t.here, numeric: true, cell: one => format.count(BigInt(one.here)) },
              { id: 'there', head: t.there, numeric: true, cell: one => format.count(BigInt(one.there)) },
            ]}
          />
        </>
      )}
      <CallProgress call={running} label={pushing.running ? t.pushing : t.following} />
    </div>
  )
}

function Access() {
  const t = useMessages(messages)
  const { value: access, failure } = useCall('warehouse.access', {})
  if (failure)
    return (
      <p role="alert" className={`${styles.lead} ${styles.bad}`}>
        {failure.message}
      </p>
    )
  if (!access) return null
  return (
    <>
      <h2 className={styles.head}>{t.access}</h2>
      <DataTable
        caption={t.access}
        rows={access.grants}
        rowKey={one => one.role}
        columns={[
          { id: 'role', head: t.role, cell: one => one.role },
          { id: 'rights', head: t.rights, wrap: true, cell: one => one.rights.join(', ') },
        ]}
      />
    </>
  )
}
