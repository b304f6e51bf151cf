import { IconX } from '@tabler/icons-react'
import { useEffect, useState, type KeyboardEvent, type ReactNode } from 'react'
import { Popover } from '../ui/Dialog.tsx'
import { useMessages } from '../ui/messages.ts'
import { filterMessages } from './filters.messages.ts'
import styles from './filters.module.css'

interface ChipProps {
  /** Its accessible name's first part: Category. */
  name: string
  /** Shown on the chip. */
  children: ReactNode
  /** What opens below it; it gets how to close. */
  content: (close: () => void) => ReactNode
  onRemove?: () => void
  /** It narrows something now. */
  on?: boolean
  startOpen?: boolean
  onClosed?: () => void
  width?: number
}

/** One filter on the bar: a click opens its choices; × or Delete removes it. */
export function Chip({
  name,
  children,
  content,
  onRemove,
  on,
  startOpen = false,
  onClosed,
  width,
}: ChipProps) {
  const t = useMessages(filterMessages)
  const [opened, setOpened] = useState(false)
  // The menu that asked for this chip returns the focus to its button when it closes; opening after that keeps the focus here.
  useEffect(() => {
    if (!startOpen) return undefined
    const timer = setTimeout(() => setOpened(true), 30)
    return () => clearTimeout(timer)
  }, [startOpen])
  const change = (next: boolean): void => {
    setOpened(next)
    if (!next) onClosed?.()
  }
  const onKey = (event: KeyboardEvent): void => {
    if (!opened && onRemove && (event.key === 'Delete' || event.key === 'Backspace')) onRemove()
  }
  return (
    <span className={styles.chip} data-on={on ? '' : undefined}>
      <Popover
        opened={opened}
        onChange={change}
        label={name}
        width={width}
        target={
          <button
            type="button"
            className={styles.open}
            aria-expanded={opened}
            onKeyDown={onKey}
            onClick={() => change(!opened)}
          >
            {children}
          </button>
        }
      >
        {content(() => change(false))}
      </Popover>
      {onRemove && (
        <button type="button" className={styles.remove} aria-label={t.remove(name)} onClick={onRemove}>
          <IconX aria-hidden />
        </button>
      )}
    </span>
  )
}
