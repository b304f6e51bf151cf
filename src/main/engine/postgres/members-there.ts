import { CODE_COLUMNS } from '../columns.ts'
import { registryOf, type DimensionSource } from '../dimensions.ts'
import type { MemberReader, MemberSource, Members } from '../columnar/dictionary.ts'
import { filled } from '../columnar/stored-members.ts'
import type { Warehouse } from './registry.ts'
import { quoted, tableIn } from './schema.ts'
import type { Cells, Session } from './session.ts'
import { Values } from './where.ts'

type Need = <T>(key: string, ask: () => Promise<T>) => T
type Member = [number, string, string]

/** What has been learnt of a warehouse's members: as long as its revision is the same. */
export class KnownMembers {
  sizes: Map<string, number> | undefined
  readonly all = new Map<string, Members>()
  readonly one = new Map<string, { key: string; label: string } | undefined>()
  readonly codes = new Map<string, number | undefined>()
  readonly derived = new Map<string, { ordinal: number; key: string }[]>()
}

/** The dictionaries of a warehouse: each asked for when first needed, of a large one only the members that an answer names. */
export function membersThere(
  session: Session,
  warehouse: Warehouse,
  known: KnownMembers,
  need: Need,
): MemberReader {
  const member = tableIn(warehouse.schema, 'member')
  const ask = (sql: string, values?: Values): Promise<Cells[]> => session.ask(sql, values?.bound)

  const sizeOf = (id: string): number => {
    known.sizes ??= need('sizes', async () => {
      const rows = await ask(`SELECT dimension_id, max(ordinal) FROM ${member} GROUP BY dimension_id`)
      return new Map(rows.map(([dimension, most]) => [dimension ?? '', Number(most) + 1]))
    })
    return known.sizes.get(id) ?? 1
  }
  const remembered = <T>(map: Map<string, T>, key: string, what: string, get: () => Promise<T>): T => {
    if (!map.has(key)) map.set(key, need(`${what} ${key}`, get))
    return map.get(key) as T
  }

  return {
    registry: sourcesOf(warehouse),
    membersOf(id): MemberSource {
      const size = sizeOf(id)
      return {
        size,
        all: () =>
          remembered(known.all, id, 'all', async () => {
            const values = new Values()
            const rows = await ask(
              `SELECT ordinal, member_key, label FROM ${member} WHERE dimension_id = ${values.bind(id)}`,
              values,
            )
            return filled(
              size,
              rows.map(([code, key, label]): Member => [Number(code), key ?? '', label ?? '']),
            )
          }),
        one: code =>
          remembered(known.one, `${code} ${id}`, 'one', async () => {
            const values = new Values()
            const [row] = await ask(
              `SELECT member_key, label FROM ${member} WHERE dimension_id = ${values.bind(id)} AND ordinal = ${values.bind(code)}`,
              values,
            )
            return row && { key: row[0] ?? '', label: row[1] ?? '' }
          }),
        codeOf: key =>
          remembered(known.codes, `${id} ${key}`, 'code', async () => {
            const values = new Values()
            const [row] = await ask(
              `SELECT ordinal FROM ${member} WHERE dimension_id = ${values.bind(id)} AND member_key = ${values.bind(key)}`,
              values,
            )
            return row && Number(row[0])
          }),
      }
    },
    derived: source =>
      remembered(known.derived, source.id, 'derived', () => derivedRows(session, warehouse, source)),
  }
}

const known = new WeakMap<Warehouse, KnownMembers>()

/** What is known of a warehouse's members. */
export function knownOf(warehouse: Warehouse): KnownMembers {
  const found = known.get(warehouse) ?? new KnownMembers()
  known.set(warehouse, found)
  return found
}

/** Codes asked for at once: well below what any of the servers binds. */
const AT_ONCE = 5000

/** Learns the members that entries have, a dimension at a time: one by one they would be a statement each. */
export async function learnMembers(
  session: Session,
  warehouse: Warehouse,
  entries: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const { one, all } = knownOf(warehouse)
  for (const { id, column } of warehouse.dimensions.values()) {
    if (column === undefined || all.has(id)) continue
    const codes = new Set(entries.map(entry => Number(entry[column] ?? 0)))
    const missing = [...codes].filter(code => code !== 0 && !one.has(`${code} ${id}`))
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const values = new Values()
      const dimension = values.bind(id)
      const list = missing.slice(at, at + AT_ONCE).map(code => values.bind(code))
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement after another
      const rows = await session.ask(
        `SELECT ordinal, member_key, label FROM ${tableIn(warehouse.schema, 'member')} WHERE dimension_id = ${dimension} AND ordinal IN (${list.join(', ')})`,
        values.bound,
      )
      for (const [code, key, label] of rows)
        one.set(`${Number(code)} ${id}`, { key: key ?? '', label: label ?? '' })
    }
  }
}

/** All labels of a dimension, by code: to put names in order. */
export async function labelsThere(session: Session, warehouse: Warehouse, id: string): Promise<string[]> {
  const values = new Values()
  const rows = await session.ask(
    `SELECT ordinal, label FROM ${tableIn(warehouse.schema, 'member')} WHERE dimension_id = ${values.bind(id)}`,
    values.bound,
  )
  const labels = ['']
  for (const [code, label] of rows) labels[Number(code)] = label ?? ''
  return Array.from(labels, label => label ?? '')
}

async function derivedRows(
  session: Session,
  { schema }: Warehouse,
  { id, lookup }: DimensionSource,
): Promise<{ ordinal: number; key: string }[]> {
  const [table, column] =
    lookup?.through === 'category'
      ? ['category_group', 'group_key']
      : ['account_detail', id.replace(/^account_/u, '')]
  const rows = await session.ask(
    `SELECT ordinal, ${quoted(column)} FROM ${tableIn(schema, table)} ORDER BY ordinal`,
  )
  return rows.map(([ordinal, key]) => ({ ordinal: Number(ordinal), key: key ?? '' }))
}

/** The dimensions in the order in which a workspace has them: a table of a server has none. */
function sourcesOf({ dimensions }: Warehouse): Map<string, DimensionSource> {
  const stored = [...dimensions.values()].filter(one => one.column !== undefined)
  const place = (name: string | undefined): number => CODE_COLUMNS.indexOf(name ?? '')
  return registryOf(
    stored
      .toSorted((a, b) => place(a.column) - place(b.column))
      .map(({ id, label, kind, column }) => ({
        id,
        label,
        kind: kind === 'custom' ? 'custom' : 'built-in',
        name: column ?? '',
      })),
  )
}
