import { useState } from 'react'
import {
  PeriodSchema,
  REPORT_LANGUAGES,
  REPORT_PERIODS,
  type ReportParameters,
} from '../../../shared/report/definition.ts'
import { useCall } from '../../app/use-call.ts'
import { SelectField, TextField, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { ReportFilters } from './ReportFilters.tsx'
import styles from './reports.module.css'

const COMPARISONS = ['none', 'previous-period', 'previous-year'] as const
const CURRENCIES = ['symbol', 'code'] as const

/** What a report is about and how it is written. */
export function Parameters({
  value,
  onChange,
}: {
  value: ReportParameters
  onChange: (value: ReportParameters) => void
}) {
  const t = useMessages(messages)
  const { value: scenarios } = useCall('budget.scenarios', {})
  const word = REPORT_PERIODS.find(one => one === value.period)
  const [typed, setTyped] = useState<string | undefined>(word ? undefined : value.period)
  const bad = typed !== undefined && !PeriodSchema.safeParse(typed).success
  const put = (part: Partial<ReportParameters>): void => onChange({ ...value, ...part })
  const choose = (chosen: string): void => {
    const found = REPORT_PERIODS.find(one => one === chosen)
    setTyped(found ? undefined : '')
    if (found) put({ period: found })
  }
  return (
    <div className={styles.fields}>
      <SelectField
        label={t.period}
        value={typed === undefined ? (word ?? 'other') : 'other'}
        options={[...REPORT_PERIODS, 'other' as const].map(id => ({ value: id, label: t.periods[id] }))}
        onChange={event => choose(event.target.value)}
      />
      {typed !== undefined && (
        <TextField
          label={t.other}
          hint={t.otherHint}
          error={bad && typed !== '' ? t.badPeriod : undefined}
          value={typed}
          onChange={event => {
            const text = event.target.value.trim()
            setTyped(text)
            if (PeriodSchema.safeParse(text).success) put({ period: text })
          }}
        />
      )}
      <SelectField
        label={t.comparison}
        value={value.comparison}
        options={COMPARISONS.map(id => ({ value: id, label: t.comparisons[id] }))}
        onChange={event => put({ comparison: COMPARISONS.find(one => one === event.target.value) ?? 'none' })}
      />
      <SelectField
        label={t.scenario}
        value={value.scenario ?? ''}
        options={[
          { value: '', label: t.firstScenario },
          ...(scenarios ?? [])
            .filter(one => one.name !== '' && one.name !== 'Actual')
            .map(one => ({ value: one.name, label: one.name })),
        ]}
        onChange={event => {
          const { scenario: _old, ...rest } = value
          onChange(event.target.value === '' ? rest : { ...rest, scenario: event.target.value })
        }}
      />
      <SelectField
        label={t.language}
        value={value.language}
        options={REPORT_LANGUAGES.map(id => ({ value: id, label: t.languages[id] }))}
        onChange={event =>
          put({ language: REPORT_LANGUAGES.find(one => one === event.target.value) ?? 'en' })
        }
      />
      <SelectField
        label={t.currency}
        value={value.currencyDisplay}
        options={CURRENCIES.map(id => ({ value: id, label: t.currencies[id] }))}
        onChange={event => put({ currencyDisplay: event.target.value === 'code' ? 'code' : 'symbol' })}
      />
      <ReportFilters value={value.filters} onChange={filters => put({ filters })} />
    </div>
  )
}
