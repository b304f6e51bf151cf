import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  TextField,
  toast,
  useFormat,
  useHeld,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { modelMessages } from './model.messages.ts'
import styles from './chat.module.css'

/** Which language model this workspace may ask, and what it was asked. Off until somebody consents. */
export function ModelPanel({ onClose }: { onClose: () => void }) {
  const m = useMessages(modelMessages)
  const format = useFormat()
  const { value } = useCall('chat.model', {})
  const [log, setLog] = useState(false)
  const entries = useCall('chat.modelLog', { limit: 50 }, { enabled: log }).value ?? []
  return (
    <Dialog title={m.title} opened onClose={onClose} size={620}>
      <p>{m.about}</p>
      {value && <ModelForm key={`${value.baseUrl} ${value.model}`} state={value} />}
      <p className="t3">{m.log(value?.requests ?? 0)}</p>
      {(value?.requests ?? 0) > 0 && !log && (
        <Button kind="quiet" onClick={() => setLog(true)}>
          {m.showLog}
        </Button>
      )}
      {entries.map(entry => (
        <details key={entry.id}>
          <summary>
            {format.moment(entry.at)} · {entry.model} · {entry.outcome}
          </summary>
          <pre className={styles.sql} tabIndex={0} aria-label={m.log(1)}>
            {`${entry.endpoint}\n\n${entry.sent}\n\n${entry.received}`}
          </pre>
        </details>
      ))}
    </Dialog>
  )
}

async function settle(result: { ok: true } | { ok: false; failure: { message: string } }): Promise<void> {
  if (!result.ok) toast('error', result.failure.message)
  await Promise.all(
    ['chat.model', 'chat.modelLog'].map(name => queryClient.invalidateQueries({ queryKey: [name] })),
  )
}

function ModelForm({ state }: { state: Output<'chat.model'> }) {
  const m = useMessages(modelMessages)
  const held = useHeld()
  const [baseUrl, setBaseUrl] = useState(state.baseUrl)
  const [model, setModel] = useState(state.model)
  const [key, setKey] = useState('')
  const save = (): Promise<void> => {
    const asked: Input<'chat.setModel'> = { baseUrl, model, ...(key !== '' && { key }) }
    return call('chat.setModel', asked).then(settle)
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
        label={m.baseUrl}
        value={baseUrl}
        autoComplete="off"
        onChange={event => setBaseUrl(event.target.value)}
      />
      <TextField
        label={m.name}
        value={model}
        autoComplete="off"
        onChange={event => setModel(event.target.value)}
      />
      <TextField
        label={m.key}
        value={key}
        type="password"
        autoComplete="off"
        onChange={event => setKey(event.target.value)}
      />
      <DialogButtons>
        <Button needs="chat.setModel" kind="primary" type="submit">
          {m.save}
        </Button>
      </DialogButtons>
      <label className={styles.consent}>
        <input
          type="checkbox"
          checked={state.consent !== null}
          disabled={state.baseUrl === '' || state.model === ''}
          {...held('chat.consent')}
          onChange={event => void call('chat.consent', { allow: event.target.checked }).then(settle)}
        />
        {m.consent}
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
  const m = useMessages(modelMessages)
  return (
    <Dialog title={m.previewTitle} opened onClose={onClose} size={720}>
      <p>{m.to(preview.endpoint)}</p>
      <pre className={styles.sql} tabIndex={0} aria-label={m.previewTitle}>
        {preview.body}
      </pre>
      {preview.masked > 0 && <p>{m.masked(preview.masked)}</p>}
      <DialogButtons>
        <Button kind="quiet" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button kind="primary" onClick={() => onSend(question, preview.digest)}>
          {m.send}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
