import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import { GRAINS } from '../../../shared/calendar/grain.ts'
import { FORECAST_METHODS } from '../../../shared/contract/forecast.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { firstOf, type Search } from '../../app/search.ts'
import { useFilters } from '../../app/use-filters.ts'

export type Request = Input<'forecast.run'>

export const MEASURES = ['spending', 'income', 'net'] as const
export const METHOD_CHOICES = ['auto', ...FORECAST_METHODS] as const
export const LEVEL_CHOICES = ['80,95', '80,85,95', '80', '95'] as const
/** A month, a quarter and a year ahead or so, by what the steps are. */
const HORIZONS: Partial<Record<string, number>> = { day: 30, week: 13, quarter: 4, year: 2 }

/** What is asked, from the address: filters as on every page, and this page's own parameters. */
export function useRequest() {
  const { filters } = useFilters()
  const navigate = useNavigate()
  const raw = useRouterState({ select: state => state.location.search as Search })
  const request = useMemo((): Request & { levels: number[]; horizon: number } => {
    const text = (name: string): string => firstOf(raw[name]) ?? ''
    const grain = GRAINS.find(one => one === text('grain')) ?? 'month'
    const levels = LEVEL_CHOICES.find(one => one === text('levels')) ?? '80,95'
    const horizon = /^\d{1,3}$/.test(text('ahead')) ? Number(text('ahead')) : (HORIZONS[grain] ?? 12)
    return {
      filters,
      measure: MEASURES.find(one => one === text('measure')) ?? 'spending',
      grain,
      by: /^[a-z][a-z0-9_]{0,63}$/.test(text('by')) ? text('by') : undefined,
      horizon: Math.min(Math.max(horizon, 1), 400),
      method: METHOD_CHOICES.find(one => one === text('method')) ?? 'auto',
      levels: levels.split(',').map(Number),
      country: /^[A-Z]{2}$/.test(text('country')) ? text('country') : undefined,
      workingDays: text('workdays') === '1',
      changepointPrior: { calm: 0.01, lively: 0.5 }[text('trend')] ?? 0.05,
    }
  }, [raw, filters])
  const change = (name: string, value: string): void =>
    void navigate({
      to: '.',
      search: ((before: Search) => {
        const { [name]: _, ...rest } = before
        return value === '' ? rest : { ...rest, [name]: value }
      }) as never,
    })
  return { request, raw, change }
}
