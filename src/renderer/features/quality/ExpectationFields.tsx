import { TEXT_FIELDS, type Expectation } from '../../../shared/contract/quality.ts'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { SelectField, TextField, useMessages } from '../../ui/index.ts'
import { Amount, Check, FieldChoice, Values, Whole } from './inputs.tsx'
import { messages } from './messages.ts'
import { fieldName } from './words.ts'
import styles from './quality.module.css'

interface Props {
  expects: Expectation
  onChange: (expects: Expectation) => void
}

/** The fields of one kind of expectation. */
export function ExpectationFields({ expects, onChange }: Props) {
  const t = useMessages(messages)
  switch (expects.kind) {
    case 'not-null':
      return (
        <FieldChoice
          label={t.field}
          numbers={['base_amount']}
          value={expects.field}
          onChange={field => onChange({ ...expects, field })}
        />
      )
    case 'unique':
      return <Several expects={expects} onChange={onChange} />
    case 'between':
      return <Bounds expects={expects} onChange={onChange} />
    case 'pattern':
      return (
        <>
          <FieldChoice
            label={t.field}
            value={expects.field}
            onChange={field => onChange({ ...expects, field })}
          />
          <TextField
            label={t.pattern}
            className="mono"
            value={expects.pattern}
            maxLength={200}
            onChange={event => onChange({ ...expects, pattern: event.target.value })}
          />
          <Check label={t.not} checked={expects.not} onChange={not => onChange({ ...expects, not })} />
        </>
      )
    case 'date':
      return <Dates expects={expects} onChange={onChange} />
    case 'in-list':
      return (
        <>
          <FieldChoice
            label={t.field}
            value={expects.field}
            onChange={field => onChange({ ...expects, field })}
          />
          <Values values={expects.values} onChange={values => onChange({ ...expects, values })} />
        </>
      )
    case 'refers':
      return (
        <SelectField
          label={t.to_}
          value={expects.to}
          options={(['account-type', 'account-hierarchy', 'category-in-use'] as const).map(value => ({
            value,
            label: t.refers[value],
          }))}
          onChange={event => {
            const to = event.target.value as typeof expects.to
            onChange({ kind: 'refers', to, field: to === 'category-in-use' ? 'category' : 'account' })
          }}
        />
      )
    case 'fresh':
      return (
        <div className={styles.pair}>
          <Whole
            label={t.days}
            value={expects.days}
            onChange={days => onChange({ ...expects, days: days ?? 0 })}
          />
          <FieldChoice
            label={t.by}
            texts={false}
            none={t.byNone}
            value={expects.by ?? ''}
            onChange={by => onChange({ kind: 'fresh', days: expects.days, ...(by !== '' && { by }) })}
          />
        </div>
      )
    case 'balanced':
      return null
  }
}

/** Fields by their ids: what is typed stays as it is typed while it is unfinished. */
function Several({
  expects,
  onChange,
}: {
  expects: Expectation & { kind: 'unique' }
  onChange: Props['onChange']
}) {
  const t = useMessages(messages)
  const names = useDimensionName()
  const dimensions = useDimensions().filter(dimension => !dimension.several)
  const ids = ['day', 'amount', ...TEXT_FIELDS, ...dimensions.map(dimension => dimension.id)]
  const chosen = new Set(expects.fields)
  return (
    <fieldset className={styles.checks}>
      <legend>{t.kinds.unique}</legend>
      {ids.map(id => (
        <Check
          key={id}
          label={fieldName(id, t, names)}
          checked={chosen.has(id)}
          onChange={on =>
            onChange({ ...expects, fields: ids.filter(one => (one === id ? on : chosen.has(one))) })
          }
        />
      ))}
    </fieldset>
  )
}

function Bounds({
  expects,
  onChange,
}: {
  expects: Expectation & { kind: 'between' }
  onChange: Props['onChange']
}) {
  const t = useMessages(messages)
  return (
    <>
      <div className={styles.pair}>
        <Amount label={t.min} value={expects.min} onChange={min => onChange(without({ ...expects, min }))} />
        <Amount label={t.max} value={expects.max} onChange={max => onChange(without({ ...expects, max }))} />
      </div>
      <Check
        label={t.absolute}
        checked={expects.absolute}
        onChange={absolute => onChange({ ...expects, absolute })}
      />
    </>
  )
}

/** Without what is undefined. */
const without = (expects: Expectation): Expectation =>
  Object.fromEntries(Object.entries(expects).filter(([, value]) => value !== undefined)) as Expectation

function Dates({
  expects,
  onChange,
}: {
  expects: Expectation & { kind: 'date' }
  onChange: Props['onChange']
}) {
  const t = useMessages(messages)
  const put = (part: Partial<typeof expects>): void => onChange(without({ ...expects, ...part }))
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={t.from}
          type="date"
          value={expects.from ?? ''}
          onChange={event => put({ from: event.target.value || undefined })}
        />
        <TextField
          label={t.to}
          type="date"
          value={expects.to ?? ''}
          onChange={event => put({ to: event.target.value || undefined })}
        />
      </div>
      <div className={styles.pair}>
        <Whole label={t.fiscalYear} value={expects.fiscalYear} onChange={fiscalYear => put({ fiscalYear })} />
        <Whole label={t.ahead} value={expects.ahead} onChange={ahead => put({ ahead })} />
      </div>
    </>
  )
}
