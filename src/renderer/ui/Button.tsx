import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Tooltip } from './Tooltip.tsx'
import styles from './button.module.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
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
  ...rest
}: ButtonProps) {
  const names = [
    styles.button,
    kind !== 'default' && styles[kind],
    size === 'large' && styles.large,
    className,
  ]
  return (
    <button type="button" {...rest} className={names.filter(Boolean).join(' ')}>
      {icon}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'children'> {
  /** The name that a screen reader says and the tooltip shows. */
  label: string
  /** Key to press instead, shown in the tooltip. */
  shortcut?: string
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

export function IconButton({ label, shortcut, children, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={shortcut ? `${label} (${shortcut})` : label}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={[styles.button, styles.icon, className].filter(Boolean).join(' ')}
      >
        {children}
      </button>
    </Tooltip>
  )
}

/** A button that reads as a link, for “Open →” and the like. */
export function LinkButton({ className, ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="button" {...rest} className={[styles.link, className].filter(Boolean).join(' ')} />
}
