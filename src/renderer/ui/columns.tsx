import type { ReactNode } from 'react'
import type { MethodName } from '../../shared/contract/index.ts'
import type { Column } from './DataTable.tsx'
import { useHeld } from './may.ts'
import styles from './table.module.css'

interface Switch<T> {
  head: string
  /** The method that a turn calls. */
  needs: MethodName
  name: (row: T) => string
  on: (row: T) => boolean
  onTurn: (row: T, on: boolean) => void
}

/** Whether what a row tells of is in force, to be turned on and off. */
export function switchColumn<T>({ head, needs, name, on, onTurn }: Switch<T>): Column<T> {
  return {
    id: 'active',
    head,
    width: 64,
    cell: row => (
      <Box
        needs={needs}
        label={`${head}: ${name(row)}`}
        checked={on(row)}
        onChange={turned => onTurn(row, turned)}
      />
    ),
  }
}

/** A row's icon buttons, at its end; their head is for screen readers. `most`: how many a row may have. */
export function toolsColumn<T>(
  head: string,
  most: number,
  tools: (row: T, index: number) => ReactNode,
): Column<T> {
  return {
    id: 'tools',
    head: <span className="visually-hidden">{head}</span>,
    width: 24 + most * 32,
    cell: (row, index) => <span className={styles.tools}>{tools(row, index)}</span>,
  }
}

function Box(props: {
  needs: MethodName
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const held = useHeld()
  return (
    <input
      type="checkbox"
      {...held(props.needs)}
      aria-label={props.label}
      checked={props.checked}
      onChange={event => props.onChange(event.target.checked)}
    />
  )
}
