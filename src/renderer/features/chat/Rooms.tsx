import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Room } from '../../../shared/contract/chat.ts'
import { call } from '../../app/client.ts'
import { queryClient } from '../../app/use-call.ts'
import { download } from '../../charts/download.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  IconButton,
  Menu,
  TextField,
  toast,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './chat.module.css'

type Doing = { what: 'new' } | { what: 'rename' | 'clear' | 'remove'; room: Room }

interface Props {
  rooms: readonly Room[]
  current: number | undefined
  onPick: (id: number | undefined) => void
  /** A viewer reads and exports. */
  canWrite: boolean
}

/** The conversations of this workspace. */
export function Rooms({ rooms, current, onPick, canWrite }: Props) {
  const t = useMessages(messages)
  const [doing, setDoing] = useState<Doing>()
  const save = async (room: Room, format: 'markdown' | 'json'): Promise<void> => {
    const result = await call('chat.exportRoom', { room: room.id, format })
    if (!result.ok) return toast('error', result.failure.message)
    download(
      new Blob([result.value.text], { type: format === 'json' ? 'application/json' : 'text/markdown' }),
      result.value.name,
    )
  }
  return (
    <nav className={styles.rooms} aria-label={t.rooms}>
      {canWrite && (
        <Button kind="quiet" icon={<IconPlus aria-hidden />} onClick={() => setDoing({ what: 'new' })}>
          {t.newRoom}
        </Button>
      )}
      <ul>
        {rooms.map(room => (
          <li key={room.id} className={styles.room}>
            <button
              type="button"
              className={styles.roomName}
              aria-current={room.id === current ? 'true' : undefined}
              title={room.name}
              onClick={() => onPick(room.id)}
            >
              {room.name}
            </button>
            <Menu
              target={
                <IconButton label={t.roomMenu(room.name)}>
                  <IconDots aria-hidden />
                </IconButton>
              }
              items={[
                ...(canWrite
                  ? [{ id: 'rename', label: t.rename, onSelect: () => setDoing({ what: 'rename', room }) }]
                  : []),
                { id: 'markdown', label: t.exportMarkdown, onSelect: () => void save(room, 'markdown') },
                { id: 'json', label: t.exportJson, onSelect: () => void save(room, 'json') },
                ...(canWrite
                  ? [
                      { id: 'clear', label: t.clear, onSelect: () => setDoing({ what: 'clear', room }) },
                      { id: 'remove', label: t.remove, onSelect: () => setDoing({ what: 'remove', room }) },
                    ]
                  : []),
              ]}
            />
          </li>
        ))}
      </ul>
      {doing && <RoomDialog doing={doing} onClose={() => setDoing(undefined)} onPick={onPick} />}
    </nav>
  )
}

function RoomDialog({
  doing,
  onClose,
  onPick,
}: {
  doing: Doing
  onClose: () => void
  onPick: (id: number | undefined) => void
}) {
  const t = useMessages(messages)
  const [name, setName] = useState(doing.what === 'rename' ? doing.room.name : '')
  const named = doing.what === 'new' || doing.what === 'rename'
  const title = { new: t.newRoom, rename: t.rename, clear: t.clear, remove: t.remove }[doing.what]
  const act = async (): Promise<void> => {
    const result = await (doing.what === 'new'
      ? call('chat.createRoom', { name })
      : doing.what === 'rename'
        ? call('chat.renameRoom', { room: doing.room.id, name })
        : doing.what === 'clear'
          ? call('chat.clearRoom', { room: doing.room.id })
          : call('chat.deleteRoom', { room: doing.room.id }))
    if (!result.ok) return toast('error', result.failure.message)
    if (doing.what === 'new' && !Array.isArray(result.value)) onPick(result.value.id)
    if (doing.what === 'remove') onPick(undefined)
    await refreshRooms()
    onClose()
  }
  return (
    <Dialog title={title} opened onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          void act()
        }}
      >
        {named ? (
          <TextField
            label={t.roomName}
            value={name}
            required
            maxLength={120}
            data-autofocus
            onChange={event => setName(event.target.value)}
          />
        ) : (
          <p>{doing.what === 'clear' ? t.clearSure(doing.room.name) : t.removeSure(doing.room.name)}</p>
        )}
        <DialogButtons>
          <Button kind="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button kind="primary" type="submit" disabled={named && name.trim() === ''}>
            {named ? t.save : title}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

/** Rooms and messages change no revision: they are fetched anew by hand. */
export async function refreshRooms(): Promise<void> {
  await Promise.all(
    ['chat.rooms', 'chat.messages'].map(name => queryClient.invalidateQueries({ queryKey: [name] })),
  )
}
