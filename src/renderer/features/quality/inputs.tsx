import { useState } from 'react'
import { TEXT_FIELDS } from '../../../shared/contract/quality.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { readAmount } from '../../app/amount.ts'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { Field, SelectField, TextField, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { fieldName } from './words.ts'
import styles from './quality.module.css'

export function FieldChoice({
  label,
  value,
  onChange,
  texts = true,
  numbers = [],
  none,
}: {
  label: string
  value: string
  onChange: (field: string) => void
  texts?: boolean
  numbers?: readonly string[]
  none?: string
}) {
  const t = useMessages(messages)
  const names = useDimensionName()
  const dimensions = useDimensions().filter(dimension => !dimension.several)
  const ids = [...(texts ? TEXT_FIELDS : []), ...numbers, ...dimensions.map(dimension => dimension.id)]
  const all = value === '' || ids.includes(value) ? ids : [value, ...ids]
  return (
    <SelectField
      label={label}
      value={value}
      options={[
        ...(none === undefined ? [] : [{ value: '', label: none }]),
        ...all.map(id => ({ value: id, label: fieldName(id, t, names) })),
      ]}
      onChange={event => onChange(event.target.value)}
    />
  )
}

export function Whole({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | undefined
  onChange: (value: number | undefined) => void
}) {
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={value === undefined ? '' : String(value)}
      onChange={event => {
        const digits = event.target.value.replaceAll(/\D/g, '').slice(0, 6)
        onChange(digits === '' ? undefined : Number(digits))
      }}
    />
  )
}

export function Check({
  label,
  checked,
  onChange,
}: {
  label: string
  checked: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={event => onChange(event.target.checked)} />
      {label}
    </label>
  )
}

export function Amount({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | undefined
  onChange: (minor: number | undefined) => void
}) {
  const { locale, currency } = useFormat()
  const exponent = exponentOf(currency)
  const [text, setText] = useState(value === undefined ? '' : toDecimal(value, exponent))
  const wrong = readAmount(text, locale, exponent) === 'wrong'
  return (
    <TextField
      label={`${label} (${currency})`}
      inputMode="decimal"
      value={text}
      aria-invalid={wrong || undefined}
      onChange={event => {
        setText(event.target.value)
        const read = readAmount(event.target.value, locale, exponent)
        if (read !== 'wrong') onChange(read)
      }}
    />
  )
}

export function Values({
  values,
  onChange,
}: {
  values: readonly string[]
  onChange: (values: string[]) => void
}) {
  const t = useMessages(messages)
  const [text, setText] = useState(values.join('\n'))
  return (
    <Field label={t.values} id="quality-values">
      <textarea
        id="quality-values"
        className={styles.values}
        rows={6}
        value={text}
        onChange={event => {
          setText(event.target.value)
          onChange(
            event.target.value
              .split('\n')
              .map(line => line.trim())
              .filter(line => line !== ''),
          )
        }}
      />
    </Field>
  )
}
