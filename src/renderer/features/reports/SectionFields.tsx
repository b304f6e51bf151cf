import { useId } from 'react'
import { auditTestName } from '../../../shared/report/audit-test-names.ts'
import { AUDIT_TESTS } from '../../../shared/contract/audit.ts'
import {
  REPORT_CHARTS,
  REPORT_MEASURES,
  SectionSchema,
  type Section,
} from '../../../shared/report/definition.ts'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { Field, SelectField, TextField, useLanguage, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './reports.module.css'

/** What can be set of one section: a field where its kind has one. What does not fit the contract is not taken over. */
export function SectionFields({
  section,
  onChange,
}: {
  section: Section
  onChange: (section: Section) => void
}) {
  const t = useMessages(messages)
  const dimensions = useDimensions()
  const dimensionName = useDimensionName()
  const language = useLanguage()
  const area = useId()
  const put = (part: Record<string, unknown>): void => {
    const next = SectionSchema.safeParse({ ...section, ...part })
    if (next.success) onChange(next.data)
  }
  const number = (key: string, label: string, value: number) => (
    <TextField
      label={label}
      type="number"
      min={0}
      value={value}
      onChange={event => put({ [key]: event.target.valueAsNumber })}
    />
  )
  return (
    <div className={styles.fields}>
      <TextField
        label={t.sectionTitle}
        hint={t.sectionTitleHint}
        value={section.title ?? ''}
        maxLength={200}
        onChange={event => put({ title: event.target.value === '' ? undefined : event.target.value })}
      />
      {section.kind === 'chart' && (
        <SelectField
          label={t.chart}
          value={section.chart}
          options={REPORT_CHARTS.map(id => ({ value: id, label: t.charts[id] }))}
          onChange={event => put({ chart: event.target.value })}
        />
      )}
      {'measure' in section && (
        <SelectField
          label={t.measure}
          value={section.measure}
          options={REPORT_MEASURES.map(id => ({ value: id, label: t.measures[id] }))}
          onChange={event => put({ measure: event.target.value })}
        />
      )}
      {(section.kind === 'chart' || section.kind === 'table' || section.kind === 'variance') && (
        <SelectField
          label={t.by}
          value={section.by ?? ''}
          options={[
            { value: '', label: t.usual },
            ...dimensions.map(one => ({ value: one.id, label: dimensionName(one.id) })),
          ]}
          onChange={event => put({ by: event.target.value === '' ? undefined : event.target.value })}
        />
      )}
      {section.kind === 'audit' && (
        <>
          <SelectField
            label={t.test}
            value={section.test}
            options={AUDIT_TESTS.map(id => ({ value: id, label: auditTestName(id, language) }))}
            onChange={event => put({ test: event.target.value })}
          />
          <TextField
            label={t.limit}
            hint={t.limitHint}
            value={section.limit ?? ''}
            inputMode="decimal"
            onChange={event => put({ limit: event.target.value === '' ? undefined : event.target.value })}
          />
        </>
      )}
      {'months' in section && number('months', t.months, section.months)}
      {'top' in section && number('top', t.top, section.top)}
      {section.kind === 'notes' && (
        <Field label={t.text} id={area}>
          <textarea
            id={area}
            className={styles.area}
            rows={6}
            maxLength={20_000}
            value={section.text}
            onChange={event => put({ text: event.target.value })}
          />
        </Field>
      )}
    </div>
  )
}
