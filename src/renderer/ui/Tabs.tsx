import type { MethodName } from '../../shared/contract/index.ts'
import { useHeld } from './may.ts'
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { useFormat } from './use-format.ts'
import styles from './tabs.module.css'

export interface TabItem<T extends string> {
  id: T
  label: ReactNode
  count?: number
  /** The method that its panel calls: the tab stands still where that is refused, and says why. */
  needs?: MethodName | undefined
}

interface TabsProps<T extends string> {
  tabs: readonly TabItem<T>[]
  value: T
  onChange: (id: T) => void
  label: string
  children: ReactNode
}

/** The tabs that are a page's whole content. */
export function PageTabs<T extends string>(props: TabsProps<T>) {
  return (
    <div className={styles.page}>
      <Tabs {...props} />
    </div>
  )
}

/** Tabs with their one open panel. Arrow keys, Home and End move. */
export function Tabs<T extends string>({ tabs, value, onChange, label, children }: TabsProps<T>) {
  const id = useId()
  const format = useFormat()
  const held = useHeld()
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const open = tabs.filter(tab => !held(tab.needs).disabled)
    const at = open.findIndex(tab => tab.id === value)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: open.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = open[(to + open.length) % open.length]
    if (!next) return
    onChange(next.id)
    document.getElementById(`${id}-${next.id}`)?.focus()
  }
  return (
    <>
      <div className={styles.tabs} role="tablist" aria-label={label} tabIndex={-1} onKeyDown={move}>
        {tabs.map(tab => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            className={styles.tab}
            aria-selected={tab.id === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === value ? 0 : -1}
            {...held(tab.needs)}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{format.count(tab.count)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        {children}
      </div>
    </>
  )
}

/** One of a few, side by side: radio buttons in a row. */
export function Segmented<T extends string>({
  options,
  value,
  onChange,
  label,
  needs,
}: {
  options: readonly { id: T; label: ReactNode }[]
  value: T
  onChange: (id: T) => void
  label: string
  /** The method that a choice calls: it stands still for whoever may not, and says why. */
  needs?: MethodName
}) {
  const name = useId()
  const held = useHeld()(needs)
  return (
    <div className={styles.segmented} role="radiogroup" aria-label={label}>
      {options.map(option => (
        <label key={option.id} className={styles.segment}>
          <input
            type="radio"
            name={name}
            checked={option.id === value}
            {...held}
            onChange={() => onChange(option.id)}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
