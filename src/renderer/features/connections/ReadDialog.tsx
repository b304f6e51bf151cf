import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Connection, Source, SourceColumn } from '../../../shared/contract/connections.ts'
import { call } from '../../app/client.ts'
import { keepPicked } from '../../app/picked.ts'
import { useCall, useLongCall } from '../../app/use-call.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  Field,
  CallProgress,
  Segmented,
  SelectField,
  TextField,
  toast,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './connections.module.css'

interface Seen {
  columns: SourceColumn[]
  rows: (string | null)[][]
}

/** What to read of a connection: a table or a query, its first rows, and by what later reads go on. Then the import wizard takes over. */
export function ReadDialog({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const box = useId()
  const [password, setPassword] = useState('')
  const given = { id: connection.id, ...(password === '' ? {} : { password }) }
  const [way, setWay] = useState<'table' | 'query'>('table')
  const [table, setTable] = useState('')
  const [sql, setSql] = useState('')
  const [seen, setSeen] = useState<Seen>()
  const [watermark, setWatermark] = useState('')
  const [key, setKey] = useState('')
  const [cap, setCap] = useState('1000000')
  const [problem, setProblem] = useState<string>()
  const tables = useCall('connections.tables', given)
  const preview = useLongCall('connections.preview')
  const reading = useLongCall('connections.extract')
  const chosen = tables.value?.find(one => nameOf(one) === table)
  const source: Source | undefined =
    way === 'query'
      ? sql.trim() === ''
        ? undefined
        : { sql }
      : chosen && { table: { schema: chosen.schema, name: chosen.name } }
  const forget = (): void => {
    setSeen(undefined)
    setWatermark('')
    setKey('')
    setProblem(undefined)
  }
  const look = async (): Promise<void> => {
    if (!source) return
    forget()
    const result = await preview.run({ ...given, source, limit: 20 })
    if (!result.ok) return setProblem(result.failure.message)
    setSeen(result.value)
    setKey(
      result.value.columns
        .filter(column => column.key)
        .map(column => column.name)
        .join('\n'),
    )
  }
  const read = async (): Promise<void> => {
    if (!source) return
    const body = {
      connection: connection.id,
      name: way === 'table' ? (chosen?.name ?? '') : sql.trim().replaceAll(/\s+/gu, ' ').slice(0, 60),
      source,
      watermark,
      key: key === '' ? [] : key.split('\n'),
      cap: Math.max(1, Math.trunc(Number(cap)) || 1_000_000),
    }
    const known = await call('connections.queries', {})
    const same = known.ok
      ? known.value.find(one => one.connection === body.connection && one.name === body.name)
      : undefined
    const saved = await call('connections.saveQuery', { ...(same && { id: same.id }), query: body })
    if (!saved.ok) return setProblem(saved.failure.message)
    const result = await reading.run({ ...given, id: saved.value.id })
    if (!result.ok)
      return setProblem(result.failure.code === 'cancelled' ? undefined : result.failure.message)
    const { file, changed } = result.value
    if (changed.rows > 0) toast('error', t.changed(changed.rows, changed.keys.join('; ')))
    if (!file) {
      toast('done', t.nothing)
      return onClose()
    }
    keepPicked([file])
    onClose()
    void navigate({ to: '/import' })
  }
  const names = seen?.columns.map(column => column.name) ?? []
  const primary = seen?.columns.filter(column => column.key).map(column => column.name) ?? []
  const keys = [...(primary.length > 1 ? [primary.join('\n')] : []), ...names]
  return (
    <Dialog title={t.readTitle(connection.name)} opened onClose={onClose} size={860}>
      <div className={styles.form}>
        {connection.password === 'asked' && (
          <TextField
            label={t.password}
            type="password"
            autoComplete="off"
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
        )}
        <div className={styles.row}>
          <Segmented
            label={t.readTitle(connection.name)}
            value={way}
            options={(['table', 'query'] as const).map(id => ({ id, label: t.ways[id] }))}
            onChange={value => {
              setWay(value)
              forget()
            }}
          />
        </div>
        {way === 'table' ? (
          <SelectField
            label={t.table}
            value={table}
            options={[{ value: '', label: t.choose }, ...(tables.value ?? []).map(one => ({ value: nameOf(one), label: nameOf(one) }))]} // prettier-ignore
            onChange={event => {
              setTable(event.target.value)
              forget()
            }}
          />
        ) : (
          <Field label={t.query} id={box}>
            <textarea
              id={box}
              className={styles.sql}
              spellCheck={false}
              value={sql}
              onChange={event => {
                setSql(event.target.value)
                forget()
              }}
            />
          </Field>
        )}
        {seen && (
          <>
            <div className={styles.scroll} role="region" aria-label={t.previewOf} tabIndex={0}>
              <DataTable
                caption={t.previewOf}
                edge={false}
                rows={seen.rows}
                rowKey={(_row, index) => index}
                columns={seen.columns.map(({ name }, at) => ({
                  id: `${at} ${name}`,
                  head: name,
                  cell: (row: (string | null)[]) => row[at] ?? '',
                }))}
              />
            </div>
            <div className={styles.pair}>
              <SelectField
                label={t.watermark}
                hint={t.watermarkHint}
                value={watermark}
                options={[{ value: '', label: t.all }, ...names.map(value => ({ value, label: value }))]}
                onChange={event => setWatermark(event.target.value)}
              />
              <SelectField
                label={t.key}
                value={key}
                options={[
                  { value: '', label: t.noKey },
                  ...keys.map(value => ({ value, label: value.replaceAll('\n', ', ') })),
                ]}
                onChange={event => setKey(event.target.value)}
              />
              <TextField
                label={t.cap}
                inputMode="numeric"
                value={cap}
                onChange={event => setCap(event.target.value.replaceAll(/\D/gu, ''))}
              />
            </div>
          </>
        )}
        {(problem ?? tables.failure?.message) && (
          <p role="alert" className={styles.bad}>
            {problem ?? tables.failure?.message}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button onClick={() => void look()} disabled={!source || preview.running}>
            {t.look}
          </Button>
          <Button kind="primary" onClick={() => void read()} disabled={!source || !seen || reading.running}>
            {t.toImport}
          </Button>
        </DialogButtons>
      </div>
      <CallProgress call={reading} label={t.reading} />
    </Dialog>
  )
}

const nameOf = ({ schema, name }: { schema: string; name: string }): string =>
  schema === '' ? name : `${schema}.${name}`
