import { IconAlertTriangle, IconCheck, IconCopy, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Counts } from '../../../shared/contract/import.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { addsUp } from './preview-rows.ts'
import shared from './shared.module.css'
import styles from './equation.module.css'

/** read = loaded + duplicate + rejected + ignored: the figure of the page. `done`: it is a batch's and no plan. */
export function Equation({ counts, done, note }: { counts: Counts; done?: boolean; note?: ReactNode }) {
  const t = useMessages(messages)
  const format = useFormat()
  const right = addsUp(counts)
  const part = (id: keyof Counts, label: string, icon?: ReactNode) => (
    <div className={styles.part} data-count={id}>
      <dt>
        {icon}
        {label}
      </dt>
      <dd>{format.count(counts[id])}</dd>
    </div>
  )
  const sign = (text: string) => (
    <span className={styles.sign} aria-hidden>
      {text}
    </span>
  )
  return (
    <div className={styles.equation} role="group" aria-label={t.equation}>
      <dl>
        {part('read', t.readCount)}
        {sign('=')}
        {part(
          'loaded',
          done ? t.loadedHead : t.willLoad,
          <IconCheck size={14} className={shared.good} aria-hidden />,
        )}
        {sign('+')}
        {part('duplicate', t.duplicate, <IconCopy size={14} className="t3" aria-hidden />)}
        {sign('+')}
        {part(
          'rejected',
          t.rejected,
          <IconAlertTriangle size={14} className={counts.rejected > 0 ? shared.warn : 't3'} aria-hidden />,
        )}
        {sign('+')}
        {part('ignored', t.ignored, <IconMinus size={14} className="t3" aria-hidden />)}
      </dl>
      <div className={styles.verdict}>
        <span className={right ? shared.tagGood : shared.tagBad}>
          {right ? (
            <IconCheck size={12} stroke={2} aria-hidden />
          ) : (
            <IconAlertTriangle size={12} aria-hidden />
          )}
          {right ? t.addsUp : t.addsNot}
        </span>
        {note && <span className="cap">{note}</span>}
      </div>
    </div>
  )
}
