import { useState } from 'react'
import type { EntryEdit, EntryRow } from '../../../shared/contract/ledger.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { useLongCall } from '../../app/use-call.ts'
import { useTellChange } from '../../app/use-history.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  LinkButton,
  CallProgress,
  TextField,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { editMessages } from './edit.messages.ts'
import { MemberInput } from './MemberInput.tsx'
import { readTags, tagChanges } from './tags.ts'
import styles from './edit.module.css'

export type Target = { ids: number[] } | { filters: Filters }

interface EditDialogProps {
  target: Target
  count: number
  /** The entry where it is one: its values are in the fields. */
  row: EntryRow | undefined
  onClose: () => void
}

/** Sets category, payee, tags and note of one entry or of many: what is not touched stays as it is. */
export function EditDialog({ target, count, row, onClose }: EditDialogProps) {
  const t = useMessages(editMessages)
  const format = useFormat()
  const tell = useTellChange()
  const edit = useLongCall('ledger.edit')
  const before = {
    category: row?.members['category'] ?? '',
    payee: row?.members['payee'] ?? '',
    note: row?.note ?? '',
    tags: row?.members['tags'] ?? '',
  }
  // Undefined: not touched.
  const [values, setValues] = useState<Partial<typeof before>>({})
  const [remove, setRemove] = useState('')
  const put = (field: keyof typeof before) => (value: string | undefined) =>
    setValues(now => ({ ...now, [field]: value }))

  const save = async (): Promise<void> => {
    const changed = (field: 'category' | 'payee' | 'note'): string | undefined => {
      const value = values[field]?.trim()
      return value === undefined || (row && value === before[field]) ? undefined : value
    }
    const [category, payee, note] = [changed('category'), changed('payee'), changed('note')]
    const members = { ...(category !== undefined && { category }), ...(payee !== undefined && { payee }) }
    const tags = row
      ? tagChanges(before.tags, values.tags ?? before.tags)
      : { addTags: readTags(values.tags ?? ''), removeTags: readTags(remove) }
    const set: EntryEdit = {
      ...(Object.keys(members).length > 0 && { members }),
      ...(note !== undefined && { note }),
      ...tags,
    }
    const result = await edit.run({ entries: target, set })
    if (tell(result, t.edited)) onClose()
  }

  const clearable = (field: 'category' | 'payee') =>
    row ? undefined : values[field] === '' ? (
      <>
        {t.takenAway} <LinkButton onClick={() => put(field)(undefined)}>{t.leave}</LinkButton>
      </>
    ) : (
      <LinkButton onClick={() => put(field)('')}>{t.takeAway}</LinkButton>
    )
  const shown = (field: keyof typeof before): string => values[field] ?? before[field]
  return (
    <Dialog title={t.editTitle(format.count(count), count === 1)} opened onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <MemberInput
          dimension="category"
          label={t.category}
          value={shown('category')}
          onChange={put('category')}
          hint={clearable('category')}
          placeholder={row ? '' : t.leave}
          autoFocus
        />
        <MemberInput
          dimension="payee"
          label={t.payee}
          value={shown('payee')}
          onChange={put('payee')}
          hint={clearable('payee')}
          placeholder={row ? '' : t.leave}
        />
        <MemberInput
          dimension="tag"
          label={row ? t.tags : t.addTags}
          value={shown('tags')}
          onChange={put('tags')}
          hint={t.tagsHint}
        />
        {!row && (
          <MemberInput
            dimension="tag"
            label={t.removeTags}
            value={remove}
            onChange={setRemove}
            hint={t.tagsHint}
          />
        )}
        <TextField
          label={t.note}
          value={shown('note')}
          placeholder={row ? '' : t.leave}
          onChange={event => put('note')(event.target.value)}
        />
        <CallProgress call={edit} flush label={t.changing} />
        <DialogButtons>
          <Button type="button" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button kind="primary" type="submit" disabled={edit.running}>
            {t.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
