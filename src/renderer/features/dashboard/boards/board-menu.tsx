import { IconChevronDown } from '@tabler/icons-react'
import { memo, useRef } from 'react'
import { PRESET_NAMES, type PresetName } from '../../../../shared/boards/presets.ts'
import { call } from '../../../app/client.ts'
import { queryClient } from '../../../app/use-call.ts'
import { download } from '../../../charts/download.ts'
import { Button, Menu, toast, useMessages, type MenuItem } from '../../../ui/index.ts'
import { messages } from './messages.ts'
import type { Boards, Draft } from './use-boards.ts'

interface Props {
  boards: Boards
  /** What the presets are called here. */
  presets: Readonly<Record<PresetName, string>>
  onArrange: (draft: Draft) => void
}

/** Which board is shown, and what can be done with it. */
export const BoardMenu = memo(function BoardMenu({ boards, presets, onArrange }: Props) {
  const t = useMessages(messages)
  const file = useRef<HTMLInputElement>(null)
  const { saved = [], current, preset, tiles, show, save, remove } = boards
  const own = { name: current?.name ?? presets[preset], home: false, tiles: [...tiles] }
  const copyName = t.ownName(own.name).slice(0, 200)
  const takeOut = async (): Promise<void> => {
    const result = await call('dashboard.exportBoards', current ? { id: current.id } : {})
    if (!result.ok) toast('error', result.failure.message)
    else
      download(
        new Blob([JSON.stringify(result.value, null, 2)], { type: 'application/json' }),
        `${own.name}.json`,
      )
  }
  const takeIn = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return
    const result = await call('dashboard.importBoards', { json: await chosen.text() })
    await queryClient.invalidateQueries({ queryKey: ['dashboard.boards'] })
    await queryClient.invalidateQueries({ queryKey: ['dashboard.views'] })
    if (result.ok) toast('done', t.imported(result.value.boards, result.value.views))
    else toast('error', result.failure.message)
  }
  const drop = async (): Promise<void> => {
    if (!current || !(await remove(current))) return
    show('overview')
    const { name, home, tiles: kept } = current
    toast('done', t.removed(name), {
      label: t.undo,
      run: () => void save({ name, home, tiles: kept }).then(back => back && show(back.id)),
    })
  }
  const onSaved: MenuItem[] = current
    ? [
        { id: 'edit', label: t.edit, needs: 'dashboard.saveBoard', onSelect: () => onArrange(current) },
        {
          id: 'copy',
          label: t.duplicate,
          needs: 'dashboard.saveBoard',
          onSelect: () => onArrange({ ...own, name: copyName }),
        },
        {
          id: 'first',
          label: t.first,
          needs: 'dashboard.saveBoard',
          disabled: current.home,
          onSelect: () => void save({ ...current, home: true }),
        },
        { id: 'export', label: t.export, onSelect: () => void takeOut() },
        { id: 'remove', label: t.remove, needs: 'dashboard.removeBoard', onSelect: () => void drop() },
      ]
    : [
        {
          id: 'edit',
          label: t.copyAndEdit,
          needs: 'dashboard.saveBoard',
          onSelect: () => onArrange({ ...own, name: copyName }),
        },
      ]
  return (
    <>
      <Menu
        position="bottom-end"
        items={[
          t.boards,
          ...PRESET_NAMES.map(name => ({
            id: name,
            label: presets[name],
            checked: current === undefined && name === preset,
            onSelect: () => show(name),
          })),
          ...saved.map(board => ({
            id: String(board.id),
            label: board.name,
            checked: board.id === current?.id,
            onSelect: () => show(board.id),
          })),
          t.thisBoard,
          ...onSaved,
          t.more,
          {
            id: 'fresh',
            label: t.fresh,
            needs: 'dashboard.saveBoard',
            onSelect: () => onArrange({ name: t.freshName, home: false, tiles: [] }),
          },
          {
            id: 'import',
            label: t.import,
            needs: 'dashboard.importBoards',
            onSelect: () => file.current?.click(),
          },
        ]}
        target={
          <Button kind="quiet" aria-label={t.choose(own.name)}>
            {t.boards}
            <IconChevronDown aria-hidden />
          </Button>
        }
      />
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={event => {
          void takeIn(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </>
  )
})
