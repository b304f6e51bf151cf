import { useState, type ReactNode } from 'react'
import type { EntryRow } from '../../../shared/contract/ledger.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { useLongCall } from '../../app/use-call.ts'
import { useTellChange } from '../../app/use-history.ts'
import { ProgressOverlay, useKeys, useMay, useMessages } from '../../ui/index.ts'
import { editMessages } from './edit.messages.ts'
import { EditDialog, type Target } from './EditDialog.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import type { Selection } from './selection.ts'
import { SplitDialog } from './SplitDialog.tsx'

interface Choice {
  target: Target
  count: number
  /** The entry where it is one. */
  row: EntryRow | undefined
}

/**
 * Editing on the ledger page: a bar while entries are selected, dialogs, and keys that act on the selection or else on the entry
 * under the cursor.
 */
export function useEditing({
  selection,
  filters,
  total,
  current,
  rowOf,
  clear,
  done,
  writeInPlace,
}: {
  selection: Selection
  filters: Filters
  total: number
  current: EntryRow | undefined
  rowOf: (id: number) => EntryRow | undefined
  clear: () => void
  /** Gives the focus back to the table. */
  done: () => void
  /** Begins writing in the table's own cell; false where there is none to write in. */
  writeInPlace: () => boolean
}): { bar: ReactNode; dialogs: ReactNode } {
  const t = useMessages(editMessages)
  const tell = useTellChange()
  const removing = useLongCall('ledger.remove')
  const [open, setOpen] = useState<{ kind: 'edit' | 'split'; choice: Choice }>()

  const selected: Choice | undefined = choiceOf(selection, filters, total, rowOf)
  const choice = selected ?? (current && { target: { ids: [current.id] }, count: 1, row: current })
  const close = (): void => {
    setOpen(undefined)
    done()
  }
  const remove = async (): Promise<void> => {
    if (!choice) return
    const result = await removing.run({ entries: choice.target })
    if (tell(result, t.removed)) clear()
    done()
  }
  const edit = (): void => {
    if (choice) setOpen({ kind: 'edit', choice })
  }
  const split = (): void => {
    if (choice?.row) setOpen({ kind: 'split', choice })
  }
  const may = useMay('ledger.edit')
  const inPlace = (): void => {
    if ((selected && selected.count > 1) || !writeInPlace()) edit()
  }
  useKeys({ e: edit, F2: inPlace, s: split, Delete: () => void remove() }, may)

  return {
    // One entry has its fields beside the table: a bar that came and went with each press would move the rows.
    bar: selected && selected.count > 1 && (
      <SelectionBar
        count={selected.count}
        onEdit={edit}
        onRemove={() => void remove()}
        onClear={() => {
          clear()
          done()
        }}
      />
    ),
    dialogs: removing.running ? (
      <ProgressOverlay
        overlay
        progress={removing.progress}
        startedAt={removing.startedAt}
        onCancel={removing.cancel}
        label={t.changing}
      />
    ) : open?.kind === 'edit' ? (
      <EditDialog {...open.choice} onClose={close} />
    ) : open?.choice.row ? (
      <SplitDialog row={open.choice.row} onClose={close} />
    ) : null,
  }
}

function choiceOf(
  selection: Selection,
  filters: Filters,
  total: number,
  rowOf: (id: number) => EntryRow | undefined,
): Choice | undefined {
  if (selection.kind === 'all') return { target: { filters }, count: total, row: undefined }
  const ids = [...selection.entries.keys()]
  if (ids.length === 0) return undefined
  const [only] = ids
  return {
    target: { ids },
    count: ids.length,
    row: ids.length === 1 && only !== undefined ? rowOf(only) : undefined,
  }
}
