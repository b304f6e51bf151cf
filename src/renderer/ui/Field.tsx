import { IconChevronDown } from '@tabler/icons-react'
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react'
import type { MethodName } from '../../shared/contract/index.ts'
import { useHeld } from './may.ts'
import styles from './field.module.css'

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and what to do; read out with the field. */
  error?: string
}

interface Needs {
  /** The method that a change of it calls: it stands still for whoever may not, and says why. */
  needs?: MethodName
}

/** A label, a control and what is said below it. */
export function Field({
  label,
  hint,
  error,
  id,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children}
      {hint && (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className={styles.error} id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </div>
  )
}

const describedBy = (id: string, { hint, error }: FieldProps): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

export function TextField(props: FieldProps & Needs & InputHTMLAttributes<HTMLInputElement>) {
  const made = useId()
  const held = useHeld()
  const { label, hint, error, id = made, className, needs, ...rest } = props
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      <input
        {...rest}
        {...held(needs)}
        id={id}
        className={[styles.input, className].filter(Boolean).join(' ')}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, props)}
      />
    </Field>
  )
}

/** A workspace's password: never shown, at most as long as main takes. */
export function PasswordField({
  onValue,
  ...rest
}: FieldProps &
  Needs &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'maxLength' | 'onChange'> & {
    value: string
    onValue: (value: string) => void
    /** What a password manager may do: offer the one it knows, make a new one, or keep out. */
    autoComplete: 'current-password' | 'new-password' | 'off'
  }) {
  return (
    <TextField {...rest} type="password" maxLength={1024} onChange={event => onValue(event.target.value)} />
  )
}

/** The platform's own drop-down: short lists, one choice. */
export function SelectField(
  props: FieldProps &
    Needs &
    SelectHTMLAttributes<HTMLSelectElement> & { options: readonly { value: string; label: string }[] },
) {
  const made = useId()
  const { label, hint, error, id = made, className, options, ...rest } = props
  return (
    <Field label={label} hint={hint} error={error} id={id}>
      <Select
        {...rest}
        id={id}
        options={options}
        className={[styles.input, className].filter(Boolean).join(' ')}
        aria-describedby={describedBy(id, props)}
      />
    </Field>
  )
}

interface SelectProps extends Needs, SelectHTMLAttributes<HTMLSelectElement> {
  options: readonly { value: string; label: string }[]
  /** A small box of its own, for a line of choices above what they change. */
  framed?: boolean
}

/** A bare drop-down with our arrow, for where the label stands elsewhere. */
export function Select({ options, className, needs, framed, ...rest }: SelectProps) {
  const held = useHeld()
  return (
    <span className={styles.select}>
      <select {...rest} {...held(needs)} className={framed ? styles.framed : className}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <IconChevronDown stroke={1.6} aria-hidden />
    </span>
  )
}
