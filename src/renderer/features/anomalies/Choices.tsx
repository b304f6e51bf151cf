import { DETECTORS, type Anomalies, type Detector } from '../../../shared/contract/anomalies.ts'
import { Select, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { Choice } from './use-anomalies.ts'
import styles from './anomalies.module.css'

const SHARES = [0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2]
const THRESHOLDS = [2, 2.5, 3, 3.5, 4, 6, 10]
const byThreshold = (method: string): boolean => method === 'z-score' || method === 'robust-z'

/** Method and how much of the ledger it flags; what is shown are the settings that the result was made with. */
export function Choices({
  found,
  choice,
  choose,
  percent,
}: {
  found: Anomalies | undefined
  choice: Choice
  choose: (choice: Choice) => void
  percent: (share: number) => string
}) {
  const t = useMessages(messages)
  const method = choice.method ?? found?.method ?? 'combined'
  const scored = byThreshold(method)
  const name = scored ? 'threshold' : 'contamination'
  const now = choice.settings[name] ?? (found?.method === method ? found.parameters[name] : undefined)
  const value = typeof now === 'number' ? now : scored ? 2.5 : 0.05
  const values = [...new Set([...(scored ? THRESHOLDS : SHARES), value])].toSorted((a, b) => a - b)
  return (
    <>
      <label className={styles.choice}>
        <span>{t.method}</span>
        <Select
          framed
          value={method}
          onChange={event => choose({ method: event.target.value as Detector, settings: {} })}
          options={DETECTORS.map(id => ({ value: id, label: t.methods[id] }))}
        />
      </label>
      <label className={styles.choice}>
        <span>{scored ? t.threshold : t.sensitivity}</span>
        <Select
          framed
          value={String(value)}
          onChange={event =>
            choose({ method, settings: { ...choice.settings, [name]: Number(event.target.value) } })
          }
          options={values.map(one => ({ value: String(one), label: scored ? String(one) : percent(one) }))}
        />
      </label>
    </>
  )
}
