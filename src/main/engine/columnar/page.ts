import type { EntryGroup, EntryGrouping } from '../../../shared/contract/entry-groups.ts'
import { total, type Total } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { Columnar } from './columnar.ts'
import { figures } from './figures.ts'
import { group } from './group.ts'
import { entryGroups, stepsDescend, type EntryGroups, type GroupsRequest } from './entry-groups.ts'
import { idsOf, orderEntries, sortByPlace, type EntryOrder } from './order-entries.ts'

export interface PageRequest {
  filters: Filters
  order: EntryOrder
  descending: boolean
  offset: number
  limit: number
  /** What the entries stand under first; the order is then that inside each group. */
  groupBy?: EntryGrouping | undefined
}

/** A page of the ledger: ids of its entries in order, and what the status bar says of all that pass the filters. */
export interface Page {
  ids: number[]
  total: number
  /** Exact sums of base amounts: all, those above nil, those below. */
  sum: Total
  debits: Total
  credits: Total
  unconverted: number
  currency: string
}

type Sums = Omit<Page, 'ids'>

/** Orders and sums kept: enough for a table that is scrolled while the user looks at another view. */
const KEPT = 4

/** Answers pages; keeps the latest orders, so that scrolling and a jump to the end sort nothing. */
export class Pager {
  readonly #engine: Columnar
  #generation = -1
  readonly #orders = new Map<string, Uint32Array>()
  readonly #sums = new Map<string, Sums>()
  readonly #groups = new Map<string, EntryGroups>()

  constructor(engine: Columnar) {
    this.#engine = engine
  }

  page(request: PageRequest): Page {
    this.#fresh()
    const filter = JSON.stringify(request.filters)
    const sums = kept(this.#sums, filter, () => this.#sum(request.filters))
    if (request.limit === 0 || request.offset >= sums.total) return { ids: [], ...sums }
    const order = this.#orderOf(request, filter)
    const { offset } = request
    const end = Math.min(order.length, offset + request.limit)
    const rows = request.descending
      ? order.slice(order.length - end, order.length - offset).reverse()
      : order.slice(offset, end)
    return { ids: [...idsOf(this.#engine, rows)], ...sums }
  }

  /** The heads that the same request's entries stand under. */
  groups(request: GroupsRequest): EntryGroup[] {
    this.#fresh()
    return this.#grouped(request).heads
  }

  #fresh(): void {
    if (this.#generation === this.#engine.generation) return
    this.#orders.clear()
    this.#sums.clear()
    this.#groups.clear()
    this.#generation = this.#engine.generation
  }

  #grouped(request: GroupsRequest): EntryGroups {
    const { groupBy, order, descending, filters } = request
    const key = JSON.stringify([groupBy, stepsDescend({ order, descending }), filters])
    return kept(this.#groups, key, () => entryGroups(this.#engine, request))
  }

  /** Ascending, whichever way it is shown. */
  #orderOf({ groupBy, ...request }: PageRequest, filter: string): Uint32Array {
    const { order, descending, filters } = request
    const plain = (): Uint32Array =>
      kept(this.#orders, `${order} ${filter}`, () =>
        orderEntries(this.#engine, this.#engine.select(filters), order),
      )
    if (!groupBy) return plain()
    return kept(this.#orders, JSON.stringify([groupBy, order, descending, filters]), () => {
      const rows = plain()
      const { heads, places } = this.#grouped({ ...request, groupBy })
      // What is shown from its end has its groups turned round, too: they stand as before.
      return sortByPlace(rows, places(rows), heads.length, descending)
    })
  }

  #sum(filters: Filters): Sums {
    const engine = this.#engine
    const selection = engine.select(filters)
    const all = group(selection, [])
    const net = figures(selection, all, 'base_amount', false).sum(0)
    const gross = figures(selection, all, 'base_amount', true).sum(0)
    // Net is debits + credits and gross is debits − credits: both halves come out whole.
    const debits = half(BigInt(gross) + BigInt(net))
    return {
      total: selection.count,
      sum: net,
      debits,
      credits: half(BigInt(net) - BigInt(gross)),
      unconverted: engine.unconverted(selection),
      currency: engine.store.baseCurrency,
    }
  }
}

const half = (twice: bigint): Total => total(twice / 2n)
/** What a cache has, or what is made for it; of the others those used last stay. */
export function kept<T>(cache: Map<string, T>, key: string, make: () => T, most = KEPT): T {
  const value = cache.get(key) ?? make()
  cache.delete(key)
  cache.set(key, value)
  for (const oldest of cache.keys()) {
    if (cache.size <= most) break
    cache.delete(oldest)
  }
  return value
}
