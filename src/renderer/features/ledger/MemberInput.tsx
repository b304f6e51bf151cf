import { useId, useState, type ReactNode } from 'react'
import type { MethodName } from '../../../shared/contract/index.ts'
import { useCall } from '../../app/use-call.ts'
import { TextField } from '../../ui/index.ts'

/** A text field that offers the members there are; anything else that is typed becomes a new one. */
export function MemberInput({
  dimension,
  label,
  value,
  onChange,
  hint,
  placeholder,
  onCommit,
  autoFocus,
  needs,
}: {
  dimension: string
  label: ReactNode
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  placeholder?: string
  /** Enter, or the focus leaving. */
  onCommit?: () => void
  autoFocus?: boolean
  needs?: MethodName
}) {
  const id = useId()
  const [asked, setAsked] = useState(false)
  const last = value.split(',').at(-1)?.trim() ?? ''
  const { value: found } = useCall(
    'ledger.members',
    { dimension, search: last.slice(0, 200), limit: 20 },
    { enabled: asked },
  )
  return (
    <>
      <TextField
        label={label}
        needs={needs}
        hint={hint}
        value={value}
        placeholder={placeholder}
        list={id}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for
        autoFocus={autoFocus}
        onFocus={() => setAsked(true)}
        onChange={event => onChange(event.target.value)}
        onBlur={onCommit}
        onKeyDown={event => {
          if (event.key === 'Enter' && onCommit) onCommit()
        }}
      />
      <datalist id={id}>
        {found
          ?.filter(member => member.key !== '')
          .map(member => (
            <option key={member.key} value={member.label} />
          ))}
      </datalist>
    </>
  )
}
