import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import type { Workpaper } from '../../../shared/data/workpaper.ts'
import { call } from '../../app/client.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  Field,
  Panel,
  TextField,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { Paper } from './use-paper.ts'
import styles from './audit.module.css'
import sheet from './paper.module.css'

/** Conclusion and sign-off; what happened to the workpaper stands below. */
export function SignOff({ paper, page }: { paper: Workpaper; page: Paper }) {
  const t = useMessages(messages)
  const format = useFormat()
  const navigate = useNavigate()
  const id = useId()
  const [text, setText] = useState(paper.conclusion)
  const [dialog, setDialog] = useState<'sign' | 'discard'>()
  const [by, setBy] = useState('')
  useEffect(() => setText(paper.conclusion), [paper.conclusion])
  const wrote = text.trim() !== paper.conclusion
  const ready = paper.open === 0 && paper.conclusion.trim() !== '' && !wrote
  const discard = async (): Promise<void> => {
    const done = await call('audit.discard', { run: paper.id })
    if (!done.ok) return toast('error', done.failure.message)
    page.refresh()
    await navigate({ to: '/audit', search: { view: 'papers' } as never })
  }
  return (
    <Panel
      title={t.conclusion}
      subtitle={
        paper.signedAt !== null
          ? t.signedBy(paper.signedBy ?? '', format.moment(paper.signedAt))
          : paper.reopened
            ? t.reopened
            : ''
      }
      inset
    >
      <Field label={t.conclusion} hint={t.conclusionHint} id={id}>
        <textarea
          id={id}
          className={styles.area}
          rows={4}
          maxLength={20_000}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </Field>
      <div className={styles.signing}>
        {paper.signedAt === null && !ready && !wrote && (
          <span className="t2">{t.cannotSign(paper.open, format.count(paper.open))}</span>
        )}
        {paper.signedAt === null && !paper.reopened && (
          <Button needs="audit.discard" kind="quiet" onClick={() => setDialog('discard')}>
            {t.discard}
          </Button>
        )}
        <Button needs="audit.conclude" disabled={!wrote} onClick={() => page.conclude(text.trim(), t.saved)}>
          {t.save}
        </Button>
        {paper.signedAt === null && (
          <Button needs="audit.sign" kind="primary" disabled={!ready} onClick={() => setDialog('sign')}>
            {t.sign}
          </Button>
        )}
      </div>
      <Dialog title={t.sign} opened={dialog === 'sign'} onClose={() => setDialog(undefined)}>
        <p>{t.signText}</p>
        <TextField
          label={t.yourName}
          value={by}
          maxLength={200}
          onChange={event => setBy(event.target.value)}
        />
        <DialogButtons>
          <Button onClick={() => setDialog(undefined)}>{t.cancel}</Button>
          <Button
            kind="primary"
            onClick={() => void page.sign(by).then(done => done && setDialog(undefined))}
          >
            {t.sign}
          </Button>
        </DialogButtons>
      </Dialog>
      <Dialog title={t.discard} opened={dialog === 'discard'} onClose={() => setDialog(undefined)}>
        <p>{t.discardText}</p>
        <DialogButtons>
          <Button onClick={() => setDialog(undefined)}>{t.cancel}</Button>
          <Button kind="primary" onClick={() => void discard()}>
            {t.discard}
          </Button>
        </DialogButtons>
      </Dialog>
      <History paper={paper} />
    </Panel>
  )
}

function History({ paper }: { paper: Workpaper }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <details className={sheet.history} open={paper.reopened}>
      <summary>{t.history}</summary>
      <ol data-testid="history">
        {paper.events.map((one, i) => (
          <li key={i} data-kind={one.kind}>
            <span className="t3 nowrap">{format.moment(one.at)}</span> <span>{one.by}</span>{' '}
            <span>{t.event[one.kind](one.detail)}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}
