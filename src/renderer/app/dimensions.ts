import { useMemo } from 'react'
import { DIMENSION_NAMES, headerName } from '../../shared/query/dimension-names.ts'
import type { Dimension } from '../../shared/query/dimensions.ts'
import { useLanguage } from '../ui/preferences.ts'
import { useCall } from './use-call.ts'

export { headerName, memberName } from '../../shared/query/dimension-names.ts'

const none: Dimension[] = []

/**
 * The workspace's dimensions that have members. Those of which an entry can have several members (tag) are for filters only: they
 * are left out unless asked for.
 */
export function useDimensions({ several = false }: { several?: boolean } = {}): Dimension[] {
  const { value } = useCall('ledger.dimensions', {})
  return useMemo(
    () => value?.filter(d => d.members > 0 && (several || d.several !== true)) ?? none,
    [value, several],
  )
}

/** What people call a dimension, in the chosen language. */
export function useDimensionName(): (id: string) => string {
  const language = useLanguage()
  const dimensions = useDimensions()
  return useMemo(
    () => id => DIMENSION_NAMES[id]?.[language] ?? headerName(dimensions.find(d => d.id === id)?.label ?? id),
    [language, dimensions],
  )
}
