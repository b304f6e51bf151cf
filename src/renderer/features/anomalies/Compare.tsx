import type { DetectorRun } from '../../../shared/contract/anomalies.ts'
import { DataTable, Panel, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './anomalies.module.css'

/** Measures of which more is better; of flags there is no better. */
const BETTER = new Set(['precision', 'recall', 'f1'])
const METRICS = ['scored', 'flagged', 'heldOut', 'confirmed', 'precision', 'recall', 'f1'] as const

interface Row {
  id: string
  name: string
  values: [string, string]
  better: string
}

/** Two runs beside each other: what they were set to, on which data, how they did, and which does better where. */
export function Compare({ runs: [one, two] }: { runs: [DetectorRun, DetectorRun] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const head = (run: DetectorRun): string => `${t.run} ${run.id}, ${format.moment(run.createdAt)}`
  const names = [...new Set([...Object.keys(one.parameters), ...Object.keys(two.parameters)])]
  const text = (value: string | number | boolean | undefined): string =>
    value === undefined ? '–' : String(value)
  const judged = Math.min(one.metrics['heldOut'] ?? 0, two.metrics['heldOut'] ?? 0) > 0
  const metric = (run: DetectorRun, name: string): string =>
    BETTER.has(name)
      ? (run.metrics['heldOut'] ?? 0) === 0
        ? '–'
        : format.percent(run.metrics[name] ?? 0, { digits: 1 })
      : format.count(run.metrics[name] ?? 0)
  const better = (name: string): string => {
    if (!BETTER.has(name) || !judged) return ''
    const [a, b] = [one.metrics[name] ?? 0, two.metrics[name] ?? 0]
    return a === b ? t.same : `${t.run} ${a > b ? one.id : two.id}`
  }
  const rows: Row[] = [
    ...METRICS.map(name => ({
      id: `m:${name}`,
      name: t.metrics[name],
      values: [metric(one, name), metric(two, name)] as [string, string],
      better: better(name),
    })),
    {
      id: 'revision',
      name: t.revision,
      values: [text(one.dataRevision), text(two.dataRevision)],
      better: '',
    },
    ...names.map(name => ({
      id: `p:${name}`,
      name,
      values: [text(one.parameters[name]), text(two.parameters[name])] as [string, string],
      better: text(one.parameters[name]) === text(two.parameters[name]) ? '' : t.differs,
    })),
  ]
  return (
    <Panel title={t.compared} subtitle={judged ? '' : t.notJudged}>
      <div
        className={`${styles.scroll} ${styles.compared}`}
        role="region"
        aria-label={t.compared}
        tabIndex={0}
      >
        <DataTable
          caption={t.compared}
          rows={rows}
          rowKey={row => row.id}
          columns={[
            { id: 'name', head: t.comparedWhat, cell: row => row.name },
            { id: 'one', head: head(one), numeric: true, cell: row => row.values[0] },
            { id: 'two', head: head(two), numeric: true, cell: row => row.values[1] },
            { id: 'better', head: t.betterHead, cell: row => row.better },
          ]}
        />
      </div>
    </Panel>
  )
}
