import type { Action } from '../../../shared/contract/rules.ts'
import { SelectField, TextField, useMessages } from '../../ui/index.ts'
import { Lines } from './Lines.tsx'
import { messages } from './messages.ts'

const ACTS = [
  'category',
  'payee',
  'description',
  'note',
  'project',
  'status',
  'tag',
  'split',
  'transfer',
] as const
type Act = (typeof ACTS)[number]

const actOf = (action: Action): Act => (action.do === 'set' ? action.field : action.do)

function actionFor(act: Act, before: Action): Action {
  const value = before.do === 'set' ? before.value : ''
  if (act === 'tag') return { do: 'tag', tags: [] }
  if (act === 'split') return { do: 'split', parts: [{ percent: 50, category: value }, { category: '' }] }
  if (act === 'transfer') return { do: 'transfer' }
  return { do: 'set', field: act, value }
}

export function ActionFields({
  actions,
  onChange,
}: {
  actions: readonly Action[]
  onChange: (actions: Action[]) => void
}) {
  const t = useMessages(messages)
  return (
    <Lines<Action>
      label={t.actions}
      lines={actions}
      fresh={{ do: 'tag', tags: [] }}
      texts={{ line: t.action, remove: t.removeAction, add: t.addAction }}
      onChange={onChange}
    >
      {(action, put) => (
        <>
          <SelectField
            label={t.does}
            value={actOf(action)}
            options={ACTS.map(act => ({ value: act, label: t.acts[act] ?? act }))}
            onChange={event => put(actionFor(event.target.value as Act, action))}
          />
          <Operands action={action} onChange={put} />
        </>
      )}
    </Lines>
  )
}

function Operands({ action, onChange }: { action: Action; onChange: (next: Action) => void }) {
  const t = useMessages(messages)
  if (action.do === 'set')
    return (
      <TextField
        label={t.fields[action.field] ?? action.field}
        value={action.value}
        maxLength={400}
        onChange={event => onChange({ ...action, value: event.target.value })}
      />
    )
  if (action.do === 'tag')
    return (
      <TextField
        label={t.fields['tags'] ?? ''}
        defaultValue={action.tags.join(', ')}
        onChange={event =>
          onChange({
            ...action,
            tags: event.target.value
              .split(',')
              .map(tag => tag.trim())
              .filter(tag => tag !== ''),
          })
        }
      />
    )
  if (action.do === 'transfer') return null
  const [first = {}, second = {}] = action.parts
  const put = (part: number, over: object): void =>
    onChange({ ...action, parts: action.parts.map((one, i) => (i === part ? { ...one, ...over } : one)) })
  return (
    <>
      <TextField
        label={t.percent}
        type="number"
        min={1}
        max={99}
        step="any"
        defaultValue={first.percent ?? 50}
        onChange={event => {
          const percent = Number(event.target.value)
          if (percent > 0 && percent < 100) put(0, { percent })
        }}
      />
      <TextField
        label={t.fields['category'] ?? ''}
        value={first.category ?? ''}
        onChange={event => put(0, { category: event.target.value })}
      />
      <TextField
        label={`${t.fields['category'] ?? ''}, ${t.rest}`}
        value={second.category ?? ''}
        onChange={event => put(1, { category: event.target.value })}
      />
    </>
  )
}
