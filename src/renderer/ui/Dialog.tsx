import { Modal, Popover as MantinePopover } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { commonMessages } from './common.messages.ts'
import { useMessages } from './messages.ts'
import styles from './overlay.module.css'

interface DialogProps {
  title: string
  opened: boolean
  onClose: () => void
  children: ReactNode
  size?: number
  /** Only its own buttons close it: nothing is lost by a stray Escape or click. */
  insistent?: boolean
}

/** A modal dialog: focus stays inside and returns to where it was; Escape closes. */
export function Dialog({ title, opened, onClose, children, size = 480, insistent = false }: DialogProps) {
  const t = useMessages(commonMessages)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      // The page never scrolls under a dialog; Mantine's lock would write a style element, which the security policy refuses.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeOnEscape={!insistent}
      closeOnClickOutside={!insistent}
      withCloseButton={!insistent}
      closeButtonProps={{ 'aria-label': t.close }}
      classNames={{
        overlay: styles.overlay,
        content: styles.dialog,
        header: styles.dialogHead,
        title: styles.dialogTitle,
        body: styles.dialogBody,
        close: styles.dialogClose,
      }}
    >
      {children}
    </Modal>
  )
}

/** The row of buttons at a dialog's foot; the one that acts comes last. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}

/** A small panel by its target, with focus inside; Escape or a click outside closes it. */
export function Popover({
  target,
  opened,
  onChange,
  children,
  label,
  width,
}: {
  target: ReactElement
  opened: boolean
  onChange: (opened: boolean) => void
  children: ReactNode
  label: string
  width?: number
}) {
  return (
    <MantinePopover
      opened={opened}
      onChange={onChange}
      position="bottom-start"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: styles.popover }}
      width={width}
      withinPortal
    >
      <MantinePopover.Target>{target}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label}>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  )
}
