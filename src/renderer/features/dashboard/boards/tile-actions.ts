import type { Fiscal } from '../../../../shared/calendar/fiscal.ts'
import type { TileQuery } from '../../../../shared/boards/tile.ts'
import { REST_KEY } from '../../../../shared/boards/tile.ts'
import { bothFilters } from '../../../../shared/query/both.ts'
import type { Filters } from '../../../../shared/query/query.ts'
import { spanOfStep } from '../../../app/spans.ts'
import { isMember, isStep, withMembers, withoutMembers, withStep } from '../doors.ts'
import type { Dashboard } from '../use-dashboard.ts'

/** What the members of a dimension on a tile do: a click filters, on what is filtered already goes deeper; Enter opens the rows. */
export interface MemberActions {
  onSelect(key: string): void
  onOpen(key: string): void
  onDrill(key: string): void
  onWhy: ((key: string) => void) | undefined
}

/** What Explain calls a tile's side; amounts as posted have no change that means anything. */
export const WHY = { expense: 'spending', income: 'income', net: 'net', all: undefined } as const

/** The filters of the tile without its side: what Explain is asked about. */
const askedOf = (dashboard: Dashboard, query: TileQuery): Filters =>
  bothFilters(dashboard.filters, query.filters)

/** `named`: the members that the tile shows, so that "others" opens the rest. */
export function memberActions(
  dashboard: Dashboard,
  query: TileQuery,
  door: Filters,
  dimension: string,
  named: readonly string[],
): MemberActions {
  const open = (key: string): void =>
    dashboard.open(
      key === REST_KEY ? withoutMembers(door, dimension, named) : withMembers(door, dimension, [key]),
    )
  const drill = (key: string): void => {
    if (key === REST_KEY || dashboard.below(dimension) === 'entries') open(key)
    else dashboard.drill({ kind: 'member', dimension, key })
  }
  return {
    onOpen: open,
    onDrill: drill,
    onSelect: key => {
      if (key === REST_KEY) open(key)
      else if (isMember(dashboard.filters, dimension, key)) drill(key)
      else dashboard.setMembers(dimension, [key])
    },
    onWhy: whyOf(dashboard, query, key =>
      key === REST_KEY
        ? withoutMembers(askedOf(dashboard, query), dimension, named)
        : withMembers(askedOf(dashboard, query), dimension, [key]),
    ),
  }
}

/** The same for steps of time. */
export function stepActions(
  dashboard: Dashboard,
  query: TileQuery,
  door: Filters,
  fiscal: Fiscal,
): MemberActions {
  const open = (key: string): void => dashboard.open(withStep(door, key, fiscal))
  const narrow = (key: string): void => {
    const span = spanOfStep(key, fiscal)
    if (!span || isStep(dashboard.filters, key, fiscal)) open(key)
    else dashboard.drill({ kind: 'time', from: span.from, to: span.to })
  }
  return {
    onOpen: open,
    onDrill: narrow,
    onSelect: narrow,
    onWhy: whyOf(dashboard, query, key => withStep(askedOf(dashboard, query), key, fiscal), {
      kind: 'previous-period',
    }),
  }
}

/** Undefined where the tile's figure is none that a change is explained of: a mean, a number of entries. */
function whyOf(
  dashboard: Dashboard,
  { side, measure }: TileQuery,
  filtersOf: (key: string) => Filters,
  against?: Parameters<Dashboard['why']>[1],
): ((key: string) => void) | undefined {
  const asked = WHY[side]
  if (measure !== 'sum' || asked === undefined) return undefined
  return key => dashboard.why(filtersOf(key), against, asked)
}
