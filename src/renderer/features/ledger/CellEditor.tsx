import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useCall } from '../../app/use-call.ts'
import styles from './ledger.module.css'

/** Where the writing goes on: nowhere (Escape), in the table one row down (Enter), or in the next or previous cell (Tab). */
export type Left = 'escaped' | 'down' | 'next' | 'previous' | 'away'

interface CellEditorProps {
  /** Dimension whose members are offered; undefined for a text. */
  dimension: string | undefined
  label: string
  value: string
  onSave: (text: string) => void
  onLeave: (how: Left) => void
}

/** A cell being written in. Enter, Tab and leaving it save; Escape does not. */
export function CellEditor({ dimension, label, value, onSave, onLeave }: CellEditorProps) {
  const [text, setText] = useState(value)
  const id = useId()
  const last = text.split(',').at(-1)?.trim() ?? ''
  const { value: found } = useCall(
    'ledger.members',
    { dimension: dimension ?? '', search: last.slice(0, 200), limit: 20 },
    { enabled: dimension !== undefined },
  )
  // What was typed must not be lost when the row is scrolled out of view, where no blur is heard.
  const draft = useRef({ text, done: false, onSave })
  draft.current = { ...draft.current, text, onSave }
  useEffect(
    () => () => {
      if (!draft.current.done) draft.current.onSave(draft.current.text)
    },
    [],
  )
  const leave = (how: Left): void => {
    if (draft.current.done) return
    draft.current.done = true
    if (how !== 'escaped') onSave(text)
    onLeave(how)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const how = { Enter: 'down', Escape: 'escaped', Tab: event.shiftKey ? 'previous' : 'next' }[event.key]
    // The grid and the page have keys of their own.
    event.stopPropagation()
    if (how === undefined) return
    event.preventDefault()
    leave(how as Left)
  }
  return (
    <>
      <input
        className={styles.cellEditor}
        aria-label={label}
        value={text}
        list={dimension === undefined ? undefined : id}
        autoComplete="off"
        maxLength={dimension === undefined ? 10_000 : 400}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the cell that was asked for
        autoFocus
        onFocus={event => event.currentTarget.select()}
        onChange={event => setText(event.target.value)}
        onBlur={() => leave('away')}
        onKeyDown={onKeyDown}
      />
      {dimension !== undefined && (
        <datalist id={id}>
          {found
            ?.filter(member => member.key !== '')
            .map(member => (
              <option key={member.key} value={member.label} />
            ))}
        </datalist>
      )}
    </>
  )
}
