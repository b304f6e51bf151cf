import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import type { Rule, RuleBody } from '../../../shared/contract/rules.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import {
  Button,
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
import { actionText, conditionsText } from './words.ts'
import styles from './rules.module.css'

const bodyOf = ({ id: _id, position: _position, ...body }: Rule): RuleBody => body

/** The rules in the order in which they are tried. */
export function RuleList({ onEdit, onAdd }: { onEdit: (rule: Rule) => void; onAdd: () => void }) {
  const t = useMessages(messages)
  const { value: rules, failure, retry } = useCall('rules.list', {})
  const again = (): void => void queryClient.invalidateQueries({ queryKey: ['rules.list'] })
  const save = async (rule: Rule, over: Partial<RuleBody>): Promise<void> => {
    const result = await call('rules.save', { id: rule.id, rule: { ...bodyOf(rule), ...over } })
    if (!result.ok) toast('error', result.failure.message)
    again()
  }
  const move = async (rule: Rule, by: number): Promise<void> => {
    const ids = (rules ?? []).map(one => one.id)
    const at = ids.indexOf(rule.id)
    ids.splice(at, 1)
    ids.splice(at + by, 0, rule.id)
    const result = await call('rules.reorder', { ids })
    if (!result.ok) toast('error', result.failure.message)
    again()
  }
  const remove = async (rule: Rule): Promise<void> => {
    const result = await call('rules.remove', { id: rule.id })
    again()
    if (!result.ok) toast('error', result.failure.message)
    else
      toast('done', t.removed(rule.name), {
        label: t.undo,
        run: () => void call('rules.save', { rule: bodyOf(rule) }).then(again),
      })
  }
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!rules) return null
  if (rules.length === 0)
    return (
      <EmptyState
        title={t.none}
        action={
          <Button needs="rules.save" kind="primary" onClick={onAdd}>
            {t.add}
          </Button>
        }
      >
        {t.noneText}
      </EmptyState>
    )
  return (
    <>
      <p className={styles.lead}>{t.lead}</p>
      <DataTable
        caption={t.tabs.rules}
        rows={rules}
        rowKey={rule => rule.id}
        kind={rule => (rule.active ? undefined : 'quiet')}
        columns={[
          switchColumn<Rule>({
            head: t.active,
            needs: 'rules.save',
            name: rule => rule.name,
            on: rule => rule.active,
            onTurn: (rule, on) => void save(rule, { active: on }),
          }),
          { id: 'name', head: t.rule, wrap: true, cell: rule => rule.name },
          { id: 'conditions', head: t.conditions, wrap: true, cell: rule => conditionsText(rule, t) },
          {
            id: 'actions',
            head: t.actions,
            wrap: true,
            cell: rule => rule.actions.map(a => actionText(a, t)).join('; '),
          },
          toolsColumn<Rule>(t.edit, 4, (rule, i) => (
            <>
              <IconButton
                needs="rules.reorder"
                label={t.up(rule.name)}
                disabled={i === 0}
                onClick={() => void move(rule, -1)}
              >
                <IconArrowUp aria-hidden />
              </IconButton>
              <IconButton
                needs="rules.reorder"
                label={t.down(rule.name)}
                disabled={i === rules.length - 1}
                onClick={() => void move(rule, 1)}
              >
                <IconArrowDown aria-hidden />
              </IconButton>
              <IconButton needs="rules.save" label={`${t.edit}: ${rule.name}`} onClick={() => onEdit(rule)}>
                <IconPencil aria-hidden />
              </IconButton>
              <IconButton
                needs="rules.remove"
                label={`${t.remove}: ${rule.name}`}
                onClick={() => void remove(rule)}
              >
                <IconTrash aria-hidden />
              </IconButton>
            </>
          )),
        ]}
      />
    </>
  )
}
