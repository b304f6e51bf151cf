import { Link, Outlet, useLocation, useNavigate, useRouterState } from '@tanstack/react-router'
import { IconAlertTriangle } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import { useMay } from '../ui/may.ts'
import { useMessages } from '../ui/messages.ts'
import { useFormat } from '../ui/use-format.ts'
import { useStore } from '../ui/store.ts'
import { Toasts } from '../ui/toast.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { appMessages } from './app.messages.ts'
import { useCall } from './use-call.ts'
import { useConnection } from './use-connection.ts'
import { Elsewhere } from './NotHere.tsx'
import { HistoryProgress } from './HistoryProgress.tsx'
import { Navigation, PAGES } from './Navigation.tsx'
import { opening } from './open-workspace.ts'
import { StatusBar } from './StatusBar.tsx'
import { TitleBar } from './TitleBar.tsx'
import { useFilters } from './use-filters.ts'
import { useHistory } from './use-history.ts'
import { useHostCommands } from './use-host-commands.ts'
import { useLockWatch } from './use-lock-watch.ts'
import { useWarehouseWatch } from './use-warehouse-watch.ts'
import { useSettings, useWorkspace } from './workspace.ts'
import styles from './layout.module.css'

const Palette = lazy(() => import('./Palette.tsx'))
const KeyHelp = lazy(() => import('./KeyHelp.tsx'))

/** Pages that are about the entries themselves: where they are in a warehouse only, each says so instead of failing at every step. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  '/import',
  '/rules',
  '/quality',
  '/reference',
  '/anomalies',
  '/audit',
  '/budget',
  '/reports',
  '/ask',
])

const CLOSED: WorkspaceStatus = { open: false }

/** The window: title bar, navigation, the page, status bar; and what works on every page (palette, keys, toasts). */
export function Layout() {
  const t = useMessages(appMessages)
  const { value: actual } = useWorkspace()
  const held = useStore(opening)
  // What was there before stays on screen until the first page lets go.
  const status = held && actual?.open ? CLOSED : actual
  useSettings(status)
  useLockWatch(status)
  useWarehouseWatch(status?.open === true)
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const filters = useFilters()
  const [over, setOver] = useState<'palette' | 'keys'>()
  const open = status?.open === true
  const start = pathname === '/'
  // Without a workspace only the first page and the settings make sense; with one, the first page is the dashboard.
  const away = status && (open ? start : !start && pathname !== '/settings')
  // While the dashboard's code is still coming, the router goes on showing the page before it: the first page would flash up.
  const drawn = useRouterState({ select: state => state.resolvedLocation?.pathname })
  const leaving = open && drawn === '/'
  useEffect(() => {
    if (!away) return
    const to = !open ? '/' : status.entries === 0 ? '/import' : '/dashboard'
    void navigate({ to, replace: true })
  }, [away, open, status?.entries, navigate])

  useKeys({
    'mod+k': () => setOver('palette'),
    '?': () => setOver('keys'),
    ...(open &&
      Object.fromEntries(
        PAGES.filter(page => page.key).map(page => [
          `g ${page.key}`,
          () => void navigate({ to: page.to, search: (page.filtered ? filters.search : {}) as never }),
        ]),
      )),
  })

  const { undo, redo } = useHistory()
  const may = useMay('ledger.undo')
  // In a field, the field's own undo is meant.
  const step = (run: () => Promise<void>) => (event: KeyboardEvent) => {
    if (isTextField(event.target)) return false
    void run()
    return undefined
  }
  useKeys({ 'mod+z': step(undo), 'mod+shift+z': step(redo), 'mod+y': step(redo) }, open && may)

  useHostCommands(() => setOver('keys'))

  const notice = useNotice(actual?.syncedFolder === true, open)
  return (
    <div className={styles.window} data-notice={notice ? '' : undefined}>
      <a className={styles.skip} href="#main" onClick={skipToMain}>
        {t.skip}
      </a>
      <TitleBar status={status} onPalette={() => setOver('palette')} onKeys={() => setOver('keys')} />
      {notice && (
        <div className={styles.notice} role="alert">
          <IconAlertTriangle stroke={1.6} aria-hidden />
          {notice}
        </div>
      )}
      <div className={styles.body} data-start={open ? undefined : ''}>
        {open && <Navigation filters={filters.search} />}
        {status && !away && !leaving ? (
          <Suspense fallback={<main className={styles.loading} aria-busy="true" />}>
            {status.asksOnly === true && ELSEWHERE.has(pathname) ? <Elsewhere /> : <Outlet />}
          </Suspense>
        ) : (
          <main className={styles.loading} aria-busy="true" />
        )}
      </div>
      <StatusBar status={status} />
      <HistoryProgress />
      <Toasts />
      <Suspense fallback={null}>
        {over === 'palette' && <Palette open={open} onClose={() => setOver(undefined)} />}
        {over === 'keys' && <KeyHelp onClose={() => setOver(undefined)} />}
      </Suspense>
    </div>
  )
}

function useNotice(synced: boolean, open: boolean): ReactNode {
  const t = useMessages(appMessages)
  const format = useFormat()
  const { value } = useCall('diagnostics.losses', {}, { enabled: open })
  const missing = open ? (value?.losses ?? []).filter(loss => !loss.seen) : []
  const connection = useConnection()
  if (connection === 'over') return t.over
  if (connection === 'lost') return t.lost
  if (missing.length > 0)
    return (
      <>
        {t.missing(format.count(missing.reduce((all, loss) => all + loss.commits, 0)))}{' '}
        <Link to="/health">{t.lostMore}</Link>
      </>
    )
  return synced ? t.synced : undefined
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
  )
}

// The address after '#' is the router's, so the skip link moves the focus itself.
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
