import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { AuditVerdict, WorkpaperException } from '../../../shared/data/workpaper.ts'
import { Button, IconButton, TextField, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { useWords } from './use-words.ts'
import { VerdictMark } from './VerdictMark.tsx'
import styles from './audit.module.css'

const LINKS = 40

/** One exception: what it says, its entries, its verdict and note. */
export function ExceptionDetail({
  exception,
  currency,
  onStep,
  onClose,
  onDecide,
}: {
  exception: WorkpaperException
  currency: string
  onStep: (by: 1 | -1) => void
  onClose: () => void
  onDecide: (verdict: AuditVerdict, note: string) => void
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords(currency)
  const { sequence, verdict } = exception
  const [note, setNote] = useState(exception.note)
  useEffect(() => setNote(exception.note), [sequence, exception.note])
  const more = exception.rows - exception.gone - Math.min(LINKS, exception.entries.length)
  return (
    <div className={styles.detail} data-testid="exception">
      <div className={styles.formHead}>
        <h2>
          {t.exception} {sequence}
        </h2>
        <span className={styles.tools}>
          <IconButton label={t.previous} shortcut="K" onClick={() => onStep(-1)}>
            <IconChevronLeft aria-hidden />
          </IconButton>
          <IconButton label={t.following} shortcut="J" onClick={() => onStep(1)}>
            <IconChevronRight aria-hidden />
          </IconButton>
          <IconButton label={t.close} shortcut="Esc" onClick={onClose}>
            <IconX aria-hidden />
          </IconButton>
        </span>
      </div>
      <p>{words.sentence(exception)}</p>
      <section aria-label={t.entries}>
        <h3>{t.entries}</h3>
        <ul className={styles.links}>
          {exception.entries.slice(0, LINKS).map(id => (
            <li key={id}>
              <Link to="/entry/$id" params={{ id: String(id) }}>
                {t.openEntry(String(id))}
              </Link>
            </li>
          ))}
        </ul>
        {more > 0 && <p className="t2">{t.more(format.count(more))}</p>}
        {exception.gone > 0 && <p className="t2">{t.gone(exception.gone, format.count(exception.gone))}</p>}
      </section>
      <div className={styles.decide}>
        <p>
          <VerdictMark verdict={verdict} />
          {exception.decidedAt !== null && (
            <span className="t2">
              {' '}
              {[exception.decidedBy, format.moment(exception.decidedAt)].filter(Boolean).join(', ')}
            </span>
          )}
        </p>
        <TextField
          needs="audit.verdict"
          label={t.note}
          hint={t.noteHint}
          value={note}
          maxLength={4000}
          onChange={event => setNote(event.target.value)}
          onBlur={() => note !== exception.note && onDecide(verdict, note)}
        />
        <div className={styles.buttons}>
          {verdict !== 'open' && (
            <Button needs="audit.verdict" kind="quiet" onClick={() => onDecide('open', note)}>
              {t.judge.open}
            </Button>
          )}
          <Button needs="audit.verdict" onClick={() => onDecide('follow-up', note)}>
            {t.judge['follow-up']}
          </Button>
          <Button needs="audit.verdict" onClick={() => onDecide('exception', note)}>
            {t.judge.exception}
          </Button>
          <Button needs="audit.verdict" kind="primary" onClick={() => onDecide('cleared', note)}>
            {t.judge.cleared}
          </Button>
        </div>
      </div>
    </div>
  )
}
