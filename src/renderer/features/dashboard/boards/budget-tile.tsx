import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { negated } from '../../../../shared/money/add.ts'
import type { Filters } from '../../../../shared/query/query.ts'
import { ACTUAL } from '../../../../shared/query/scenario.ts'
import { bothFilters } from '../../../../shared/query/both.ts'
import { serialiseFilters } from '../../../app/filters.ts'
import { useCall } from '../../../app/use-call.ts'
import { useWhy } from '../../../app/use-why.ts'
import { GaugePanel } from '../../../charts/gauge/gauge-panel.tsx'
import { Button, useFormat, useMessages, useSetting } from '../../../ui/index.ts'
import { withMembers } from '../doors.ts'
import type { Dashboard } from '../use-dashboard.ts'
import { messages } from './messages.ts'
import { TileNotice } from './tile-notice.tsx'

interface Props {
  title: string
  scenario: string
  filters: Filters
  dashboard: Dashboard
}

/** Spending to date against a budget. It asks the budget feature, by a call of its own: nothing else waits for it. */
export default function BudgetTile({ title, scenario: chosen, filters, dashboard }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const { profile } = useSetting()
  const navigate = useNavigate()
  const why = useWhy()
  const known = useCall('budget.scenarios', {})
  const names = (known.value ?? []).map(one => one.name).filter(name => name !== ACTUAL)
  const scenario = chosen || names.find(name => /budget|plan/i.test(name)) || names[0] || ''
  const asked = useMemo(() => {
    const { members, ...rest } = bothFilters(dashboard.filters, filters)
    const { scenario: _left, ...others } = members ?? {}
    return { ...rest, members: others }
  }, [dashboard.filters, filters])
  const { value, failure } = useCall(
    'budget.variance',
    { filters: asked, scenario, basis: 'to-date', top: 1, steps: 1 },
    { enabled: scenario !== '' },
  )
  const data = useMemo(() => {
    if (!value) return undefined
    const { actual, budget } = value.expense
    // At home money out is negative.
    return profile === 'personal' ? { actual: negated(actual), budget: negated(budget) } : { actual, budget }
  }, [value, profile])
  if (failure) return <TileNotice title={title} failure={failure.message} />
  if (known.value && scenario === '')
    return (
      <TileNotice title={title}>
        {t.noBudget}
        <Button onClick={() => void navigate({ to: '/budget' })}>{t.openBudget}</Button>
      </TileNotice>
    )
  if (!value || !data) return <TileNotice title={title} loading />
  const search = serialiseFilters({ filters: asked, comparison: undefined, path: [] })
  return (
    <GaugePanel
      title={title}
      note={[scenario, value.span && format.span(value.span.from, value.span.to)].filter(Boolean).join(', ')}
      data={data}
      currency={value.currency}
      onSelect={() => void navigate({ to: '/budget', search: { ...search, budget: scenario } as never })}
      onOpen={() => dashboard.open(withMembers(value.doors.actual, 'flow', ['expense']))}
      onWhy={() => why({ filters: asked, against: scenario })}
    />
  )
}
