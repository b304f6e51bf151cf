import { total, type Total } from '../../../shared/money/minor.ts'
import {
  MOST_GROUPS,
  type EntryGroup,
  type EntryGrouping,
  type EntryGroupsPage,
} from '../../../shared/contract/entry-groups.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { counted } from '../../../shared/text/language.ts'
import { say } from '../messages.ts'
import type { Columnar } from './columnar.ts'
import { documentGroups, documentPlaces, type Head, type Places } from './document-groups.ts'
import { figures } from './figures.ts'
import { group } from './group.ts'
import { flatColumn, labelOrder, type EntryOrder } from './order-entries.ts'
import type { Selection } from './select.ts'
import type { KeySource } from './shapes.ts'

export interface GroupsRequest {
  filters: Filters
  groupBy: EntryGrouping
  order: EntryOrder
  descending: boolean
}

/** Which of the heads an answer has. */
export interface GroupsPageRequest extends GroupsRequest {
  offset: number
  limit: number
}

export const pageOfGroups = (
  heads: readonly EntryGroup[],
  { offset, limit }: Pick<GroupsPageRequest, 'offset' | 'limit'>,
): EntryGroupsPage => ({ total: heads.length, groups: heads.slice(offset, offset + limit) })

/** Groups in the order in which the table shows them, and each row's place among them. */
export interface EntryGroups {
  heads: EntryGroup[]
  places: Places
}

/**
 * The groups of the entries that pass, counted and added up exactly. Members stand from A to Z (accounts and
 * cost centres by code), the entries that have none last; steps of
 * time as the entries do where these are by date, else the newest first. Throws `bad-input` for more than MOST_GROUPS.
 */
export function entryGroups(engine: Columnar, request: GroupsRequest): EntryGroups {
  const { filters, groupBy } = request
  const selection = engine.select(filters)
  if ('text' in groupBy) {
    const heads = documentGroups(engine, filters, check)
    return { heads: heads.map(bare), places: documentPlaces(engine, heads) }
  }
  if ('grain' in groupBy) {
    const span = engine.spanOf(selection)
    if (!span) return NO_GROUPS
    const steps = engine.steps(groupBy.grain, span)
    const heads = headsOf(selection, steps.key, code => ({ key: steps.text(code), label: steps.text(code) }))
    if (stepsDescend(request)) heads.reverse()
    return { heads: heads.map(bare), places: placesOf(engine, steps.key, heads) }
  }
  const key = engine.keyOf(groupBy.dimension)
  const { keys, labels } = engine.dictionary(groupBy.dimension)
  const heads = headsOf(selection, key, code => ({ key: keys[code] ?? '', label: labels[code] ?? '' }))
  const byCode = CODED.has(groupBy.dimension)
  const order = labelOrder(heads.map(head => (byCode ? head.key : head.label)))
  const sorted = order.map(i => heads[i] as Head)
  const inOrder = [...sorted.filter(head => head.key !== ''), ...sorted.filter(head => head.key === '')]
  return { heads: inOrder.map(bare), places: placesOf(engine, key, inOrder) }
}

/** Members that people know by their codes, which their heads begin with: a chart of accounts is read by number. */
const CODED: ReadonlySet<string> = new Set(['account', 'cost_centre'])

const NO_GROUPS: EntryGroups = { heads: [], places: rows => new Uint32Array(rows.length) }

/** Whether the newest step of time stands first. */
export const stepsDescend = ({ order, descending }: Pick<GroupsRequest, 'order' | 'descending'>): boolean =>
  order !== 'date' || descending

const bare = ({ key, label, entries, sum, debits }: Head): EntryGroup => ({
  key,
  label,
  entries,
  sum,
  debits,
})

function check(groups: number): void {
  if (groups > MOST_GROUPS)
    throw new FailureError('bad-input', say().tooManyGroups(counted(groups), counted(MOST_GROUPS)))
}

/** In the order of their codes. */
function headsOf(
  selection: Selection,
  key: KeySource,
  name: (code: number) => { key: string; label: string },
): Head[] {
  const grouping = group(selection, [key])
  const found: { g: number; code: number }[] = []
  for (const [g, entries] of grouping.counts.entries())
    if (entries > 0) found.push({ g, code: grouping.codes?.[g] ?? g })
  check(found.length)
  const net = figures(selection, grouping, 'base_amount', false)
  const gross = figures(selection, grouping, 'base_amount', true)
  const converted = net.counts
  return found
    .toSorted((a, b) => a.code - b.code)
    .map(({ g, code }) => ({
      code,
      ...name(code),
      entries: grouping.counts[g] as number,
      // Of nothing that has a rate a nil would be a lie.
      sum: converted[g] === 0 ? null : net.sum(g),
      debits: half(BigInt(gross.sum(g)) + BigInt(net.sum(g))),
    }))
}

// Net is debits + credits and gross is debits − credits: both halves come out whole.
const half = (twice: bigint): Total => total(twice / 2n)

function placesOf(engine: Columnar, key: KeySource, heads: readonly Head[]): Places {
  return rows => {
    const placeOfCode = new Uint32Array(key.size)
    for (const [place, { code }] of heads.entries()) placeOfCode[code] = place
    const flat = flatColumn(engine, key.column)
    const { through, first, shift } = key
    const places = new Uint32Array(rows.length)
    for (let i = 0; i < rows.length; i += 1) {
      const value = flat[rows[i] as number] as number
      places[i] = placeOfCode[(through ? (through[value - first] as number) : value) + shift] as number
    }
    return places
  }
}
