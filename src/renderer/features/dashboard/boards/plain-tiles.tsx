import type { Overview } from '../../../../shared/contract/dashboard.ts'
import { Figure, Panel, useFormat, useMessages } from '../../../ui/index.ts'
import { messages as dashboardMessages } from '../messages.ts'
import { messages } from './messages.ts'
import styles from './boards.module.css'

/** Up to which day there are entries, and when the last were loaded. */
export function FreshnessTile({ title, overview }: { title: string; overview: Overview }) {
  const t = useMessages(messages)
  const d = useMessages(dashboardMessages)
  const format = useFormat()
  const { lastDay, lastImportAt, batches } = overview.freshness
  return (
    <div className={styles.figure}>
      <Figure label={title} value={lastDay ? format.date(lastDay) : '–'}>
        {lastImportAt && <span>{d.imported(format.age(lastImportAt))}</span>}
        <span className="t3">{t.batches(batches, format.count(batches))}</span>
      </Figure>
    </div>
  )
}

/** What somebody wrote down, as plain text. */
export function NoteTile({ title, text }: { title: string; text: string }) {
  return (
    <Panel title={title}>
      <div className={styles.note} tabIndex={0} role="group" aria-label={title}>
        {text}
      </div>
    </Panel>
  )
}
