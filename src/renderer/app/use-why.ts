import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { ChangeMeasure } from '../../shared/contract/root-cause.ts'
import type { Comparison, Filters } from '../../shared/query/query.ts'
import { serialiseFilters } from './filters.ts'

export interface Question {
  filters: Filters
  /** What they are held against; nothing: the period before. */
  comparison?: Comparison | undefined
  /** A scenario in place of an earlier period. */
  against?: string
  measure?: ChangeMeasure
}

/** Opens the page that explains a change: behind every “Why?”. */
export function useWhy(): (question: Question) => void {
  const navigate = useNavigate()
  return useCallback(
    ({ filters, comparison, against, measure = 'spending' }: Question) => {
      const search = serialiseFilters({ filters, comparison, path: [] })
      void navigate({
        to: '/explain',
        search: { ...search, measure, ...(against ? { against } : {}) } as never,
      })
    },
    [navigate],
  )
}
