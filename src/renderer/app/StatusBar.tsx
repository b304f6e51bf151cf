import { IconCircleCheck, IconDatabase, IconLock } from '@tabler/icons-react'
import { parseIsoDate } from '../../shared/calendar/day.ts'
import { fiscalOf } from '../../shared/calendar/grain.ts'
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import { useMessages } from '../ui/messages.ts'
import { statusStore, type StatusItem } from '../ui/status.ts'
import { useStore } from '../ui/store.ts'
import { useFormat } from '../ui/use-format.ts'
import { appMessages } from './app.messages.ts'
import { useCall } from './use-call.ts'
import styles from './layout.module.css'

/** Rows in scope, revision, freshness, currency, fiscal year, encryption; or what the page says (the selection's sum). */
export function StatusBar({ status }: { status: WorkspaceStatus | undefined }) {
  const t = useMessages(appMessages)
  const own = useStore(statusStore)
  const format = useFormat()
  const { value: about } = useCall('settings.about', {})
  if (!status?.open) {
    return (
      <footer className={styles.status}>
        {about && <span>{t.version(about.version)}</span>}
        <span className={styles.statusRight}>
          <span>
            <IconLock aria-hidden />
            {t.offline}
          </span>
        </span>
      </footer>
    )
  }
  const last = status.lastDay ? parseIsoDate(status.lastDay) : undefined
  const fiscal = last === undefined ? undefined : fiscalOf(last, format.fiscal)
  return (
    <footer className={styles.status}>
      {own.left ? (
        <Items items={own.left} />
      ) : (
        <>
          <span>
            <IconDatabase aria-hidden />
            <b>{format.count(status.entries ?? 0)}</b> {status.entries === 1 ? t.entry : t.entries}
          </span>
          <span>
            {t.revision} <b>{format.count(status.revision ?? 0)}</b>
          </span>
          <span>
            <IconCircleCheck aria-hidden />
            {status.lastDay ? t.loadedTo(format.date(status.lastDay)) : t.empty}
            {status.lastImportAt && `, ${t.imported(format.age(status.lastImportAt))}`}
          </span>
          {Boolean(status.unconverted) && <span>{t.unconverted(format.count(status.unconverted ?? 0))}</span>}
        </>
      )}
      <span className={styles.statusRight}>
        {own.right ? (
          <Items items={own.right} />
        ) : (
          <>
            <span>{status.settings?.baseCurrency}</span>
            {fiscal && <span>{t.period(format.fiscalYear(fiscal.year), String(fiscal.period))}</span>}
            {status.readOnly && <span>{t.readOnly}</span>}
          </>
        )}
        <span>
          <IconLock aria-hidden />
          {t.encrypted}
        </span>
      </span>
    </footer>
  )
}

function Items({ items }: { items: readonly StatusItem[] }) {
  return items.map(item => <span key={item.id}>{item.content}</span>)
}
