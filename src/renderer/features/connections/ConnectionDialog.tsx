import { useState } from 'react'
import {
  CONNECTION_KINDS,
  TLS_MODES,
  type Connection,
  type ConnectionBody,
} from '../../../shared/contract/connections.ts'
import { call } from '../../app/client.ts'
import { queryClient } from '../../app/use-call.ts'
import { Button, Dialog, DialogButtons, SelectField, TextField, toast, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './connections.module.css'

const BLANK: ConnectionBody = {
  name: '',
  kind: 'postgres',
  host: '',
  database: '',
  user: '',
  tls: 'verify',
  caFile: '',
  file: '',
}

/** Makes or changes a connection; the test button tries it before it is saved. */
export function ConnectionDialog({
  connection,
  onClose,
}: {
  connection: Connection | undefined
  onClose: () => void
}) {
  const t = useMessages(messages)
  const [draft, setDraft] = useState<ConnectionBody>(() => bodyOf(connection))
  const [password, setPassword] = useState('')
  const [tested, setTested] = useState<{ ok: boolean; text: string }>()
  const [busy, setBusy] = useState(false)
  const put = (part: Partial<ConnectionBody>): void => {
    setDraft(now => ({ ...now, ...part }))
    setTested(undefined)
  }
  const fallback =
    draft.kind === 'sqlite' ? draft.file.split(/[\\/]/u).at(-1) : `${draft.database} ${draft.host}`.trim()
  const body = { ...draft, name: draft.name.trim() || fallback || t.kinds[draft.kind] }
  const given = {
    ...(connection && { id: connection.id }),
    connection: body,
    ...(password === '' ? {} : { password }),
  }
  const test = async (): Promise<void> => {
    setBusy(true)
    const result = await call('connections.test', given)
    setBusy(false)
    setTested(
      result.ok
        ? { ok: true, text: t.works(result.value.server, result.value.ms) }
        : { ok: false, text: result.failure.message },
    )
  }
  const save = async (): Promise<void> => {
    const result = await call('connections.save', given)
    if (!result.ok) {
      setTested({ ok: false, text: result.failure.message })
      return
    }
    toast('done', t.saved)
    void queryClient.invalidateQueries()
    onClose()
  }
  const complete = draft.kind === 'sqlite' ? draft.file !== '' : draft.host !== ''
  return (
    <Dialog title={connection ? t.editTitle : t.newTitle} opened onClose={onClose} size={640}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (complete) void save()
        }}
      >
        <div className={styles.pair}>
          <SelectField
            label={t.kind}
            hint={draft.kind === 'postgres' ? t.kindHint : undefined}
            value={draft.kind}
            options={CONNECTION_KINDS.map(value => ({ value, label: t.kinds[value] }))}
            onChange={event =>
              put({ kind: CONNECTION_KINDS.find(one => one === event.target.value) ?? 'postgres' })
            }
          />
          <TextField
            label={t.name}
            value={draft.name}
            placeholder={body.name}
            maxLength={200}
            onChange={event => put({ name: event.target.value })}
          />
        </div>
        {draft.kind === 'sqlite' ? (
          <TextField
            label={t.file}
            value={draft.file}
            onChange={event => put({ file: event.target.value })}
          />
        ) : (
          <Server draft={draft} put={put} password={password} onPassword={setPassword} />
        )}
        {tested && (
          <p role={tested.ok ? 'status' : 'alert'} className={tested.ok ? styles.good : styles.bad}>
            {tested.text}
          </p>
        )}
        <DialogButtons>
          <Button onClick={() => void test()} disabled={!complete || busy}>
            {t.test}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" disabled={!complete}>
            {t.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function bodyOf(connection: Connection | undefined): ConnectionBody {
  if (!connection) return BLANK
  const { id: _id, password: _password, ...body } = connection
  return body
}

function Server({
  draft,
  put,
  password,
  onPassword,
}: {
  draft: ConnectionBody
  put: (part: Partial<ConnectionBody>) => void
  password: string
  onPassword: (password: string) => void
}) {
  const t = useMessages(messages)
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={t.host}
          hint={t.hostHint}
          value={draft.host}
          onChange={event => put({ host: event.target.value.trim() })}
        />
        <TextField
          label={t.port}
          inputMode="numeric"
          value={draft.port ?? ''}
          placeholder={draft.kind === 'mysql' ? '3306' : '5432'}
          onChange={event => {
            const port = Number(event.target.value)
            put({ port: Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined })
          }}
        />
        <TextField
          label={t.database}
          value={draft.database}
          onChange={event => put({ database: event.target.value })}
        />
        <TextField
          label={t.user}
          autoComplete="off"
          value={draft.user}
          onChange={event => put({ user: event.target.value })}
        />
        <TextField
          label={t.password}
          hint={t.passwordHint}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={event => onPassword(event.target.value)}
        />
        <SelectField
          label={t.encryption}
          hint={
            draft.tls === 'verify' ? undefined : <span className={styles.bad}>{t.tlsWarning[draft.tls]}</span>
          }
          value={draft.tls}
          options={TLS_MODES.map(value => ({ value, label: t.tls[value] }))}
          onChange={event => put({ tls: TLS_MODES.find(one => one === event.target.value) ?? 'verify' })}
        />
      </div>
      {draft.tls === 'verify' && (
        <TextField
          label={t.ca}
          hint={t.caHint}
          value={draft.caFile}
          onChange={event => put({ caFile: event.target.value.trim() })}
        />
      )}
    </>
  )
}
