import { IconCheck, IconMail, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Alert, AlertRule } from '../../../shared/contract/alerts.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import { useFilters } from '../../app/use-filters.ts'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  IconButton,
  LinkButton,
  Page,
  CallProgress,
  PageTabs,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { AlertRules } from './AlertRules.tsx'
import { NotifyChoice } from './NotifyChoice.tsx'
import { MailDialog } from './MailDialog.tsx'
import { messages } from './messages.ts'
import { RuleDialog } from './RuleDialog.tsx'
import { useStatement } from './use-statement.ts'
import styles from './alerts.module.css'

/** What the rules had to say, newest first, and the rules. */
export default function AlertsPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const say = useStatement()
  const { openRows } = useFilters()
  const [tab, setTab] = useState<'alerts' | 'rules'>('alerts')
  const [editing, setEditing] = useState<AlertRule | 'new'>()
  const [mail, setMail] = useState<Alert>()
  const [problems, setProblems] = useState<{ rule: number; name: string; message: string }[]>([])
  const { value, failure, retry } = useCall('alerts.list', {})
  const looking = useLongCall('alerts.look')
  const fresh = (): void => void queryClient.invalidateQueries({ queryKey: ['alerts.list'] })
  const look = async (): Promise<void> => {
    const result = await looking.run({ force: true })
    fresh()
    if (result.ok) {
      setProblems(result.value.problems)
      toast('done', t.looked(result.value.raised))
    } else if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
  }
  const mark = async (as: 'read' | 'unread' | 'dismissed', ids?: number[]): Promise<void> => {
    const result = await call('alerts.mark', { as, ...(ids && { ids }) })
    if (!result.ok) toast('error', result.failure.message)
    fresh()
  }
  const open = (alert: Alert): void => {
    void mark('read', [alert.id])
    openRows(alert.filters)
  }
  return (
    <Page
      title={t.title}
      actions={
        <>
          <Button
            needs="alerts.mark"
            kind="quiet"
            disabled={!value || value.unread === 0}
            onClick={() => void mark('read')}
          >
            {t.allRead}
          </Button>
          <Button needs="alerts.saveRule" icon={<IconPlus aria-hidden />} onClick={() => setEditing('new')}>
            {t.add}
          </Button>
          <Button needs="alerts.look" kind="primary" disabled={looking.running} onClick={() => void look()}>
            {t.look}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t.lead}</p>
      <NotifyChoice />
      {problems.map(one => (
        <p key={one.rule} role="alert" className={styles.lead}>
          {t.problem(one.name, one.message)}
        </p>
      ))}
      <PageTabs
        label={t.title}
        value={tab}
        onChange={setTab}
        tabs={(['alerts', 'rules'] as const).map(id => ({ id, label: t.tabs[id] }))}
      >
        {tab === 'rules' && <AlertRules onEdit={setEditing} />}
        {tab === 'alerts' && failure && <ErrorState failure={failure} title={t.failed} onRetry={retry} />}
        {tab === 'alerts' && value?.alerts.length === 0 && (
          <EmptyState title={t.none}>{t.noneText}</EmptyState>
        )}
        {tab === 'alerts' && value && value.alerts.length > 0 && (
          <DataTable
            caption={t.tabs.alerts}
            rows={value.alerts}
            rowKey={alert => alert.id}
            kind={alert => (alert.read ? 'quiet' : undefined)}
            columns={[
              { id: 'severity', head: t.severity, cell: alert => t.severities[alert.severity] },
              {
                id: 'what',
                head: t.what,
                wrap: true,
                cell: alert => (
                  <span className={alert.read ? undefined : styles.unread}>
                    {!alert.read && `${t.unread}: `}
                    {say(alert)}
                  </span>
                ),
              },
              { id: 'rule', head: t.rule, wrap: true, cell: alert => alert.ruleName },
              { id: 'raised', head: t.raised, cell: alert => format.moment(alert.raisedAt) },
              {
                id: 'tools',
                head: <span className="visually-hidden">{t.tools}</span>,
                cell: alert => (
                  <span className={styles.tools}>
                    {alert.filters && <LinkButton onClick={() => open(alert)}>{t.rows}</LinkButton>}
                    <IconButton
                      needs="alerts.mark"
                      label={alert.read ? t.markUnread : t.read}
                      onClick={() => void mark(alert.read ? 'unread' : 'read', [alert.id])}
                    >
                      <IconCheck aria-hidden />
                    </IconButton>
                    <IconButton label={t.mail} onClick={() => setMail(alert)}>
                      <IconMail aria-hidden />
                    </IconButton>
                    <IconButton
                      needs="alerts.mark"
                      label={t.dismiss}
                      onClick={() => void mark('dismissed', [alert.id])}
                    >
                      <IconX aria-hidden />
                    </IconButton>
                  </span>
                ),
              },
            ]}
          />
        )}
      </PageTabs>
      {editing && (
        <RuleDialog
          {...(editing === 'new' ? {} : { rule: editing })}
          onClose={() => {
            setEditing(undefined)
            void looking.run({}).then(fresh)
          }}
        />
      )}
      {mail && (
        <MailDialog
          subject={`Farthing: ${mail.ruleName}`}
          text={say(mail)}
          onClose={() => setMail(undefined)}
        />
      )}
      <CallProgress call={looking} label={t.look} />
    </Page>
  )
}
