import type { RuleBody, Suggestion } from '../../../shared/contract/rules.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import {
  DataTable,
  EmptyState,
  ErrorState,
  LinkButton,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { actionText, conditionsText } from './words.ts'
import styles from './rules.module.css'

/** Rules that what was categorised so far speaks for. */
export function Suggestions({ onEdit }: { onEdit: (rule: RuleBody) => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { value, failure, retry } = useCall('rules.suggest', {})
  const take = async ({ rule }: Suggestion): Promise<void> => {
    const result = await call('rules.save', { rule })
    if (result.ok) toast('done', t.taken(rule.name))
    else toast('error', result.failure.message)
    for (const name of ['rules.list', 'rules.suggest'])
      void queryClient.invalidateQueries({ queryKey: [name] })
  }
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!value) return null
  if (value.length === 0) return <EmptyState title={t.noSuggestions}>{t.noSuggestionsText}</EmptyState>
  return (
    <>
      <p className={styles.lead}>{t.suggestLead}</p>
      <DataTable
        caption={t.tabs.suggestions}
        rows={value}
        rowKey={one => one.rule.name}
        columns={[
          { id: 'conditions', head: t.conditions, wrap: true, cell: one => conditionsText(one.rule, t) },
          {
            id: 'actions',
            head: t.actions,
            wrap: true,
            cell: one => one.rule.actions.map(a => actionText(a, t)).join('; '),
          },
          {
            id: 'support',
            head: t.support,
            numeric: true,
            width: 110,
            cell: one => format.count(one.support),
          },
          {
            id: 'exceptions',
            head: t.exceptions,
            numeric: true,
            width: 90,
            cell: one => format.count(one.exceptions),
          },
          { id: 'open', head: t.open, numeric: true, width: 80, cell: one => format.count(one.open) },
          {
            id: 'take',
            head: <span className="visually-hidden">{t.take}</span>,
            width: 190,
            cell: one => (
              <span className={styles.links}>
                <LinkButton needs="rules.save" onClick={() => void take(one)}>
                  {t.take}
                </LinkButton>
                <LinkButton needs="rules.save" onClick={() => onEdit(one.rule)}>
                  {t.look}
                </LinkButton>
              </span>
            ),
          },
        ]}
      />
    </>
  )
}
