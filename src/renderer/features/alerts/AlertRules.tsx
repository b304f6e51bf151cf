import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { AlertRule } from '../../../shared/contract/alerts.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import {
  DataTable,
  EmptyState,
  ErrorState,
  IconButton,
  toast,
  useMessages,
  toolsColumn,
  switchColumn,
} from '../../ui/index.ts'
import { messages } from './messages.ts'

export function AlertRules({ onEdit }: { onEdit: (rule: AlertRule) => void }) {
  const t = useMessages(messages)
  const { value: rules, failure, retry } = useCall('alerts.rules', {})
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!rules) return null
  if (rules.length === 0) return <EmptyState title={t.noRules}>{t.noRulesText}</EmptyState>
  const settle = (result: { ok: true } | { ok: false; failure: { message: string } }): void => {
    if (!result.ok) toast('error', result.failure.message)
    void queryClient.invalidateQueries({ queryKey: ['alerts.rules'] })
    void queryClient.invalidateQueries({ queryKey: ['alerts.list'] })
  }
  const toggle = ({ id, name, watch }: AlertRule, enabled: boolean): void =>
    void call('alerts.saveRule', { id, rule: { name, watch, enabled } }).then(settle)
  return (
    <DataTable
      caption={t.tabs.rules}
      rows={rules}
      rowKey={rule => rule.id}
      columns={[
        switchColumn<AlertRule>({
          head: t.on,
          needs: 'alerts.saveRule',
          name: rule => rule.name,
          on: rule => rule.enabled,
          onTurn: (rule, on) => toggle(rule, on),
        }),
        { id: 'name', head: t.name, text: true, cell: rule => rule.name },
        { id: 'kind', head: t.kind, cell: rule => t.kinds[rule.watch.kind] },
        toolsColumn<AlertRule>(t.tools, 2, rule => (
          <>
            <IconButton needs="alerts.saveRule" label={t.edit(rule.name)} onClick={() => onEdit(rule)}>
              <IconPencil aria-hidden />
            </IconButton>
            <IconButton
              needs="alerts.deleteRule"
              label={t.remove(rule.name)}
              onClick={() => void call('alerts.deleteRule', { id: rule.id }).then(settle)}
            >
              <IconTrash aria-hidden />
            </IconButton>
          </>
        )),
      ]}
    />
  )
}
