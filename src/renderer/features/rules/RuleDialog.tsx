import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Rule, RuleBody, Run } from '../../../shared/contract/rules.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import { useTellChange } from '../../app/use-history.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  Money,
  SelectField,
  TextField,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { ActionFields } from './ActionFields.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { messages } from './messages.ts'
import { conditionsText, isComplete, actionText } from './words.ts'
import styles from './rules.module.css'

export const BLANK: RuleBody = {
  name: '',
  active: true,
  match: 'all',
  conditions: [{ field: 'payee', op: 'contains', value: '' }],
  actions: [{ do: 'set', field: 'category', value: '' }],
  stop: false,
}

/** Makes or changes a rule, and shows what it would do to the ledger as it is written. */
export function RuleDialog({
  rule,
  id,
  onClose,
}: {
  rule: RuleBody
  id: number | undefined
  onClose: () => void
}) {
  const t = useMessages(messages)
  const tell = useTellChange()
  const [draft, setDraft] = useState<RuleBody>(rule)
  const [problem, setProblem] = useState<string>()
  const put = (part: Partial<RuleBody>): void => setDraft(now => ({ ...now, ...part }))
  const name =
    draft.name.trim() ||
    `${conditionsText(draft, t)}: ${draft.actions.map(a => actionText(a, t)).join(', ')}`.slice(0, 200)

  const save = async (run: boolean): Promise<void> => {
    const result = await call('rules.save', { ...(id !== undefined && { id }), rule: { ...draft, name } })
    if (!result.ok) {
      setProblem(result.failure.message)
      return
    }
    void queryClient.invalidateQueries({ queryKey: ['rules.list'] })
    if (run) await apply(result.value)
    else toast('done', t.saved)
    onClose()
  }
  const apply = async (saved: Rule): Promise<void> => {
    const ran = await call('rules.apply', { id: saved.id })
    tell(ran.ok ? { ok: true, value: { change: ran.value.change, entries: ran.value.changed } } : ran, t.ran)
  }
  const complete = isComplete(draft)
  return (
    <Dialog title={id === undefined ? t.newTitle : t.editTitle} opened onClose={onClose} size={760}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (complete) void save(false)
        }}
      >
        <TextField
          label={t.name}
          value={draft.name}
          placeholder={name}
          maxLength={200}
          onChange={event => put({ name: event.target.value })}
        />
        <SelectField
          label={t.match}
          value={draft.match}
          options={[
            { value: 'all', label: t.all },
            { value: 'any', label: t.any },
          ]}
          onChange={event => put({ match: event.target.value === 'any' ? 'any' : 'all' })}
        />
        <ConditionFields conditions={draft.conditions} onChange={conditions => put({ conditions })} />
        <ActionFields actions={draft.actions} onChange={actions => put({ actions })} />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={draft.stop}
            onChange={event => put({ stop: event.target.checked })}
          />
          {t.stop}
        </label>
        <DryRun rule={{ ...draft, name }} complete={complete} />
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <DialogButtons>
          <Button type="button" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={!complete}>
            {t.save}
          </Button>
          <Button type="button" kind="primary" disabled={!complete} onClick={() => void save(true)}>
            {t.saveAndRun}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

/** Asked anew a moment after the last stroke. */
function DryRun({ rule, complete }: { rule: RuleBody; complete: boolean }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [asked] = useDebouncedValue(rule, 300)
  const { value, failure, stale } = useCall(
    'rules.dryRun',
    { rule: asked, examples: 5 },
    { enabled: complete && isComplete(asked) },
  )
  const said = (): string => {
    if (!complete) return t.incomplete
    if (failure) return failure.message
    if (!value) return ''
    return value.matched === 0
      ? t.dryNone
      : t.dryCount(format.count(value.matched), format.count(value.changed))
  }
  return (
    <section aria-label={t.dryRun} className={styles.dryRun} data-stale={stale ? '' : undefined}>
      <h3>{t.dryRun}</h3>
      <p role="status">{said()}</p>
      {complete && !failure && value && value.examples.length > 0 && <Examples run={value} />}
    </section>
  )
}

function Examples({ run }: { run: Run }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <DataTable
      caption={t.dryRun}
      edge={false}
      rows={run.examples}
      rowKey={row => row.id}
      columns={[
        { id: 'date', head: t.date, cell: row => format.date(row.date), width: 100 },
        { id: 'payee', head: t.payee, text: true, cell: row => row.members['payee'] ?? row.description },
        {
          id: 'amount',
          head: t.amount,
          numeric: true,
          cell: row => <Money value={row.amount} currency={row.currency} />,
          width: 110,
        },
        {
          id: 'becomes',
          head: t.becomes,
          wrap: true,
          cell: row =>
            Object.entries(row.becomes)
              .map(([field, text]) => `${t.fields[field] ?? field}: ${text}`)
              .join('; '),
        },
      ]}
    />
  )
}
