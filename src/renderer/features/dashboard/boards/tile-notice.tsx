import type { ReactNode } from 'react'
import { Panel, useMessages } from '../../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './boards.module.css'

/** A tile without figures: why there are none. */
export function TileNotice({
  title,
  failure,
  loading,
  children,
}: {
  title: string
  failure?: string | undefined
  loading?: boolean
  children?: ReactNode
}) {
  const t = useMessages(messages)
  return (
    <Panel title={title}>
      <div className={styles.notice} role={failure ? 'alert' : undefined}>
        {failure && <strong>{t.failed}</strong>}
        <span>{failure ?? (loading ? t.loading : (children ?? t.noEntries))}</span>
      </div>
    </Panel>
  )
}
