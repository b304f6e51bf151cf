import { useLocation, useNavigate, type ErrorComponentProps } from '@tanstack/react-router'
import { Button } from '../ui/Button.tsx'
import { useMessages } from '../ui/messages.ts'
import { Page } from '../ui/Page.tsx'
import { EmptyState, ErrorState } from '../ui/States.tsx'
import { appMessages } from './app.messages.ts'
import { PAGES } from './Navigation.tsx'

export function NotHere() {
  const t = useMessages(appMessages)
  const navigate = useNavigate()
  return (
    <Page title={t.notHere}>
      <EmptyState
        title={t.notHere}
        action={<Button onClick={() => void navigate({ to: '/dashboard' })}>{t.goHome}</Button>}
      >
        {t.notHereWhy}
      </EmptyState>
    </Page>
  )
}

/** A page about the entries themselves, in a workspace whose entries are in a warehouse only. */
export function Elsewhere() {
  const t = useMessages(appMessages)
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const page = PAGES.find(one => one.to === pathname)
  return (
    <Page title={page ? t[page.name] : t.elsewhere}>
      <EmptyState
        title={t.elsewhere}
        action={<Button onClick={() => void navigate({ to: '/connections' })}>{t.toWarehouse}</Button>}
      >
        {t.elsewhereWhy}
      </EmptyState>
    </Page>
  )
}

/** A page threw: a bug, but the rest of the window stays usable. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const t = useMessages(appMessages)
  return (
    <Page title={t.pageFailed}>
      <ErrorState
        failure={{ message: error instanceof Error ? error.message : String(error) }}
        title={t.pageFailed}
        onRetry={reset}
      />
    </Page>
  )
}
