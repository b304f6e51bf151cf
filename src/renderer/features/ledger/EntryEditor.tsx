import { useState } from 'react'
import type { EntryDetail, EntryEdit } from '../../../shared/contract/ledger.ts'
import { call } from '../../app/client.ts'
import { useTellChange } from '../../app/use-history.ts'
import { Button, LinkButton, Money, TextField, useFormat, useMessages } from '../../ui/index.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { Attachments } from './Attachments.tsx'
import { editMessages } from './edit.messages.ts'
import { MemberInput } from './MemberInput.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import { tagChanges } from './tags.ts'
import styles from './edit.module.css'

/** Category, tags and note of an entry, written where they stand: saved by Enter or on leaving the field. */
export function EntryEditor({ entry, onOpen }: { entry: EntryDetail; onOpen: (id: number) => void }) {
  const t = useMessages(editMessages)
  const tell = useTellChange()
  const [splitting, setSplitting] = useState(false)
  const save = async (set: EntryEdit): Promise<void> => {
    const result = await call('ledger.edit', { entries: { ids: [entry.id] }, set })
    if (result.ok && result.value.change === null) return
    tell(result, t.edited)
  }
  const join = async (id: number): Promise<void> => {
    tell(await call('ledger.join', { id }), t.joined)
  }
  const { category = '', tags = '' } = entry.members
  return (
    <div className={styles.editor}>
      <Committed
        // Made anew with what came back, so that an undo shows in the field.
        key={`c${entry.id}${category}`}
        value={category}
        onSave={value => void save({ members: { category: value } })}
        render={props => (
          <MemberInput needs="ledger.edit" dimension="category" label={t.category} {...props} />
        )}
      />
      <Committed
        key={`t${entry.id}${tags}`}
        value={tags}
        onSave={value => void save(tagChanges(tags, value))}
        render={props => <MemberInput needs="ledger.edit" dimension="tag" label={t.tags} {...props} />}
      />
      <Committed
        key={`n${entry.id}${entry.note ?? ''}`}
        value={entry.note ?? ''}
        onSave={note => void save({ note })}
        render={({ value, onChange, onCommit }) => (
          <TextField
            needs="ledger.edit"
            label={t.note}
            value={value}
            onChange={event => onChange(event.target.value)}
            onBlur={onCommit}
            onKeyDown={event => {
              if (event.key === 'Enter') onCommit()
            }}
          />
        )}
      />
      <div className={styles.tools}>
        <Button needs="ledger.split" kind="quiet" onClick={() => setSplitting(true)}>
          {t.split}
        </Button>
        {entry.split && (
          <span className={styles.of}>
            {t.partOf} <Money value={entry.split.amount} currency={entry.currency} symbol />
            <LinkButton needs="ledger.join" onClick={() => void join(entry.split?.id ?? 0)}>
              {t.join}
            </LinkButton>
          </span>
        )}
        {entry.pair !== undefined && (
          <span className={styles.of}>
            {t.pairWith}: <LinkButton onClick={() => onOpen(entry.pair ?? 0)}>#{entry.pair}</LinkButton>
          </span>
        )}
      </div>
      <Attachments entry={entry.id} />
      {splitting && <SplitDialog row={entry} onClose={() => setSplitting(false)} />}
    </div>
  )
}

interface Draft {
  value: string
  onChange: (value: string) => void
  onCommit: () => void
}

function Committed({
  value,
  onSave,
  render,
}: {
  value: string
  onSave: (value: string) => void
  render: (draft: Draft) => React.ReactNode
}) {
  const [draft, setDraft] = useState(value)
  const onCommit = (): void => {
    if (draft.trim() !== value) onSave(draft.trim())
  }
  return render({ value: draft, onChange: setDraft, onCommit })
}

/** What was changed on an entry since its import, the newest first. */
export function EntryChanges({ changes }: { changes: EntryDetail['changes'] }) {
  const t = useMessages(editMessages)
  const format = useFormat()
  const dimensionName = useDimensionName()
  if (changes.length === 0) return null
  const name = (field: string): string =>
    ({ place: t.placeName, pair: t.pair, note: t.note, attachment: t.attachment })[field] ??
    dimensionName(field)
  const word = (field: string, value: string): string =>
    (field === 'place' ? t.place[value] : field === 'pair' && value ? `#${value}` : value) || t.none
  return (
    <section aria-label={t.changes} className={styles.changes}>
      <h2>{t.changes}</h2>
      <ul>
        {changes.map((change, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same field may change twice at one time
          <li key={i} data-undone={change.undone ? '' : undefined}>
            <span className="t3">{format.moment(change.at)}</span> {name(change.field)}:{' '}
            {word(change.field, change.before)} → {word(change.field, change.after)}
            {change.undone && ` (${t.undone})`}
          </li>
        ))}
      </ul>
    </section>
  )
}
