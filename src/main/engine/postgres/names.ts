import type { GroupKey, Query, QueryResult } from '../../../shared/query/query.ts'
import type { Group, Line } from '../lines.ts'
import type { Warehouse } from './registry.ts'
import { tableIn } from './schema.ts'
import type { Session } from './session.ts'
import { Values } from './where.ts'

/** Codes asked of the server at once: well below what any of them binds. */
const AT_ONCE = 5000

/** Members by their codes: only those that an answer has are asked for. */
export class Names {
  readonly #session: Session
  readonly #warehouse: Warehouse
  readonly #known = new Map<string, Map<number, { key: string; label: string }>>()

  constructor(session: Session, warehouse: Warehouse) {
    this.#session = session
    this.#warehouse = warehouse
  }

  async keyOf(dimension: string, code: number): Promise<string> {
    await this.#learn(dimension, [code])
    return this.#known.get(dimension)?.get(code)?.key ?? ''
  }

  /** Groups by codes as groups by member keys. */
  async ofGroups(query: Query, groups: readonly Group[]): Promise<Group[]> {
    for (const [k, key] of query.groupBy.entries())
      if (this.#coded(key))
        // oxlint-disable-next-line no-await-in-loop -- one connection, one statement after another
        await this.#learn(key.dimension, new Set(groups.map(group => Number(group.keys[k]))))
    return groups.map(({ keys, values }) => ({
      keys: keys.map((code, k) => {
        const key = query.groupBy[k] as GroupKey
        return this.#coded(key) ? (this.#known.get(key.dimension)?.get(Number(code))?.key ?? '') : code
      }),
      values,
    }))
  }

  /** Labels of the members in the lines, where they are not their keys. */
  async labelsOf(query: Query, lines: readonly Line[]): Promise<QueryResult['labels']> {
    const labels: QueryResult['labels'] = {}
    for (const [k, key] of query.groupBy.entries()) {
      if (!this.#coded(key)) continue
      const byKey = new Map([...(this.#known.get(key.dimension)?.values() ?? [])].map(m => [m.key, m.label]))
      for (const line of lines) {
        const text = String(line.keys[k])
        const label = byKey.get(text)
        if (label !== undefined && label !== text) (labels[key.dimension] ??= {})[text] = label
      }
    }
    return labels
  }

  #coded(key: GroupKey): key is { dimension: string } {
    return 'dimension' in key && this.#warehouse.dimensions.get(key.dimension)?.column !== undefined
  }

  async #learn(dimension: string, codes: Iterable<number>): Promise<void> {
    const known = this.#known.get(dimension) ?? new Map<number, { key: string; label: string }>()
    this.#known.set(dimension, known)
    const missing = [...codes].filter(code => code !== 0 && !known.has(code))
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const values = new Values()
      const id = values.bind(dimension)
      const list = missing.slice(at, at + AT_ONCE).map(code => values.bind(code))
      const sql = `SELECT m.ordinal, m.member_key, m.label FROM ${tableIn(this.#warehouse.schema, 'member')} m WHERE m.dimension_id = ${id} AND m.ordinal IN (${list.join(', ')})`
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement after another
      for (const [ordinal, key, label] of await this.#session.ask(sql, values.bound))
        known.set(Number(ordinal), { key: key ?? '', label: label ?? '' })
    }
  }
}
