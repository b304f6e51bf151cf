import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react'
import type { MethodName } from '../../shared/contract/index.ts'
import { useRefusal } from './may.ts'
import { Tooltip } from './Tooltip.tsx'
import styles from './button.module.css'

interface Needs {
  /** The method it calls, or leads to: whoever may not call it finds the button still, with the reason. */
  needs?: MethodName
}

// Not `disabled`: the button is still found by keyboard, and its title says why nothing happens.
function stopped(why: string | undefined): ButtonHTMLAttributes<HTMLButtonElement> {
  if (why === undefined) return {}
  const stop = (event: MouseEvent): void => event.preventDefault()
  return { 'aria-disabled': true, disabled: false, title: why, type: 'button', onClick: stop }
}

interface ButtonProps extends Needs, ButtonHTMLAttributes<HTMLButtonElement> {
  /** primary: the one thing to do here; quiet: without a border; danger: takes something away. */
  kind?: 'default' | 'primary' | 'quiet' | 'danger'
  size?: 'normal' | 'large'
  icon?: ReactNode
  ref?: Ref<HTMLButtonElement>
}

/** Says what happens: “Load 48,012 rows”. */
export function Button({
  kind = 'default',
  size = 'normal',
  icon,
  children,
  className,
  needs,
  ...rest
}: ButtonProps) {
  const refusal = useRefusal()
  const names = [
    styles.button,
    kind !== 'default' && styles[kind],
    size === 'large' && styles.large,
    className,
  ]
  return (
    <button type="button" {...rest} {...stopped(refusal(needs))} className={names.filter(Boolean).join(' ')}>
      {icon}
      {children}
    </button>
  )
}

interface IconButtonProps
  extends Needs, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'children'> {
  /** The name that a screen reader says and the tooltip shows. */
  label: string
  /** Key to press instead, shown in the tooltip. */
  shortcut?: string
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ label, shortcut, children, className, needs, ...rest }: IconButtonProps) {
  const why = useRefusal()(needs)
  return (
    <Tooltip disabled={why !== undefined} label={shortcut ? `${label} (${shortcut})` : label}>
      <button
        type="button"
        {...rest}
        {...stopped(why)}
        aria-label={label}
        className={[styles.button, styles.icon, className].filter(Boolean).join(' ')}
      >
        {children}
      </button>
    </Tooltip>
  )
}

/** A button that reads as a link, for “Open →” and the like. */
export function LinkButton({ className, needs, ...rest }: Needs & ButtonHTMLAttributes<HTMLButtonElement>) {
  const refusal = useRefusal()
  return (
    <button
      type="button"
      {...rest}
      {...stopped(refusal(needs))}
      className={[styles.link, className].filter(Boolean).join(' ')}
    />
  )
}
