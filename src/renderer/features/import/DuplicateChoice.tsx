import { useFormat } from '../../ui/index.ts'
import type { Texts } from './messages.ts'
import styles from './duplicate-choice.module.css'

/** Skip or load one duplicate. */
export function DuplicateChoice({
  line,
  load,
  onChoose,
  t,
}: {
  line: number
  load: boolean
  onChoose: (line: number, load: boolean) => void
  t: Texts
}) {
  const format = useFormat()
  const option = (value: boolean, label: string) => (
    <label className={styles.choice}>
      <input
        type="radio"
        name={`duplicate-${line}`}
        checked={load === value}
        onChange={() => onChoose(line, value)}
      />
      {label}
    </label>
  )
  return (
    <span className={styles.choices} role="radiogroup" aria-label={t.choiceOf(format.count(line))}>
      {option(false, t.skip)}
      {option(true, t.load)}
    </span>
  )
}
