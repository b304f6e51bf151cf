import { IconBookmark } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { View } from '../../shared/contract/boards.ts'
import type { Input } from '../../shared/contract/index.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog, DialogButtons } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { useMessages } from '../ui/messages.ts'
import { toast } from '../ui/toast.tsx'
import { call } from './client.ts'
import { serialiseFilters } from './filters.ts'
import { queryClient, useCall } from './use-call.ts'
import { useFilters } from './use-filters.ts'
import { viewMessages } from './views.messages.ts'

/** Filters and comparison, spelt one way: two views that are alike have one spelling. */
const spelt = ({ filters, comparison }: Pick<View, 'filters' | 'comparison'>): string =>
  JSON.stringify(
    Object.entries(serialiseFilters({ filters, comparison, path: [] })).toSorted(([a], [b]) =>
      a < b ? -1 : 1,
    ),
  )

/** Filters kept under names, to be put on any page. The one that is on is ticked; what was changed since can be saved to it. */
export function ViewsMenu() {
  const t = useMessages(viewMessages)
  const f = useFilters()
  const { value: views = [] } = useCall('dashboard.views', {})
  const [naming, setNaming] = useState(false)
  const [last, setLast] = useState<number>()
  const now = { filters: f.filters, comparison: f.comparison }
  const isNow = spelt(now)
  const on = views.find(view => spelt(view) === isNow)
  // The one that was chosen last and whose filters were changed since.
  const changed = on ? undefined : views.find(view => view.id === last)
  const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['dashboard.views'] })
  const save = async (view: Input<'dashboard.saveView'>): Promise<boolean> => {
    const result = await call('dashboard.saveView', view)
    await refresh()
    if (result.ok) {
      setLast(result.value.id)
      toast('done', t.wasSaved(result.value.name))
    } else toast('error', result.failure.message)
    return result.ok
  }
  const remove = async (view: View): Promise<void> => {
    const result = await call('dashboard.removeView', { id: view.id })
    await refresh()
    const { name, filters, comparison } = view
    if (result.ok)
      toast('done', t.wasRemoved(name), {
        label: t.undo,
        run: () => void save({ name, filters, ...(comparison ? { comparison } : {}) }),
      })
    else toast('error', result.failure.message)
  }
  const chosen = on ?? changed
  const items: (MenuItem | string)[] = [
    ...(views.length > 0 ? [t.saved] : [t.none]),
    ...views.map(view => ({
      id: String(view.id),
      label: view.name,
      checked: view.id === on?.id,
      onSelect: () => {
        setLast(view.id)
        f.set({ filters: view.filters, comparison: view.comparison, path: [] })
      },
    })),
    ...(views.length > 0 ? [t.change] : []),
    {
      id: 'save',
      label: t.save,
      needs: 'dashboard.saveView',
      disabled: on !== undefined,
      onSelect: () => setNaming(true),
    },
    ...(changed
      ? [
          {
            id: 'update',
            needs: 'dashboard.saveView' as const,
            label: t.update(changed.name),
            onSelect: () =>
              void save({
                ...changed,
                filters: f.filters,
                ...(f.comparison ? { comparison: f.comparison } : {}),
              }),
          },
        ]
      : []),
    ...(chosen
      ? [
          {
            id: 'remove',
            label: t.remove(chosen.name),
            needs: 'dashboard.removeView' as const,
            onSelect: () => void remove(chosen),
          },
        ]
      : []),
  ]
  return (
    <>
      <Menu
        items={items}
        target={
          <Button
            kind="quiet"
            icon={<IconBookmark aria-hidden />}
            aria-label={on ? `${on.name}. ${t.label}` : t.label}
          >
            {on?.name ?? t.views}
          </Button>
        }
      />
      {naming && (
        <NameDialog
          onClose={() => setNaming(false)}
          onDone={name =>
            void save({
              name,
              filters: f.filters,
              ...(f.comparison ? { comparison: f.comparison } : {}),
            }).then(done => done && setNaming(false))
          }
        />
      )}
    </>
  )
}

function NameDialog({ onClose, onDone }: { onClose: () => void; onDone: (name: string) => void }) {
  const t = useMessages(viewMessages)
  const [name, setName] = useState('')
  const done = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') onDone(name.trim())
  }
  return (
    <Dialog title={t.title} opened onClose={onClose} size={420}>
      <form onSubmit={done}>
        <TextField
          label={t.name}
          hint={t.hint}
          value={name}
          maxLength={200}
          data-autofocus
          onChange={event => setName(event.target.value)}
        />
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" disabled={name.trim() === ''}>
            {t.done}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
