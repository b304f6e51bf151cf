import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../app/client.ts'
import { workspaceOpened } from '../../app/open-workspace.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { Button, Page, Tabs, toast, useMessages } from '../../ui/index.ts'
import { AuditLog } from './AuditLog.tsx'
import { messages } from './messages.ts'
import { OwnPassword } from './OwnPassword.tsx'
import { Privacy } from './Privacy.tsx'
import { Users } from './Users.tsx'
import styles from './security.module.css'

type Tab = 'users' | 'log' | 'privacy'

/** Who may open the workspace, what was done in it, and what it holds of people. */
export default function SecurityPage() {
  const t = useMessages(messages)
  const { value: status } = useWorkspace()
  const [tab, setTab] = useState<Tab>('users')
  const admin = status?.role === 'admin'
  const lock = async (): Promise<void> => {
    const result = await call('security.lock', {})
    if (!result.ok) return toast('error', result.failure.message)
    const now = await call('workspace.status', {})
    if (now.ok) workspaceOpened(now.value)
  }
  return (
    <Page
      title={t.title}
      subtitle={status?.user && t.loggedIn(status.user.name, t.roles[status.role ?? 'nobody'])}
      actions={
        <Button icon={<IconLock aria-hidden />} onClick={() => void lock()}>
          {t.lockNow}
        </Button>
      }
    >
      <div className={styles.tabs}>
        <Tabs
          label={t.title}
          value={tab}
          onChange={setTab}
          tabs={(['users', 'log', 'privacy'] as const).map(id => ({ id, label: t.tabs[id] }))}
        >
          {tab === 'users' && (admin ? <Users /> : <OwnPassword />)}
          {tab === 'log' && <AuditLog admin={admin} />}
          {tab === 'privacy' && <Privacy role={status?.role ?? 'nobody'} />}
        </Tabs>
      </div>
    </Page>
  )
}
