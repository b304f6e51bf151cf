import { IconPencil, IconTrash, IconX } from '@tabler/icons-react'
import { Button, IconButton, useFormat, useMessages } from '../../ui/index.ts'
import { editMessages } from './edit.messages.ts'
import styles from './edit.module.css'

/** What can be done to the selected entries; under the filters while something is selected. */
export function SelectionBar({
  count,
  onEdit,
  onRemove,
  onClear,
}: {
  count: number
  onEdit: () => void
  onRemove: () => void
  onClear: () => void
}) {
  const t = useMessages(editMessages)
  const format = useFormat()
  return (
    <div className={styles.selection} role="toolbar" aria-label={t.selection}>
      <span className="strong tn">{t.selected(format.count(count), count === 1)}</span>
      <Button needs="ledger.edit" kind="quiet" icon={<IconPencil aria-hidden />} onClick={onEdit} title="E">
        {t.edit}
      </Button>
      <Button needs="ledger.remove" kind="quiet" icon={<IconTrash aria-hidden />} onClick={onRemove}>
        {t.remove}
      </Button>
      <IconButton label={t.clear} shortcut="Esc" onClick={onClear}>
        <IconX aria-hidden />
      </IconButton>
    </div>
  )
}
