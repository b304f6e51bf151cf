import { Menu as MantineMenu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import styles from './overlay.module.css'

export interface MenuItem {
  id: string
  label: ReactNode
  icon?: ReactNode
  /** A key to press instead, or another quiet word at the right. */
  hint?: string
  /** True shows a tick: this one is chosen. */
  checked?: boolean
  disabled?: boolean
  onSelect: () => void
}

/** A list of things to do or to choose, opened by its target. Arrow keys, Enter, Escape. Strings among the items are headings. */
export function Menu({
  target,
  items,
  position = 'bottom-start',
  opened,
  onChange,
}: {
  target: ReactElement
  items: readonly (MenuItem | string)[]
  position?: 'bottom-start' | 'bottom-end' | 'top-start'
  /** Where something else than the target opens it, too (a key). */
  opened?: boolean
  onChange?: (opened: boolean) => void
}) {
  return (
    <MantineMenu
      position={position}
      opened={opened}
      onChange={onChange}
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: styles.menu, item: styles.item, label: styles.menuLabel }}
      withinPortal
    >
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {items.map(item =>
          typeof item === 'string' ? (
            <MantineMenu.Label key={item}>{item}</MantineMenu.Label>
          ) : (
            <MantineMenu.Item
              key={item.id}
              leftSection={item.icon}
              disabled={item.disabled}
              onClick={item.onSelect}
              aria-checked={item.checked}
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              rightSection={
                item.checked ? (
                  <IconCheck size={16} stroke={1.6} className={styles.check} aria-hidden />
                ) : (
                  item.hint
                )
              }
            >
              {item.label}
            </MantineMenu.Item>
          ),
        )}
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}
