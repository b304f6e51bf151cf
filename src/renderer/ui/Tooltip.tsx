import { Tooltip as MantineTooltip } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import styles from './overlay.module.css'

/** Says more about a control on hover and on keyboard focus. The child must take a ref. Never the only place of a name. */
export function Tooltip({
  label,
  children,
  disabled,
}: {
  label: ReactNode
  children: ReactElement
  disabled?: boolean
}) {
  return (
    <MantineTooltip
      label={label}
      disabled={disabled}
      openDelay={400}
      events={{ hover: true, focus: true, touch: false }}
      classNames={{ tooltip: styles.tooltip }}
      transitionProps={{ duration: 0 }}
      withinPortal
    >
      {children}
    </MantineTooltip>
  )
}
