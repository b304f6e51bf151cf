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
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={size}
      centered
      // The page never scrolls under a dialog; Mantine's lock would write a style element, which the security policy refuses.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      closeOnEscape={!insistent}
      closeOnClickOutside={!insistent}
      classNames={{
        overlay: styles.overlay,
        content: styles.dialog,
        title: styles.dialogTitle,
        body: styles.dialogBody,
        close: styles.dialogClose,
      }}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Not Modal.Header: its <header> would be a second banner of the page. */}
        <div className={styles.dialogHead}>
          <Modal.Title>{title}</Modal.Title>
          {!insistent && <Modal.CloseButton aria-label={t.close} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
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
