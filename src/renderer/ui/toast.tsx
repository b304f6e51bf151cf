import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { IconButton, LinkButton } from './Button.tsx'
import { commonMessages } from './common.messages.ts'
import { useMessages } from './messages.ts'
import { createStore, useStore } from './store.ts'
import styles from './overlay.module.css'

interface Toast {
  id: number
  kind: 'done' | 'error'
  text: string
  action?: { label: string; run: () => void }
}

const toasts = createStore<readonly Toast[]>([])
let nextId = 1

/** Says that something was done or failed, at the lower right and to screen readers. Errors stay until dismissed. */
export function toast(kind: Toast['kind'], text: string, action?: Toast['action']): void {
  const id = nextId++
  toasts.set(list => [...list.slice(-2), { id, kind, text, action }])
  if (kind === 'done') setTimeout(() => dismiss(id), 6000)
}

function dismiss(id: number): void {
  toasts.set(list => list.filter(t => t.id !== id))
}

/** Where toasts appear; once, in the layout. */
export function Toasts() {
  const list = useStore(toasts)
  const t = useMessages(commonMessages)
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {list.map(item => (
        <div key={item.id} className={styles.toast} data-kind={item.kind}>
          {item.kind === 'error' ? (
            <IconAlertTriangle stroke={1.6} aria-hidden />
          ) : (
            <IconCheck stroke={1.6} aria-hidden />
          )}
          <span>{item.text}</span>
          {item.action && (
            <LinkButton
              onClick={() => {
                item.action?.run()
                dismiss(item.id)
              }}
            >
              {item.action.label}
            </LinkButton>
          )}
          <IconButton label={t.dismiss} onClick={() => dismiss(item.id)}>
            <IconX aria-hidden />
          </IconButton>
        </div>
      ))}
    </div>
  )
}
