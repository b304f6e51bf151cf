import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useFilters } from '../../app/use-filters.ts'
import { useFormat, useKeys, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './ledger.module.css'

/** How long a pause in typing is, after which the words are looked for. */
const PAUSE_MS = 250

/** Finds entries by words of their text, payee, reference: it is the text filter, so that it is in the address and in every sum. */
export function FindField({ total }: { total: number | undefined }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { filters, setFilters } = useFilters()
  const input = useRef<HTMLInputElement>(null)
  const applied = filters.text ?? ''
  const [text, setText] = useState(applied)
  // The filter bar or Back changed it from outside.
  useEffect(() => setText(applied), [applied])
  const apply = (next: string): void => {
    if (next.trim() === applied) return
    const { text: _, ...rest } = filters
    setFilters(next.trim() ? { ...rest, text: next.trim() } : rest)
  }
  const latest = useRef(apply)
  latest.current = apply
  useEffect(() => {
    const timer = setTimeout(() => latest.current(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const focus = (): void => {
    input.current?.focus()
    input.current?.select()
  }
  useKeys({ 'mod+f': focus, f: focus })
  const name = total === undefined ? t.findAny : t.find(format.count(total))
  return (
    <div className={styles.find}>
      <label>
        <IconSearch size={14} stroke={1.6} aria-hidden />
        <input
          ref={input}
          type="search"
          aria-label={t.findAny}
          placeholder={name}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') apply(text)
            if (event.key === 'Escape') {
              setText('')
              apply('')
              event.currentTarget.blur()
            }
          }}
        />
      </label>
      <kbd aria-hidden>{t.findKey}</kbd>
    </div>
  )
}
