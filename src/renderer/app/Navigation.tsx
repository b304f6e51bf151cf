import { Link } from '@tanstack/react-router'
import {
  IconArrowsDiff,
  IconBell,
  IconBooks,
  IconCalendarClock,
  IconClipboardCheck,
  IconDatabase,
  IconDiamond,
  IconArrowBackUp,
  IconFileImport,
  IconHeartbeat,
  IconHistory,
  IconLayoutDashboard,
  IconListCheck,
  IconListDetails,
  IconMessageQuestion,
  IconReport,
  IconScale,
  IconSettings,
  IconShieldCheck,
  IconTrendingUp,
  IconZoomScan,
  type Icon,
} from '@tabler/icons-react'
import { useMessages } from '../ui/messages.ts'
import { appMessages } from './app.messages.ts'
import type { PageName } from './pages.ts'
import type { Search } from './search.ts'
import styles from './layout.module.css'

interface NavPage {
  name: PageName &
    (
      | 'dashboard'
      | 'ledger'
      | 'import'
      | 'batches'
      | 'settings'
      | 'health'
      | 'forecast'
      | 'budget'
      | 'changes'
      | 'rules'
      | 'quality'
      | 'schedule'
      | 'reference'
      | 'connections'
      | 'explain'
      | 'explore'
      | 'chat'
      | 'anomalies'
      | 'audit'
      | 'reports'
      | 'alerts'
    )
  to: string
  icon: Icon
  group: 'see' | 'analyse' | 'data' | 'foot'
  /** Letter after G. */
  key?: string
  /** Keeps the filters when one goes there. */
  filtered?: boolean
}

/** The pages that are built: nothing in the navigation leads nowhere. */
export const PAGES: readonly NavPage[] = [
  { name: 'dashboard', to: '/dashboard', icon: IconLayoutDashboard, group: 'see', key: 'd', filtered: true },
  { name: 'ledger', to: '/ledger', icon: IconListDetails, group: 'see', key: 'l', filtered: true },
  { name: 'reports', to: '/reports', icon: IconReport, group: 'see', key: 'p' },
  { name: 'chat', to: '/ask', icon: IconMessageQuestion, group: 'see', key: 'k' },
  { name: 'anomalies', to: '/anomalies', icon: IconDiamond, group: 'analyse', key: 'a', filtered: true },
  { name: 'audit', to: '/audit', icon: IconClipboardCheck, group: 'analyse', key: 'u', filtered: true },
  { name: 'alerts', to: '/alerts', icon: IconBell, group: 'analyse', key: 'n', filtered: true },
  { name: 'explore', to: '/explore', icon: IconZoomScan, group: 'analyse', key: 'e', filtered: true },
  { name: 'explain', to: '/explain', icon: IconArrowsDiff, group: 'analyse', key: 'x', filtered: true },
  { name: 'forecast', to: '/forecast', icon: IconTrendingUp, group: 'analyse', key: 'f', filtered: true },
  { name: 'budget', to: '/budget', icon: IconScale, group: 'analyse', key: 'b', filtered: true },
  { name: 'import', to: '/import', icon: IconFileImport, group: 'data', key: 'i' },
  { name: 'batches', to: '/import/batches', icon: IconHistory, group: 'data', key: 'h' },
  { name: 'connections', to: '/connections', icon: IconDatabase, group: 'data', key: 'o' },
  { name: 'rules', to: '/rules', icon: IconListCheck, group: 'data', key: 'r' },
  { name: 'quality', to: '/quality', icon: IconShieldCheck, group: 'data', key: 'q' },
  { name: 'reference', to: '/reference', icon: IconBooks, group: 'data', key: 'm' },
  { name: 'schedule', to: '/schedule', icon: IconCalendarClock, group: 'data', key: 't' },
  { name: 'changes', to: '/ledger/changes', icon: IconArrowBackUp, group: 'data', key: 'c' },
  { name: 'health', to: '/health', icon: IconHeartbeat, group: 'foot', key: 'w' },
  { name: 'settings', to: '/settings', icon: IconSettings, group: 'foot', key: 's' },
]

export function Navigation({ filters }: { filters: Search }) {
  const t = useMessages(appMessages)
  return (
    <nav className={styles.nav} aria-label={t.navigation}>
      {(['see', 'analyse', 'data', 'foot'] as const).map(group => (
        <Group key={group} group={group} filters={filters} />
      ))}
    </nav>
  )
}

function Group({ group, filters }: { group: NavPage['group']; filters: Search }) {
  const t = useMessages(appMessages)
  const pages = PAGES.filter(page => page.group === group)
  if (pages.length === 0) return null
  return (
    <>
      {group === 'foot' ? <span className={styles.spacer} /> : <div className={styles.group}>{t[group]}</div>}
      {pages.map(page => {
        const Symbol = page.icon
        return (
          <Link
            key={page.name}
            to={page.to}
            search={(page.filtered ? filters : {}) as never}
            className={styles.item}
            // Otherwise Imports, which lies under Import's address, would mark both.
            activeOptions={{ exact: true, includeSearch: false }}
            title={t[page.name]}
          >
            <Symbol aria-hidden />
            <span>{t[page.name]}</span>
          </Link>
        )
      })}
    </>
  )
}
