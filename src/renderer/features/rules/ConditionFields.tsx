import { CONDITION_TEXTS, TEXT_OPS, type Condition } from '../../../shared/contract/rules.ts'
import { SelectField, TextField, useMessages } from '../../ui/index.ts'
import { Lines } from './Lines.tsx'
import { messages } from './messages.ts'
import styles from './rules.module.css'

const FIELDS: readonly Condition['field'][] = [...CONDITION_TEXTS, 'amount', 'direction', 'day']

/** A new condition on a field, with what was typed before where it still fits. */
function conditionOn(field: Condition['field'], before: Condition): Condition {
  if (field === 'amount') return { field }
  if (field === 'direction') return { field, value: 'out' }
  if (field === 'day') return { field, from: 1, to: 5 }
  return 'op' in before ? { ...before, field } : { field, op: 'contains', value: '' }
}

export function ConditionFields({
  conditions,
  onChange,
}: {
  conditions: readonly Condition[]
  onChange: (conditions: Condition[]) => void
}) {
  const t = useMessages(messages)
  return (
    <Lines<Condition>
      label={t.conditions}
      lines={conditions}
      fresh={{ field: 'text', op: 'contains', value: '' }}
      texts={{ line: t.condition, remove: t.removeCondition, add: t.addCondition }}
      onChange={onChange}
    >
      {(condition, put) => (
        <>
          <SelectField
            label={t.field}
            value={condition.field}
            options={FIELDS.map(field => ({ value: field, label: t.fields[field] ?? field }))}
            onChange={event => put(conditionOn(event.target.value as Condition['field'], condition))}
          />
          <Operands condition={condition} onChange={put} />
        </>
      )}
    </Lines>
  )
}

function Operands({ condition, onChange }: { condition: Condition; onChange: (next: Condition) => void }) {
  const t = useMessages(messages)
  switch (condition.field) {
    case 'amount': {
      const bound = (side: 'min' | 'max') => (
        <TextField
          label={side === 'min' ? t.min : t.max}
          inputMode="decimal"
          defaultValue={condition[side] ?? ''}
          onChange={event => {
            const { [side]: _, ...rest } = condition
            const text = event.target.value.trim().replace(',', '.').replace('\u2212', '-')
            onChange(/^[-+]?\d{1,15}(?:\.\d{1,4})?$/.test(text) ? { ...condition, [side]: text } : rest)
          }}
        />
      )
      return (
        <>
          {bound('min')}
          {bound('max')}
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={condition.absolute ?? false}
              onChange={event => onChange({ ...condition, absolute: event.target.checked })}
            />
            {t.absolute}
          </label>
        </>
      )
    }
    case 'direction':
      return (
        <SelectField
          label={t.value}
          value={condition.value}
          options={(['in', 'out'] as const).map(value => ({ value, label: t.directions[value] ?? value }))}
          onChange={event => onChange({ ...condition, value: event.target.value === 'in' ? 'in' : 'out' })}
        />
      )
    case 'day': {
      const bound = (side: 'from' | 'to') => (
        <TextField
          label={side === 'from' ? t.min : t.max}
          type="number"
          min={1}
          max={31}
          value={condition[side]}
          onChange={event =>
            onChange({
              ...condition,
              [side]: Math.min(31, Math.max(1, Math.trunc(Number(event.target.value)) || 1)),
            })
          }
        />
      )
      return (
        <>
          {bound('from')}
          {bound('to')}
        </>
      )
    }
    default: {
      const { op, not } = condition
      return (
        <>
          <SelectField
            label={t.op}
            value={`${not ? 'not ' : ''}${op}`}
            options={TEXT_OPS.flatMap(one => [
              { value: one, label: t.ops[one] ?? one },
              { value: `not ${one}`, label: `${t.not} ${t.ops[one] ?? one}` },
            ])}
            onChange={event => {
              const [last, negated] = event.target.value.split(' ').toReversed()
              onChange({ ...condition, op: last as typeof op, not: negated === 'not' })
            }}
          />
          <TextField
            label={t.value}
            value={condition.value}
            maxLength={200}
            onChange={event => onChange({ ...condition, value: event.target.value })}
          />
        </>
      )
    }
  }
}
