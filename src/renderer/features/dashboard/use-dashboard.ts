import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Overview } from '../../../shared/contract/dashboard.ts'
import type { Comparison, Filters } from '../../../shared/query/query.ts'
import { serialiseFilters } from '../../app/filters.ts'
import { useCall, type Called } from '../../app/use-call.ts'
import { useFilters, type UseFilters } from '../../app/use-filters.ts'
import { levelBelow } from './drill.ts'
import { rankedBy } from './ranked-by.ts'

/** Rows of a ranking; the rest is one row more. */
const TOP = 7

export interface Dashboard extends UseFilters {
  overview: Called<Overview>
  /** What the figures are set against; last year until the person chooses. */
  against: Comparison
  /** The dimension of "where it goes": what was chosen, or below what was drilled into. */
  chooseRanking: (dimension: string) => void
  /** The dimension below, or 'entries'. */
  below: (dimension: string) => string
  /** Opens the ledger with exactly these filters. */
  open: (filters: Filters) => void
}

/** One call for the whole page: all its figures come from one selection and one revision. */
export function useDashboard(): Dashboard {
  const filters = useFilters()
  const navigate = useNavigate()
  const dimensions = useCall('ledger.dimensions', {})
  const [chosen, setChosen] = useState<string>()
  const against: Comparison = filters.comparison ?? { kind: 'previous-year' }
  const below = useMemo(
    () => (dimension: string) => levelBelow(dimension, dimensions.value ?? []),
    [dimensions.value],
  )
  const rankBy = rankedBy(chosen, filters.path, below)
  const overview = useCall('dashboard.overview', {
    filters: filters.filters,
    comparison: against,
    top: TOP,
    ...(rankBy ? { rankBy } : {}),
  })
  return {
    ...filters,
    overview,
    against,
    chooseRanking: setChosen,
    below,
    open: door => {
      const { comparison, path } = filters
      void navigate({ to: '/ledger', search: serialiseFilters({ filters: door, comparison, path }) as never })
    },
  }
}
