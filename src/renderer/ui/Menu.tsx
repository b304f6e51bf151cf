import { Menu as MantineMenu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import type { MethodName } from '../../shared/contract/index.ts'
import { useRefusal } from './may.ts'
import styles from './overlay.module.css'

export interface MenuItem {
  id: string
  label: ReactNode
  icon?: ReactNode
  /** A key to press instead, or another quiet word at the right. */
  hint?: string
  /** Given on all items of a choice: true shows a tick, this one is chosen. */
  checked?: boolean
  disabled?: boolean
  /** The method that it calls, or leads to: it stands still for whoever may not, and says why. */
  needs?: MethodName
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
  const refusal = useRefusal()
  return (
    <MantineMenu
      position={position}
      opened={opened}
      onChange={onChange}
      transitionProps={{ duration: 0 }}
      classNames={{
        dropdown: styles.menu,
        item: styles.item,
        label: styles.menuLabel,
        itemIndicator: styles.indicator,
      }}
      withinPortal
    >
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {items.map(item => {
          if (typeof item === 'string') return <MantineMenu.Label key={item}>{item}</MantineMenu.Label>
          const { id, label, icon, hint, checked, onSelect } = item
          const why = refusal(item.needs)
          const disabled = item.disabled || why !== undefined
          if (checked === undefined)
            return (
              <MantineMenu.Item
                key={id}
                leftSection={icon}
                rightSection={hint}
                disabled={disabled}
                title={why}
                onClick={onSelect}
              >
                {label}
              </MantineMenu.Item>
            )
          return (
            <MantineMenu.RadioItem
              key={id}
              value={id}
              checked={checked}
              onChange={onSelect}
              closeMenuOnClick
              disabled={disabled}
              checkIcon={<IconCheck size={16} stroke={1.6} className={styles.check} aria-hidden />}
              rightSection={hint}
            >
              {label}
            </MantineMenu.RadioItem>
          )
        })}
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}
