import { useState } from 'react'
import { ASKED_MEASURES, ASKED_OPS, INTENTS, type Asked } from '../../../shared/ask/asked.ts'
import type { GroupKey } from '../../../shared/query/query.ts'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { useCall } from '../../app/use-call.ts'
import { Button, Dialog, DialogButtons, SelectField, TextField, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './chat.module.css'

const STEPS = ['day', 'week', 'month', 'fiscal-quarter', 'fiscal-year'] as const
const NOT_OFFERED = new Set(['scenario', 'flow'])

/** The question as a form: kind, measure, days, comparison, groups, members. */
export function EditDialog({
  asked,
  onAsk,
  onClose,
}: {
  asked: Asked
  onAsk: (asked: Asked) => void
  onClose: () => void
}) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const dimensions = useDimensions().filter(d => d.members > 0 && !NOT_OFFERED.has(d.id))
  const [draft, setDraft] = useState(asked)
  const set = (part: Partial<Asked>): void => setDraft(now => ({ ...now, ...part }))
  const [first] = draft.by
  const compared = draft.comparison?.kind ?? ''
  const valueOf = (key: GroupKey | undefined): string =>
    key === undefined ? '' : 'grain' in key ? `step:${key.grain}` : key.dimension
  const keyOf = (value: string): Asked['by'] =>
    value === ''
      ? []
      : value.startsWith('step:')
        ? [{ grain: value.slice(5) as (typeof STEPS)[number] }]
        : [{ dimension: value }]
  return (
    <Dialog title={t.changeTitle} opened onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          onAsk(draft)
        }}
      >
        <SelectField
          label={t.edit.intent}
          value={draft.intent}
          options={INTENTS.map(value => ({ value, label: t.intents[value] }))}
          onChange={event => set({ intent: event.target.value as Asked['intent'] })}
        />
        <SelectField
          label={t.edit.measure}
          value={draft.measure}
          options={ASKED_MEASURES.map(value => ({ value, label: t.measures[value] }))}
          onChange={event => set({ measure: event.target.value as Asked['measure'] })}
        />
        <SelectField
          label={t.edit.op}
          value={draft.op}
          options={ASKED_OPS.map(value => ({ value, label: t.ops[value] }))}
          onChange={event => set({ op: event.target.value as Asked['op'] })}
        />
        <TextField
          label={t.edit.from}
          type="date"
          value={draft.from ?? ''}
          onChange={event => set({ from: event.target.value || undefined })}
        />
        <TextField
          label={t.edit.to}
          type="date"
          value={draft.to ?? ''}
          onChange={event => set({ to: event.target.value || undefined })}
        />
        <SelectField
          label={t.edit.comparison}
          value={compared}
          options={[
            { value: '', label: t.edit.none },
            { value: 'previous-period', label: t.chip['previous-period'] },
            { value: 'previous-year', label: t.chip['previous-year'] },
            ...(draft.comparison?.kind === 'range'
              ? [{ value: 'range', label: `${draft.comparison.from} – ${draft.comparison.to}` }]
              : []),
          ]}
          onChange={event => {
            const { value } = event.target
            if (value !== 'range')
              set({ comparison: value === '' ? undefined : { kind: value as 'previous-period' } })
          }}
        />
        <SelectField
          label={t.edit.by}
          value={valueOf(first)}
          options={[
            { value: '', label: t.edit.none },
            ...STEPS.map(grain => ({ value: `step:${grain}`, label: t.grains[grain] })),
            ...dimensions.map(d => ({ value: d.id, label: nameOf(d.id) })),
            ...(first && 'grain' in first && !STEPS.some(s => s === first.grain)
              ? [{ value: valueOf(first), label: t.grains[first.grain] }]
              : []),
          ]}
          onChange={event => set({ by: [...keyOf(event.target.value), ...draft.by.slice(1)] })}
        />
        {Object.entries(draft.members).map(([dimension, keys]) =>
          keys.map((key, i) => (
            <MemberField
              key={`${dimension}:${i}`}
              dimension={dimension}
              label={nameOf(dimension)}
              value={key}
              onChange={chosen =>
                set({
                  members: { ...draft.members, [dimension]: keys.map((k, at) => (at === i ? chosen : k)) },
                })
              }
            />
          )),
        )}
        <DialogButtons>
          <Button kind="quiet" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button kind="primary" type="submit">
            {t.edit.again}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

function MemberField({
  dimension,
  label,
  value,
  onChange,
}: {
  dimension: string
  label: string
  value: string
  onChange: (key: string) => void
}) {
  const members = useCall('ledger.members', { dimension, limit: 1000 }).value ?? []
  const options = members.filter(m => m.key !== '').map(m => ({ value: m.key, label: m.label }))
  if (!options.some(o => o.value === value)) options.unshift({ value, label: value })
  return (
    <SelectField
      label={label}
      value={value}
      options={options}
      onChange={event => onChange(event.target.value)}
    />
  )
}
