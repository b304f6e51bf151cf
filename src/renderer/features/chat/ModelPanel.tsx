import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import { Button, Dialog, DialogButtons, TextField, toast, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './chat.module.css'

/** Which language model this workspace may ask, and what it was asked. Off until somebody consents. */
export function ModelPanel({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { value } = useCall('chat.model', {})
  const [log, setLog] = useState(false)
  const entries = useCall('chat.modelLog', { limit: 50 }, { enabled: log }).value ?? []
  return (
    <Dialog title={t.model.title} opened onClose={onClose} size={620}>
      <p>{t.model.about}</p>
      {value && <ModelForm key={`${value.baseUrl} ${value.model}`} state={value} />}
      <p className="t3">{t.model.log(value?.requests ?? 0)}</p>
      {(value?.requests ?? 0) > 0 && !log && (
        <Button kind="quiet" onClick={() => setLog(true)}>
          {t.model.showLog}
        </Button>
      )}
      {entries.map(entry => (
        <details key={entry.id}>
          <summary>
            {format.moment(entry.at)} · {entry.model} · {entry.outcome}
          </summary>
          <pre className={styles.sql} tabIndex={0} aria-label={t.model.log(1)}>
            {`${entry.endpoint}\n\n${entry.sent}\n\n${entry.received}`}
          </pre>
        </details>
      ))}
    </Dialog>
  )
}

async function done(result: { ok: true } | { ok: false; failure: { message: string } }): Promise<void> {
  if (!result.ok) toast('error', result.failure.message)
  await Promise.all(
    ['chat.model', 'chat.modelLog'].map(name => queryClient.invalidateQueries({ queryKey: [name] })),
  )
}

function ModelForm({ state }: { state: Output<'chat.model'> }) {
  const t = useMessages(messages)
  const [baseUrl, setBaseUrl] = useState(state.baseUrl)
  const [model, setModel] = useState(state.model)
  const [key, setKey] = useState('')
  const save = (): Promise<void> => {
    const asked: Input<'chat.setModel'> = { baseUrl, model, ...(key !== '' && { key }) }
    return call('chat.setModel', asked).then(done)
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label={t.model.baseUrl}
        value={baseUrl}
        autoComplete="off"
        onChange={event => setBaseUrl(event.target.value)}
      />
      <TextField
        label={t.model.name}
        value={model}
        autoComplete="off"
        onChange={event => setModel(event.target.value)}
      />
      <TextField
        label={t.model.key}
        value={key}
        type="password"
        autoComplete="off"
        onChange={event => setKey(event.target.value)}
      />
      <DialogButtons>
        <Button kind="primary" type="submit">
          {t.model.save}
        </Button>
      </DialogButtons>
      <label className={styles.consent}>
        <input
          type="checkbox"
          checked={state.consent !== null}
          disabled={state.baseUrl === '' || state.model === ''}
          onChange={event => void call('chat.consent', { allow: event.target.checked }).then(done)}
        />
        {t.model.consent}
      </label>
    </form>
  )
}

/** Shows the exact bytes before anything is sent; sending names their digest. */
export function PreviewDialog({
  question,
  preview,
  onSend,
  onClose,
}: {
  question: string
  preview: Output<'chat.preview'>
  onSend: (question: string, digest: string) => void
  onClose: () => void
}) {
  const t = useMessages(messages)
  return (
    <Dialog title={t.model.previewTitle} opened onClose={onClose} size={720}>
      <p>{t.model.to(preview.endpoint)}</p>
      <pre className={styles.sql} tabIndex={0} aria-label={t.model.previewTitle}>
        {preview.body}
      </pre>
      {preview.masked > 0 && <p>{t.model.masked(preview.masked)}</p>}
      <DialogButtons>
        <Button kind="quiet" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button kind="primary" onClick={() => onSend(question, preview.digest)}>
          {t.model.send}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
