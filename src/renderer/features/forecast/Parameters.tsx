import { useCall } from '../../app/use-call.ts'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { firstOf, type Search } from '../../app/search.ts'
import { SelectField, TextField, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { LEVEL_CHOICES, MEASURES, METHOD_CHOICES, type Request } from './use-request.ts'
import styles from './forecast.module.css'

const GRAIN_CHOICES = ['day', 'week', 'month', 'quarter', 'period', 'fiscal-quarter'] as const
const NOT_BY = new Set(['scenario', 'flow', 'currency', 'tag'])

interface Props {
  asked: { request: Request; raw: Search; change: (name: string, value: string) => void }
}

/** What is forecast and how; each with what it means, and what it is by default. */
export function Parameters({ asked: { request, raw, change } }: Props) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const dimensions = useDimensions().filter(d => !NOT_BY.has(d.id) && !d.several && d.members > 1)
  const knowsDays = request.method === 'prophet' || request.method === 'arima'
  const { value: countries } = useCall('forecast.countries', {}, { enabled: knowsDays })
  const listed = <T extends string>(ids: readonly T[], names: Record<T, string>) =>
    ids.map(value => ({ value, label: names[value] }))
  return (
    <form className={styles.parameters} aria-label={t.parameters} onSubmit={event => event.preventDefault()}>
      <SelectField
        label={t.measure}
        value={request.measure}
        options={listed(MEASURES, t.measures)}
        onChange={event => change('measure', event.target.value)}
      />
      <SelectField
        label={t.by}
        value={request.by ?? ''}
        options={[
          { value: '', label: t.totalOnly },
          ...dimensions.map(d => ({ value: d.id, label: nameOf(d.id) })),
        ]}
        onChange={event => change('by', event.target.value)}
      />
      <SelectField
        label={t.grain}
        value={request.grain}
        options={listed(GRAIN_CHOICES, t.grains)}
        onChange={event => change('grain', event.target.value)}
      />
      <TextField
        // Another grain brings its own default.
        key={`${request.grain} ${request.horizon}`}
        label={t.horizon}
        inputMode="numeric"
        defaultValue={request.horizon}
        hint={t.horizonHint}
        onBlur={event => {
          if (/^\d{1,3}$/.test(event.target.value) && Number(event.target.value) !== request.horizon)
            change('ahead', event.target.value)
        }}
        onKeyDown={event => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
      <SelectField
        label={t.method}
        value={request.method}
        options={METHOD_CHOICES.map(value => ({ value, label: t.methods[value] }))}
        hint={t.methodHints[request.method ?? 'auto']}
        onChange={event => change('method', event.target.value)}
      />
      <SelectField
        label={t.levels}
        value={request.levels?.join(',')}
        options={LEVEL_CHOICES.map(value => ({ value, label: t.percents(value.split(',')) }))}
        hint={t.levelsHint}
        onChange={event => change('levels', event.target.value)}
      />
      {knowsDays && (
        <>
          <SelectField
            label={t.country}
            value={request.country ?? ''}
            options={[
              { value: '', label: t.noCountry },
              ...(countries ?? []).map(({ code, name }) => ({ value: code, label: name })),
            ]}
            hint={t.countryHint}
            onChange={event => change('country', event.target.value)}
          />
          <SelectField
            label={t.workingDays}
            value={request.workingDays ? '1' : ''}
            options={[
              { value: '', label: t.no },
              { value: '1', label: t.yes },
            ]}
            hint={t.workingDaysHint}
            onChange={event => change('workdays', event.target.value)}
          />
        </>
      )}
      {request.method === 'prophet' && (
        <SelectField
          label={t.trend}
          value={firstOf(raw['trend']) ?? ''}
          options={[
            { value: 'calm', label: t.trends.calm },
            { value: '', label: t.trends.usual },
            { value: 'lively', label: t.trends.lively },
          ]}
          hint={t.trendHint}
          onChange={event => change('trend', event.target.value)}
        />
      )}
    </form>
  )
}
