import { useNavigate } from '@tanstack/react-router'
import { IconBell, IconBellRinging } from '@tabler/icons-react'
import { useEffect, useSyncExternalStore } from 'react'
import { IconButton } from '../ui/Button.tsx'
import { useMay } from '../ui/may.ts'
import { useMessages } from '../ui/messages.ts'
import { useSetting } from '../ui/preferences.ts'
import { appMessages } from './app.messages.ts'
import { call, currentRevision, onRevision } from './client.ts'
import { notify } from './notify.ts'
import { queryClient, useCall } from './use-call.ts'

/** A load of many files raises the revision with each: one look follows the last. */
const CALM = 1500

/** How many alerts are new. It has the rules held against the ledger when a workspace is opened and after each change. */
export function AlertBell() {
  const t = useMessages(appMessages)
  const navigate = useNavigate()
  const revision = useSyncExternalStore(onRevision, currentRevision)
  const { value } = useCall('alerts.list', {})
  // A look writes: for a viewer, the list is what others' looks have found.
  const may = useMay('alerts.look')
  const { notifyAlerts } = useSetting()
  useEffect(() => {
    if (!may) return undefined
    const controller = new AbortController()
    const timer = setTimeout(() => {
      // The page's own button says what failed.
      void call('alerts.look', {}, { signal: controller.signal }).then(result => {
        if (!result.ok || result.value.raised === 0) return
        void queryClient.invalidateQueries({ queryKey: ['alerts.list'] })
        const news = result.value.alerts.filter(alert => !alert.read).slice(0, result.value.raised)
        if (notifyAlerts && news.length > 0)
          notify(
            t.newAlerts(news.length),
            news
              .slice(0, 3)
              .map(alert => alert.statement)
              .join('\n'),
            () => void navigate({ to: '/alerts' }),
          )
      })
    }, CALM)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [revision, may, notifyAlerts, navigate, t])
  const unread = value?.unread ?? 0
  return (
    <IconButton label={t.newAlerts(unread)} shortcut="G N" onClick={() => void navigate({ to: '/alerts' })}>
      {unread > 0 ? <IconBellRinging aria-hidden /> : <IconBell aria-hidden />}
      {unread > 0 && <span aria-hidden>{unread > 99 ? '99+' : unread}</span>}
    </IconButton>
  )
}
