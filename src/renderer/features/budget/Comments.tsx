import { useId, useState } from 'react'
import type { Variance, VarianceComment } from '../../../shared/contract/budget.ts'
import { call } from '../../app/client.ts'
import { queryClient } from '../../app/use-call.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorState,
  Field,
  LinkButton,
  TextField,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { messages } from './messages.ts'
import styles from './budget.module.css'

interface Place {
  found: Variance
  /** The period that is commented on; without one there is nothing to say. */
  span: { from: string; to: string } | undefined
  members: Record<string, string>
  /** What it is about, in words. */
  label: string
  /** Where it stands alone, not in a row of a table: the button says what it is for. */
  alone?: true
}

const isAbout = (comment: VarianceComment, members: Record<string, string>): boolean =>
  Object.keys(comment.members).length === Object.keys(members).length &&
  Object.entries(members).every(([dimension, key]) => comment.members[dimension] === key)

const isOf = (comment: VarianceComment, span: { from: string; to: string }): boolean =>
  comment.from === span.from && comment.to === span.to

/** What was said of a row in this period, and in periods within it; a button to write or change it. */
export function CommentCell(place: Place) {
  const t = useMessages(messages)
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  const { found, span, members, label, alone } = place
  if (!span) return null
  const all = found.comments.filter(
    one => isAbout(one, members) && one.from >= span.from && one.to <= span.to,
  )
  const own = all.find(one => isOf(one, span))
  return (
    <div className={styles.comment}>
      {all.map(one => (
        <p key={one.id} title={saidBy(one)}>
          {one !== own && <b>{format.span(one.from, one.to)}: </b>}
          {one.text}
          <span className="t3"> {saidBy(one)}</span>
        </p>
      ))}
      <LinkButton
        needs="budget.saveComment"
        aria-label={own || alone ? t.commentOn(label) : `${t.addComment}: ${t.commentOn(label)}`}
        onClick={() => setOpened(true)}
      >
        {alone ? t.commentOn(label) : own ? t.comment : t.addComment}
      </LinkButton>
      {opened && <CommentDialog {...place} span={span} own={own} onClose={() => setOpened(false)} />}
    </div>
  )

  function saidBy(one: VarianceComment): string {
    const first = t.written(one.writtenBy, format.date(one.writtenAt.slice(0, 10)))
    if (one.changedAt === one.writtenAt) return first
    return `${first}; ${t.changed(one.changedBy, format.date(one.changedAt.slice(0, 10)))}`
  }
}

function CommentDialog({
  found,
  span,
  members,
  label,
  own,
  onClose,
}: Place & { span: { from: string; to: string }; own: VarianceComment | undefined; onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const id = useId()
  const [text, setText] = useState(own?.text ?? '')
  const [by, setBy] = useState(own?.changedBy ?? '')
  const [failure, setFailure] = useState<Failure>()
  const save = async (said: string): Promise<void> => {
    const place = { scenario: found.scenario, from: span.from, to: span.to, members }
    const result = await call('budget.saveComment', { ...place, text: said, by })
    if (!result.ok) return setFailure(result.failure)
    await queryClient.invalidateQueries({ queryKey: ['budget.variance'] })
    onClose()
  }
  return (
    <Dialog title={t.commentOn(label)} opened onClose={onClose}>
      <Field label={t.commentText} id={id} hint={t.commentHint(format.span(span.from, span.to))}>
        <textarea
          id={id}
          className={styles.text}
          rows={4}
          maxLength={4000}
          value={text}
          aria-describedby={`${id}-hint`}
          onChange={event => setText(event.target.value)}
        />
      </Field>
      <TextField label={t.author} value={by} maxLength={200} onChange={event => setBy(event.target.value)} />
      {failure && <ErrorState title={t.failed} failure={failure} />}
      <DialogButtons>
        {own && (
          <Button kind="quiet" onClick={() => void save('')}>
            {t.removeComment}
          </Button>
        )}
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button kind="primary" disabled={text.trim() === ''} onClick={() => void save(text)}>
          {t.save}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
