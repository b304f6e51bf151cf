import { useState } from 'react'
import {
  ALERT_KINDS,
  ALERT_PERIODS,
  ALERT_SEVERITIES,
  type AlertKind,
} from '../../../shared/contract/alerts.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { exponentOf } from '../../../shared/money/minor.ts'
import { readAmount } from '../../app/amount.ts'
import { call } from '../../app/client.ts'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  SelectField,
  TextField,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './alerts.module.css'

type Body = Input<'alerts.saveRule'>['rule']

const BEGINNING = {
  name: '',
  kind: 'threshold' as AlertKind,
  dimension: '',
  member: '',
  period: 'month' as (typeof ALERT_PERIODS)[number],
  side: 'above' as 'above' | 'below',
  limit: '',
  severity: 'high' as (typeof ALERT_SEVERITIES)[number],
  scenario: '',
  percent: '0',
  days: '35',
}

/** Makes a rule of one of the four kinds. */
export function RuleDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const { locale, currency } = useFormat()
  const dimensions = useDimensions()
  const nameOf = useDimensionName()
  const [draft, setDraft] = useState(BEGINNING)
  const [problem, setProblem] = useState<string>()
  const put = (part: Partial<typeof BEGINNING>): void => setDraft(now => ({ ...now, ...part }))
  const { value: scenarios } = useCall('budget.scenarios', {}, { enabled: draft.kind === 'budget' })
  const budgets = scenarios?.filter(one => one.name !== 'Actual' && one.name !== '') ?? []
  const scenario = draft.scenario || budgets[0]?.name || ''

  /** Undefined while a field is not filled in. */
  const body = (): Body | undefined => {
    const { kind, period, side, severity, dimension, member } = draft
    const name = draft.name.trim() || t.kinds[kind]
    const filters = dimension === '' ? {} : { members: { [dimension]: [member.trim()] } }
    if (kind === 'anomalies') return { name, watch: { kind, filters, severity } }
    if (kind === 'stale') {
      const days = Number(draft.days)
      return Number.isInteger(days) && days > 0 ? { name, watch: { kind, days } } : undefined
    }
    if (kind === 'budget') {
      const percent = Number(draft.percent)
      return scenario !== '' && percent >= 0
        ? { name, watch: { kind, filters, scenario, period, percent } }
        : undefined
    }
    const limit = readAmount(draft.limit, locale, exponentOf(currency))
    return typeof limit === 'number' && limit >= 0
      ? { name, watch: { kind, filters, period, side, limit } }
      : undefined
  }

  const save = async (): Promise<void> => {
    const rule = body()
    if (!rule) {
      setProblem(t.wrong)
      return
    }
    const result = await call('alerts.saveRule', { rule })
    if (!result.ok) {
      setProblem(result.failure.message)
      return
    }
    await queryClient.invalidateQueries({ queryKey: ['alerts.rules'] })
    onClose()
  }

  const { kind } = draft
  return (
    <Dialog title={t.newTitle} opened onClose={onClose} size={520}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <TextField
          label={t.name}
          value={draft.name}
          placeholder={t.kinds[kind]}
          maxLength={200}
          onChange={event => put({ name: event.target.value })}
        />
        <SelectField
          label={t.kind}
          value={kind}
          options={ALERT_KINDS.map(value => ({ value, label: t.kinds[value] }))}
          onChange={event => put({ kind: event.target.value as AlertKind })}
        />
        {kind !== 'stale' && (
          <SelectField
            label={t.dimension}
            value={draft.dimension}
            options={[
              { value: '', label: t.everything },
              ...dimensions
                .filter(one => one.id !== 'scenario')
                .map(one => ({ value: one.id, label: nameOf(one.id) })),
            ]}
            onChange={event => put({ dimension: event.target.value })}
          />
        )}
        {kind !== 'stale' && draft.dimension !== '' && (
          <TextField
            label={t.member}
            value={draft.member}
            onChange={event => put({ member: event.target.value })}
          />
        )}
        {(kind === 'threshold' || kind === 'budget') && (
          <SelectField
            label={t.period}
            value={draft.period}
            options={ALERT_PERIODS.map(value => ({ value, label: t.periods[value] }))}
            onChange={event => put({ period: event.target.value as typeof draft.period })}
          />
        )}
        {kind === 'threshold' && (
          <>
            <SelectField
              label={t.side}
              value={draft.side}
              options={(['above', 'below'] as const).map(value => ({ value, label: t.sides[value] }))}
              onChange={event => put({ side: event.target.value === 'below' ? 'below' : 'above' })}
            />
            <TextField
              label={`${t.limit} (${currency})`}
              hint={t.limitHint}
              inputMode="decimal"
              value={draft.limit}
              onChange={event => put({ limit: event.target.value })}
            />
          </>
        )}
        {kind === 'anomalies' && (
          <SelectField
            label={t.least}
            value={draft.severity}
            options={ALERT_SEVERITIES.map(value => ({ value, label: t.severities[value] }))}
            onChange={event => put({ severity: event.target.value as typeof draft.severity })}
          />
        )}
        {kind === 'budget' && (
          <>
            <SelectField
              label={t.scenario}
              hint={budgets.length === 0 ? t.noScenario : undefined}
              value={scenario}
              options={budgets.map(one => ({ value: one.name, label: one.name }))}
              onChange={event => put({ scenario: event.target.value })}
            />
            <TextField
              label={t.percent}
              inputMode="decimal"
              value={draft.percent}
              onChange={event => put({ percent: event.target.value })}
            />
          </>
        )}
        {kind === 'stale' && (
          <TextField
            label={t.days}
            inputMode="numeric"
            value={draft.days}
            onChange={event => put({ days: event.target.value })}
          />
        )}
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <DialogButtons>
          <Button type="button" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" kind="primary">
            {t.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
