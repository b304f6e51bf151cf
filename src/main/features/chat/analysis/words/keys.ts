import type { Fiscal } from '../../../../../shared/calendar/fiscal.ts'
import type { Grain } from '../../../../../shared/calendar/grain.ts'
import type { GroupKey } from '../../../../../shared/query/query.ts'
import { DIMENSION_WORDS, GRAIN_WORDS } from './dimensions.ts'

/** What a workspace offers to group by. */
export interface Offered {
  dimensions: readonly { id: string; label: string }[]
  /** Quarters and years are the workspace's own. */
  fiscal: Fiscal
}

export const NOUN = `(?:${DIMENSION_WORDS.map(([p]) => p).join('|')})`
export const STEP = `(?:${GRAIN_WORDS.map(([p]) => p).join('|')})`

export const keyIsGrain = (word: string): boolean =>
  GRAIN_WORDS.some(([p]) => new RegExp(`^(?:${p})$`).test(word))

export function idsOf(word: string, { dimensions }: Offered): string[] {
  const ids = DIMENSION_WORDS.find(([p]) => new RegExp(`^(?:${p})$`).test(word))?.[1] ?? []
  return ids.filter(id => dimensions.some(d => d.id === id))
}

export function keyOf(word: string, offered: Offered): GroupKey | undefined {
  const grain = GRAIN_WORDS.find(([p]) => new RegExp(`^(?:${p})$`).test(word))?.[1]
  if (grain) return { grain: ownGrain(grain, offered.fiscal) }
  const [id] = idsOf(word, offered)
  return id === undefined ? undefined : { dimension: id }
}

export const ownGrain = (grain: Grain, fiscal: Fiscal): Grain =>
  fiscal === 1 ? grain : grain === 'quarter' ? 'fiscal-quarter' : grain === 'year' ? 'fiscal-year' : grain
