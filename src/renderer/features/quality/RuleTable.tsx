import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { QualityRule, QualityRun } from '../../../shared/contract/quality.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import {
  DataTable,
  Door,
  ErrorState,
  Figure,
  IconButton,
  toast,
  useFormat,
  useMessages,
  toolsColumn,
  switchColumn,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { useRuleName } from './use-rule-name.ts'
import { shownScore } from './words.ts'
import styles from './quality.module.css'

interface Props {
  /** The last run over everything. */
  last: QualityRun | undefined
  onEdit: (rule: QualityRule) => void
  onRows: (rule: QualityRule) => void
}

/** The rules, with what the last run said of each. */
export function RuleTable({ last, onEdit, onRows }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useRuleName()
  const { value: rules, failure, retry } = useCall('quality.rules', {})
  const again = (): void => void queryClient.invalidateQueries({ queryKey: ['quality.rules'] })
  const save = async ({ id, ...rule }: QualityRule): Promise<void> => {
    const result = await call('quality.saveRule', { id, rule })
    if (!result.ok) toast('error', result.failure.message)
    again()
  }
  const remove = async ({ id, ...rule }: QualityRule): Promise<void> => {
    const result = await call('quality.deleteRule', { id })
    again()
    if (!result.ok) toast('error', result.failure.message)
    else
      toast('done', t.removed, {
        label: t.undo,
        run: () => void call('quality.saveRule', { rule }).then(again),
      })
  }
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!rules) return null
  const results = new Map(last?.results.map(result => [result.rule.id, result]))
  const resultOf = (rule: QualityRule) => {
    const result = results.get(rule.id)
    // A rule that was changed since says something else now.
    return result && JSON.stringify(result.rule.expects) === JSON.stringify(rule.expects) ? result : undefined
  }
  return (
    <>
      <div className={styles.head}>
        <Figure label={t.score} value={last ? shownScore(last.score, format) : t.noRun}>
          {last ? t.scoreOf(format.moment(last.at), format.count(last.entries)) : t.noRunText}
        </Figure>
        <p className={styles.lead}>{t.lead}</p>
      </div>
      <DataTable
        caption={t.tabs.rules}
        rows={rules}
        rowKey={rule => rule.id}
        kind={rule => (rule.active ? undefined : 'quiet')}
        columns={[
          switchColumn<QualityRule>({
            head: t.active,
            needs: 'quality.saveRule',
            name: rule => nameOf(rule),
            on: rule => rule.active,
            onTurn: (rule, on) => void save({ ...rule, active: on }),
          }),
          { id: 'rule', head: t.rule, wrap: true, cell: nameOf },
          { id: 'severity', head: t.severity, cell: rule => t.severities[rule.severity] },
          {
            id: 'checked',
            head: t.checked,
            numeric: true,
            cell: rule => format.count(resultOf(rule)?.checked ?? null),
          },
          {
            id: 'failed',
            head: t.failedCount,
            numeric: true,
            cell: rule => {
              const result = resultOf(rule)
              if (!result) return ''
              if (result.failed === 0) return format.count(0)
              return (
                <Door label={t.rowsOf(nameOf(rule))} onOpen={() => onRows(rule)}>
                  {format.count(result.failed)}
                </Door>
              )
            },
          },
          {
            id: 'state',
            head: t.state,
            wrap: true,
            cell: rule => {
              const result = resultOf(rule)
              return result ? (
                <span className={result.state === 'failed' ? styles.bad : undefined}>
                  {t.states[result.state]}
                </span>
              ) : (
                ''
              )
            },
          },
          toolsColumn<QualityRule>(t.editTitle, 2, rule => (
            <>
              <IconButton needs="quality.saveRule" label={t.edit(nameOf(rule))} onClick={() => onEdit(rule)}>
                <IconPencil aria-hidden />
              </IconButton>
              <IconButton
                needs="quality.deleteRule"
                label={t.remove(nameOf(rule))}
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
