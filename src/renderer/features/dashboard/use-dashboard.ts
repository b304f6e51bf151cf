import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { TileRequest } from '../../../shared/contract/boards.ts'
import type { Input } from '../../../shared/contract/index.ts'
import type { Overview, TrendGrain } from '../../../shared/contract/dashboard.ts'
import type { ChangeMeasure } from '../../../shared/contract/root-cause.ts'
import type { Comparison, Filters } from '../../../shared/query/query.ts'
import { useAddressAhead } from '../../app/address-ahead.ts'
import { parseFilters, serialiseFilters, type FilterState } from '../../app/filters.ts'
import { firstOf, type Search } from '../../app/search.ts'
import { askAhead, useCall, type Called } from '../../app/use-call.ts'
import { useFilters, type UseFilters } from '../../app/use-filters.ts'
import { useWhy } from '../../app/use-why.ts'
import { useFormat, useSetting } from '../../ui/index.ts'
import { levelBelow } from './drill.ts'
import { rankedBy } from './ranked-by.ts'
import { grainOf, trendGrain } from './trend-grain.ts'

/** Rows of a ranking; the rest is one row more. */
const TOP = 7

/** What a panel asks and does. The same object until the address or the ledger's dimensions change. */
export interface Dashboard extends Pick<UseFilters, 'filters' | 'setSpan' | 'setMembers' | 'drill'> {
  /** The workspace's base currency. */
  currency: string
  /** Changes the filters as they are now: a panel may still show those before. */
  narrow: (cut: (filters: Filters) => Filters) => void
  /** What the figures are set against; undefined where the person wants nothing. */
  against: Comparison | undefined
  /** The dimension of "where it goes": what was chosen, or below what was drilled into. */
  chooseRanking: (dimension: string) => void
  /** The grain that the trend is drawn by is kept in the address, as the filters are: Back leads to it, too. */
  chooseGrain: (grain: TrendGrain) => void
  /** The dimension below, or 'entries'. */
  below: (dimension: string) => string
  /** Opens the ledger with exactly these filters. */
  open: (filters: Filters) => void
  /** Opens the page that explains the change of these entries against the comparison; default: what the dashboard is set against. */
  why: (filters: Filters, comparison?: Comparison, measure?: ChangeMeasure) => void
}

/** One call for the whole page, the board's own tiles with it: all its figures come from one selection and one revision. */
export function useDashboard(tiles: readonly TileRequest[] | undefined): {
  overview: Called<Overview>
  dashboard: Dashboard
  address: UseFilters
} {
  const filters = useFilters()
  const navigate = useNavigate()
  const dimensions = useCall('ledger.dimensions', {})
  const [chosen, setChosen] = useState<string>()
  const against = useAgainst(filters)
  const below = useMemo(
    () => (dimension: string) => levelBelow(dimension, dimensions.value ?? []),
    [dimensions.value],
  )
  const raw = useRouterState({ select: state => state.location.search as Search })
  const { fiscal } = useSetting()
  const { currency } = useFormat()
  const ask = useWhy()
  const requestOf = (address: FilterState, search: Search): Input<'dashboard.overview'> => {
    const grain = trendGrain(grainOf(search['grain']), address.filters, fiscal)
    const rankBy = rankedBy(chosen, address.path, below)
    return {
      filters: address.filters,
      ...(address.comparison ? { comparison: address.comparison } : {}),
      top: TOP,
      ...(rankBy ? { rankBy } : {}),
      ...(grain ? { grain } : {}),
      ...(tiles?.length ? { tiles: [...tiles] } : {}),
    }
  }
  const request = requestOf({ ...filters, comparison: against }, raw)
  // The page is drawn with its new filters while their figures are worked out, not before.
  useAddressAhead(next => {
    if (tiles && firstOf(next['board']) === firstOf(raw['board']))
      askAhead('dashboard.overview', requestOf(parseFilters(next), next))
  })
  // Which board it is must be known first, or its tiles would be asked for in a second refresh.
  const overview = useCall('dashboard.overview', request, { enabled: tiles !== undefined })
  // Panels that still show the filters before open the entries of what they show, but change what is asked for now.
  const now = useRef(filters)
  useLayoutEffect(() => {
    now.current = filters
  })
  const dashboard = useMemo(
    (): Dashboard => ({
      currency,
      filters: filters.filters,
      setSpan: (from, to) => now.current.setSpan(from, to),
      setMembers: (dimension, keys) => now.current.setMembers(dimension, keys),
      drill: step => now.current.drill(step),
      narrow: cut => now.current.setFilters(cut(now.current.filters)),
      against,
      chooseRanking: setChosen,
      chooseGrain: next =>
        void navigate({ to: '.', search: ((before: Search) => ({ ...before, grain: next })) as never }),
      below,
      open: door => {
        const { comparison, path } = filters
        const search = serialiseFilters({ filters: door, comparison, path })
        void navigate({ to: '/ledger', search: search as never })
      },
      why: (asked, comparison = against ?? LAST_YEAR, measure = 'spending') =>
        ask({ filters: asked, comparison, measure }),
    }),
    [filters, against, below, navigate, ask, currency],
  )
  return { overview, dashboard, address: filters }
}

const LAST_YEAR: Comparison = { kind: 'previous-year' }

/**
 * An address without any filter is the dashboard as it is first seen: against last year, and the address then says so. In any
 * other address no comparison means that none is wanted.
 */
function useAgainst(filters: UseFilters): Comparison | undefined {
  const navigate = useNavigate()
  const fresh = useRef(Object.keys(filters.search).length === 0)
  const offer = fresh.current && filters.comparison === undefined
  useEffect(() => {
    if (!fresh.current) return
    fresh.current = false
    const { filters: kept, path } = filters
    const search = serialiseFilters({ filters: kept, path, comparison: LAST_YEAR })
    const own = (before: Search): Search => (before['grain'] ? { grain: before['grain'] } : {})
    void navigate({
      to: '.',
      search: ((before: Search) => ({ ...own(before), ...search })) as never,
      replace: true,
    })
  }, [filters, navigate])
  return offer ? LAST_YEAR : filters.comparison
}
