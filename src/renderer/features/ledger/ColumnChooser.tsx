import { IconArrowDown, IconArrowUp, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, IconButton, LinkButton, Popover, useMessages } from '../../ui/index.ts'
import { columnOf, offeredColumns, type Column } from './columns.ts'
import { messages } from './messages.ts'
import styles from './chooser.module.css'

interface ColumnChooserProps {
  chosen: readonly string[]
  dimensions: readonly string[]
  name: (column: Column) => string
  onChange: (columns: readonly string[] | undefined) => void
}

/** Which columns the table has, in which order. The choice is in the address, so that it can be linked and kept. */
export function ColumnChooser({ chosen, dimensions, name, onChange }: ColumnChooserProps) {
  const t = useMessages(messages)
  const [opened, setOpened] = useState(false)
  const rest = offeredColumns(dimensions).filter(id => !chosen.includes(id))
  const move = (id: string, by: number): void => {
    const at = chosen.indexOf(id)
    const next = chosen.filter(other => other !== id)
    next.splice(Math.max(0, at + by), 0, id)
    onChange(next)
  }
  const row = (id: string, on: boolean) => {
    const label = name(columnOf(id))
    return (
      <li key={id} className={styles.item}>
        <label className={styles.label}>
          <input
            type="checkbox"
            checked={on}
            disabled={on && chosen.length === 1}
            onChange={() => onChange(on ? chosen.filter(c => c !== id) : [...chosen, id])}
          />
          <span className="ellipsis">{label}</span>
        </label>
        {on && (
          <span className={styles.moves}>
            <IconButton label={t.moveLeft(label)} disabled={chosen[0] === id} onClick={() => move(id, -1)}>
              <IconArrowUp aria-hidden />
            </IconButton>
            <IconButton
              label={t.moveRight(label)}
              disabled={chosen.at(-1) === id}
              onClick={() => move(id, 1)}
            >
              <IconArrowDown aria-hidden />
            </IconButton>
          </span>
        )}
      </li>
    )
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      label={t.columnsTitle}
      width={300}
      target={
        <Button
          kind="quiet"
          icon={<IconTable aria-hidden />}
          aria-expanded={opened}
          aria-haspopup="dialog"
          onClick={() => setOpened(!opened)}
        >
          {t.columns}
        </Button>
      }
    >
      <div className={styles.chooser}>
        <ul className={styles.list}>
          {chosen.map(id => row(id, true))}
          {rest.map(id => row(id, false))}
        </ul>
        <div className={styles.foot}>
          <LinkButton onClick={() => onChange(undefined)}>{t.columnsReset}</LinkButton>
        </div>
      </div>
    </Popover>
  )
}
