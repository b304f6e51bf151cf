import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../../ui/index.ts'
import styles from './rules.module.css'

/** A rule's conditions or actions, one below the other: at least one, and a button that adds `fresh`. */
export function Lines<T>({
  label,
  lines,
  fresh,
  texts,
  onChange,
  children,
}: {
  label: string
  lines: readonly T[]
  fresh: T
  /** What a line is called, by its number from 1, and what its buttons say. */
  texts: { line: (n: number) => string; remove: (n: number) => string; add: string }
  onChange: (lines: T[]) => void
  children: (line: T, put: (line: T) => void) => ReactNode
}) {
  return (
    <section aria-label={label} className={styles.rows}>
      {lines.map((line, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line has no name but its place
        <fieldset key={i} className={styles.row}>
          <legend className="visually-hidden">{texts.line(i + 1)}</legend>
          {children(line, next => onChange(lines.map((one, at) => (at === i ? next : one))))}
          <IconButton
            label={texts.remove(i + 1)}
            disabled={lines.length === 1}
            onClick={() => onChange(lines.filter((_, at) => at !== i))}
          >
            <IconTrash aria-hidden />
          </IconButton>
        </fieldset>
      ))}
      <Button
        type="button"
        kind="quiet"
        icon={<IconPlus aria-hidden />}
        onClick={() => onChange([...lines, fresh])}
      >
        {texts.add}
      </Button>
    </section>
  )
}
