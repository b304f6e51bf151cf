import { IconX } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import type { AuditField, AuditRequest, AuditTest } from '../../../shared/data/audit-request.ts'
import type { AuditSources } from '../../../shared/data/workpaper.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import {
  Button,
  Field,
  IconButton,
  SelectField,
  TextField,
  localeOf,
  useMessages,
  useSetting,
} from '../../ui/index.ts'
import { draftOf, FORMS, requestOf, type Draft, type Parameter } from './forms.ts'
import { messages } from './messages.ts'
import { placeOf } from './place.ts'
import styles from './audit.module.css'

export interface Asked {
  request: AuditRequest
  columns: AuditSources
  title: string
  by: string
}

/** A test's settings and columns, and the button that runs it. */
export function TestForm({
  test,
  known,
  columns,
  onColumns,
  busy,
  onRun,
  onClose,
}: {
  test: AuditTest
  known: Output<'audit.tests'>
  columns: AuditSources
  onColumns: (columns: AuditSources) => void
  busy: boolean
  onRun: (asked: Asked) => void
  onClose: () => void
}) {
  const t = useMessages(messages)
  const setting = useSetting()
  const place = placeOf(setting.currency, localeOf(setting))
  const [draft, setDraft] = useState<Draft>(() => draftOf(test, place))
  const [title, setTitle] = useState('')
  const [by, setBy] = useState('')
  const [tried, setTried] = useState(false)
  const { needs, uses, missing } = known.tests.find(one => one.test === test) ?? {
    needs: [],
    uses: [],
    missing: [],
  }
  const read = requestOf(test, draft)
  const wrong = 'wrong' in read ? read.wrong : []
  const label = ({ name }: Parameter): string =>
    t.parameters[test === 'aging' && name === 'days' ? 'agingDays' : name]
  const put = (name: string, value: string): void => setDraft(now => ({ ...now, [name]: value }))
  const submit = (): void => {
    setTried(true)
    if ('request' in read && missing.length === 0) onRun({ request: read.request, columns, title, by })
  }
  return (
    <form
      className={styles.form}
      data-testid="test-form"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={styles.formHead}>
        <h2>{t.names[test]}</h2>
        <IconButton label={t.close} shortcut="Esc" onClick={onClose}>
          <IconX aria-hidden />
        </IconButton>
      </div>
      <p className="t2">{t.says[test]}</p>
      {missing.length > 0 && (
        <p role="status" className={styles.lacks}>
          {t.disabled(missing.map(field => t.fields[field]).join(', '))}
        </p>
      )}
      {FORMS[test].map(parameter => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          label={label(parameter)}
          value={draft[parameter.name] ?? ''}
          error={tried && wrong.includes(parameter.name) ? t.problem(label(parameter)) : undefined}
          onChange={value => put(parameter.name, value)}
        />
      ))}
      <ColumnFields fields={[...needs, ...uses]} known={known} columns={columns} onColumns={onColumns} />
      <TextField
        label={t.titleField}
        value={title}
        maxLength={200}
        onChange={event => setTitle(event.target.value)}
      />
      <TextField
        label={t.yourName}
        value={by}
        maxLength={200}
        onChange={event => setBy(event.target.value)}
      />
      <div className={styles.formFoot}>
        <Button needs="audit.record" kind="primary" type="submit" disabled={busy || missing.length > 0}>
          {t.run}
        </Button>
      </div>
    </form>
  )
}

function ParameterField({
  parameter: { kind, choices = [] },
  label,
  value,
  error,
  onChange,
}: {
  parameter: Parameter
  label: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}) {
  const t = useMessages(messages)
  const id = useId()
  if (kind === 'several') {
    const on = new Set(value.split(/, */).filter(Boolean))
    const toggle = (one: string): void =>
      onChange(choices.filter(choice => (choice === one ? !on.has(one) : on.has(choice))).join(', '))
    return (
      <fieldset className={styles.several}>
        <legend>{label}</legend>
        {choices.map(one => (
          <label key={one}>
            <input type="checkbox" checked={on.has(one)} onChange={() => toggle(one)} />
            {t.choices[one] ?? one}
          </label>
        ))}
        {error && <span role="alert">{error}</span>}
      </fieldset>
    )
  }
  if (kind === 'choice' || kind === 'yes-no') {
    const all = kind === 'choice' ? choices : value === '' ? ['', 'yes', 'no'] : ['yes', 'no']
    return (
      <SelectField
        label={label}
        value={value}
        onChange={event => onChange(event.target.value)}
        options={all.map(one => ({ value: one, label: one === '' ? '–' : (t.choices[one] ?? one) }))}
      />
    )
  }
  if (kind === 'lines' || kind === 'words')
    return (
      <Field label={label} id={id} {...(error !== undefined && { error })}>
        <textarea
          id={id}
          className={styles.area}
          rows={5}
          value={value}
          onChange={event => onChange(event.target.value)}
        />
      </Field>
    )
  return (
    <TextField
      label={label}
      value={value}
      inputMode={kind === 'whole' ? 'numeric' : kind === 'text' ? 'text' : 'decimal'}
      {...(error !== undefined && { error })}
      onChange={event => onChange(event.target.value)}
    />
  )
}

/** Which column a field comes from; amount and date are the entry's own. */
function ColumnFields({
  fields,
  known,
  columns,
  onColumns,
}: {
  fields: readonly AuditField[]
  known: Output<'audit.tests'>
  columns: AuditSources
  onColumns: (columns: AuditSources) => void
}) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const open = fields.filter(field => field !== 'amount' && field !== 'date')
  if (open.length === 0) return null
  const label = (id: string, shown: string): string =>
    id.startsWith('dimension:') ? nameOf(id.slice(10)) : (t.texts[shown] ?? shown)
  return (
    <fieldset className={styles.columns}>
      <legend>{t.columns}</legend>
      {open.map(field => (
        <SelectField
          key={field}
          label={t.fields[field]}
          value={known.columns[field] ?? ''}
          onChange={event => {
            const { [field]: _before, ...rest } = columns
            onColumns(event.target.value === '' ? rest : { ...rest, [field]: event.target.value })
          }}
          options={[
            ...(known.columns[field] === undefined ? [{ value: '', label: t.noColumn }] : []),
            ...known.sources.map(one => ({ value: one.id, label: label(one.id, one.label) })),
          ]}
        />
      ))}
    </fieldset>
  )
}
