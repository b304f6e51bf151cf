import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { useMessages } from '../ui/messages.ts'
import { paletteMessages } from './palette.messages.ts'
import { usePaletteItems, type PaletteItem } from './use-palette-items.ts'
import styles from './palette.module.css'

/** Ctrl or ⌘ K: pages, commands, members and entries, by a few letters. Arrow keys and Enter. */
export default function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useMessages(paletteMessages)
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const items = usePaletteItems(text, open)
  const groups = useMemo(() => [...Map.groupBy(items, item => item.group)], [items])
  const chosen = Math.min(at, items.length - 1)
  const run = (item: PaletteItem | undefined): void => {
    if (!item) return
    onClose()
    item.run()
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      const next = (chosen + step + items.length) % Math.max(items.length, 1)
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(items[chosen])
    }
  }
  return (
    <Dialog title={t.title} opened onClose={onClose} size={620}>
      <div className={styles.palette}>
        <input
          className={styles.input}
          role="combobox"
          aria-label={t.title}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={items.length > 0 ? `${id}-${chosen}` : undefined}
          data-autofocus
          value={text}
          onChange={event => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKey}
        />
        <div className={styles.list} role="listbox" id={`${id}-list`} aria-label={t.results}>
          {groups.map(([group, members]) => (
            <div key={group} role="group" aria-label={group}>
              <div className={styles.group} aria-hidden>
                {group}
              </div>
              {members.map(item => {
                const index = items.indexOf(item)
                return (
                  // The keyboard acts through the input (aria-activedescendant); a click is the mouse's way.
                  <div
                    key={item.id}
                    id={`${id}-${index}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === chosen}
                    className={styles.option}
                    onClick={() => run(item)}
                    onKeyDown={onKey}
                    onMouseMove={() => setAt(index)}
                  >
                    <span className="ellipsis">{item.label}</span>
                    {item.hint && <span className={styles.hint}>{item.hint}</span>}
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        {items.length === 0 && <p className={styles.empty}>{t.nothing}</p>}
      </div>
    </Dialog>
  )
}
