import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import {
  ExpectationSchema,
  SEVERITIES,
  type Expectation,
  type ExpectationKind,
  type QualityRuleBody,
} from '../../../shared/contract/quality.ts'
import { call } from '../../app/client.ts'
import { useCall } from '../../app/use-call.ts'
import { SaveDialog } from '../../app/SaveDialog.tsx'
import { SelectField, TextField, useFormat, useMessages } from '../../ui/index.ts'
import { ExpectationFields } from './ExpectationFields.tsx'
import { messages } from './messages.ts'
import { useRuleName } from './use-rule-name.ts'
import styles from './quality.module.css'

export const BLANK: QualityRuleBody = {
  name: '',
  severity: 'warning',
  active: true,
  expects: { kind: 'not-null', field: 'payee' },
}

/** What a rule of a kind begins with. */
const BEGINNINGS: Record<ExpectationKind, Expectation> = {
  'not-null': { kind: 'not-null', field: 'payee' },
  unique: { kind: 'unique', fields: ['day', 'amount', 'description'] },
  between: { kind: 'between', absolute: true },
  pattern: { kind: 'pattern', field: 'reference', pattern: '', not: false },
  date: { kind: 'date', ahead: 31 },
  'in-list': { kind: 'in-list', field: 'category', values: [] },
  refers: { kind: 'refers', field: 'account', to: 'account-type' },
  fresh: { kind: 'fresh', days: 45 },
  balanced: { kind: 'balanced' },
}

/** Makes or changes a rule, and shows how many entries would break it as it is written. */
export function RuleDialog({
  rule,
  id,
  onClose,
}: {
  rule: QualityRuleBody
  id: number | undefined
  onClose: () => void
}) {
  const t = useMessages(messages)
  const nameOf = useRuleName()
  const [draft, setDraft] = useState<QualityRuleBody>(rule)
  const put = (part: Partial<QualityRuleBody>): void => setDraft(now => ({ ...now, ...part }))
  const complete = ExpectationSchema.safeParse(draft.expects).success
  const save = () => call('quality.saveRule', { ...(id !== undefined && { id }), rule: draft })
  return (
    <SaveDialog
      title={id === undefined ? t.newTitle : t.editTitle}
      size={640}
      complete={complete}
      save={save}
      saved={t.saved}
      stale="quality.rules"
      onClose={onClose}
    >
      <TextField
        label={t.name}
        value={draft.name}
        placeholder={nameOf({ name: '', expects: draft.expects })}
        maxLength={200}
        onChange={event => put({ name: event.target.value })}
      />
      <div className={styles.pair}>
        <SelectField
          label={t.kind}
          value={draft.expects.kind}
          options={(Object.keys(BEGINNINGS) as ExpectationKind[]).map(kind => ({
            value: kind,
            label: t.kinds[kind],
          }))}
          onChange={event => put({ expects: BEGINNINGS[event.target.value as ExpectationKind] })}
        />
        <SelectField
          label={t.severity}
          value={draft.severity}
          options={SEVERITIES.map(value => ({ value, label: t.severities[value] }))}
          onChange={event =>
            put({ severity: SEVERITIES.find(one => one === event.target.value) ?? 'warning' })
          }
        />
      </div>
      <ExpectationFields
        key={draft.expects.kind}
        expects={draft.expects}
        onChange={expects => put({ expects })}
      />
      {complete && <DryRun rule={draft} />}
    </SaveDialog>
  )
}

/** What the rule would find now. */
function DryRun({ rule }: { rule: QualityRuleBody }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [asked] = useDebouncedValue(rule, 400)
  const { value, failure, stale } = useCall('quality.check', { rule: { ...asked, name: '' }, limit: 0 })
  if (failure)
    return (
      <p role="status" className={styles.problem}>
        {failure.message}
      </p>
    )
  return (
    // A figure of another rule must not stand under this one.
    <p role="status" className="t2">
      {value && !stale && asked === rule
        ? t.preview(
            format.count(value.result.failed),
            format.count(value.result.checked),
            t.units[value.result.unit],
          )
        : t.checking}
    </p>
  )
}
