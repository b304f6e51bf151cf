import { useState } from 'react'
import {
  ALERT_KINDS,
  ALERT_PERIODS,
  ALERT_SEVERITIES,
  type AlertKind,
  type AlertRule,
} from '../../../shared/contract/alerts.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { DETECTORS, type Detector } from '../../../shared/contract/anomalies.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
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

const MEASURES = ['size', 'sum', 'count'] as const
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
  measure: 'size' as (typeof MEASURES)[number],
  method: 'robust-z' as Detector,
  by: 'category',
  minimum: '0',
}
type Draft = typeof BEGINNING

/** A rule as the fields show it. */
function draftOf({ name, watch }: AlertRule, currency: string, locale: string): Draft {
  const money = (minor: number): string =>
    toDecimal(minor, exponentOf(currency)).replace('.', locale.startsWith('de') ? ',' : '.')
  const draft = { ...BEGINNING, name, kind: watch.kind }
  if (watch.kind === 'stale') return { ...draft, days: String(watch.days) }
  const [dimension = '', [member = ''] = []] = single(watch.filters) ?? []
  const chosen = { ...draft, dimension, member }
  if (watch.kind === 'anomalies') return { ...chosen, severity: watch.severity, method: watch.method }
  if (watch.kind === 'budget') {
    const { scenario, by, period, percent, minimum } = watch
    return { ...chosen, scenario, by, period, percent: String(percent), minimum: money(minimum) }
  }
  const { measure, period, side, limit } = watch
  return { ...chosen, measure, period, side, limit: measure === 'count' ? String(limit) : money(limit) }
}

/** The one dimension with one member that the fields can show; undefined where filters say more, or nothing. */
function single({ members = {} }: Filters): [string, string[]] | undefined {
  const [first, second] = Object.entries(members)
  return first && !second && first[1].length === 1 ? first : undefined
}

/** Makes a rule of one of the four kinds, or changes one. */
export function RuleDialog({ rule, onClose }: { rule?: AlertRule; onClose: () => void }) {
  const t = useMessages(messages)
  const { locale, currency } = useFormat()
  const dimensions = useDimensions()
  const nameOf = useDimensionName()
  const [draft, setDraft] = useState(() => (rule ? draftOf(rule, currency, locale) : BEGINNING))
  const [problem, setProblem] = useState<string>()
  const put = (part: Partial<typeof BEGINNING>): void => setDraft(now => ({ ...now, ...part }))
  const { value: scenarios } = useCall('budget.scenarios', {}, { enabled: draft.kind === 'budget' })
  const budgets = scenarios?.filter(one => one.name !== 'Actual' && one.name !== '') ?? []
  const scenario = draft.scenario || budgets[0]?.name || ''

  /** Undefined while a field is not filled in. */
  const body = (): Body | undefined => {
    const { kind, period, side, severity, dimension, member, measure, method, by } = draft
    const name = draft.name.trim() || t.kinds[kind]
    const enabled = rule?.enabled ?? true
    // What a rule has of filters that the fields cannot show stays with it.
    const before = rule && 'filters' in rule.watch ? rule.watch.filters : {}
    const { members: _members, ...others } = before
    const shown = single(before)
    const kept: Filters = shown || !before.members ? others : before
    const filters: Filters =
      dimension === '' ? kept : { ...kept, members: { ...kept.members, [dimension]: [member.trim()] } }
    if (kind === 'anomalies') return { name, enabled, watch: { kind, filters, severity, method } }
    if (kind === 'stale') {
      const days = Number(draft.days)
      return Number.isInteger(days) && days > 0 ? { name, enabled, watch: { kind, days } } : undefined
    }
    if (kind === 'budget') {
      const percent = Number(draft.percent.replace(',', '.'))
      const minimum = readAmount(draft.minimum, locale, exponentOf(currency)) ?? 0
      return scenario !== '' && percent >= 0 && minimum !== 'wrong' && minimum >= 0
        ? { name, enabled, watch: { kind, filters, scenario, by, period, percent, minimum } }
        : undefined
    }
    const limit = readAmount(draft.limit, locale, measure === 'count' ? 0 : exponentOf(currency))
    return typeof limit === 'number' && (limit >= 0 || measure === 'sum')
      ? { name, enabled, watch: { kind, filters, measure, period, side, limit } }
      : undefined
  }

  const save = async (): Promise<void> => {
    const next = body()
    if (!next) {
      setProblem(t.wrong)
      return
    }
    const result = await call('alerts.saveRule', { rule: next, ...(rule && { id: rule.id }) })
    if (!result.ok) {
      setProblem(result.failure.message)
      return
    }
    await queryClient.invalidateQueries({ queryKey: ['alerts.rules'] })
    onClose()
  }

  const { kind } = draft
  return (
    <Dialog title={rule ? t.editTitle : t.newTitle} opened onClose={onClose} size={520}>
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
          // Another kind is another rule: what it has said would be about something else.
          disabled={rule !== undefined}
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
              label={t.measure}
              value={draft.measure}
              options={MEASURES.map(value => ({ value, label: t.measures[value] }))}
              onChange={event => put({ measure: event.target.value as typeof draft.measure })}
            />
            <SelectField
              label={t.side}
              value={draft.side}
              options={(['above', 'below'] as const).map(value => ({ value, label: t.sides[value] }))}
              onChange={event => put({ side: event.target.value === 'below' ? 'below' : 'above' })}
            />
            <TextField
              label={draft.measure === 'count' ? t.countLimit : `${t.limit} (${currency})`}
              hint={draft.measure === 'size' ? t.limitHint : undefined}
              inputMode="decimal"
              value={draft.limit}
              onChange={event => put({ limit: event.target.value })}
            />
          </>
        )}
        {kind === 'anomalies' && (
          <>
            <SelectField
              label={t.least}
              value={draft.severity}
              options={ALERT_SEVERITIES.map(value => ({ value, label: t.severities[value] }))}
              onChange={event => put({ severity: event.target.value as typeof draft.severity })}
            />
            <SelectField
              label={t.detector}
              value={draft.method}
              options={DETECTORS.map(value => ({ value, label: value }))}
              onChange={event => put({ method: event.target.value as Detector })}
            />
          </>
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
            <SelectField
              label={t.by}
              value={draft.by}
              options={[...new Set([...dimensions.map(one => one.id), draft.by])]
                .filter(id => id !== 'scenario')
                .map(value => ({ value, label: nameOf(value) }))}
              onChange={event => put({ by: event.target.value })}
            />
            <TextField
              label={t.percent}
              inputMode="decimal"
              value={draft.percent}
              onChange={event => put({ percent: event.target.value })}
            />
            <TextField
              label={t.minimum(currency)}
              inputMode="decimal"
              value={draft.minimum}
              onChange={event => put({ minimum: event.target.value })}
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
