import type { Filters } from '../../../shared/query/query.ts'
import { dayOf } from '../result.ts'
import { NAMED_IN_TEXT, wordsOf } from '../text.ts'
import { dimensionOf, type Warehouse, type WarehouseDimension } from './registry.ts'
import { tableIn } from './schema.ts'

/** Values of one statement, numbered as they are bound. The text is made of our own constants only. */
export class Values {
  readonly bound: unknown[] = []

  bind(value: unknown): string {
    this.bound.push(value)
    return `$${this.bound.length}`
  }
}

export interface Condition {
  sql: string
  /** Joins that the conditions need, each once. */
  joins: string[]
}

/** The filters as a WHERE clause over entries `e`. */
export function whereSql(warehouse: Warehouse, filters: Filters, values: Values): Condition {
  const { schema } = warehouse
  const pieces: string[] = []
  const joins = new Set<string>()
  if (filters.from !== undefined) pieces.push(`e."day" >= ${values.bind(dayOf(filters.from))}`)
  if (filters.to !== undefined) pieces.push(`e."day" <= ${values.bind(dayOf(filters.to))}`)
  const member = (id: string, keys: readonly string[]): string => {
    const dimension = dimensionOf(warehouse, id)
    if (dimension.join) joins.add(dimension.join)
    return isMember(schema, dimension, keys, values)
  }
  for (const [id, keys] of Object.entries(filters.members ?? {})) pieces.push(member(id, keys))
  for (const [id, keys] of Object.entries(filters.notMembers ?? {})) pieces.push(`NOT ${member(id, keys)}`)
  const amount = filters.absolute ? 'abs(e.base_amount)' : 'e.base_amount'
  if (filters.minAmount !== undefined) pieces.push(`${amount} >= ${values.bind(filters.minAmount)}`)
  if (filters.maxAmount !== undefined) pieces.push(`${amount} <= ${values.bind(filters.maxAmount)}`)
  if (filters.batches) pieces.push(inList('e.batch_id', filters.batches, values))
  if (filters.entries) pieces.push(inList('e.id', filters.entries, values))
  for (const word of new Set(filters.text ? wordsOf(filters.text) : [])) {
    // A word's beginning, among words that are each led by a space: no letter or digit is a sign of LIKE.
    const like = values.bind(`% ${word}%`)
    const named = NAMED_IN_TEXT.map(id => {
      const { expression } = dimensionOf(warehouse, id)
      return `${expression} IN (SELECT m.ordinal FROM ${tableIn(schema, 'member')} m WHERE m.dimension_id = ${values.bind(id)} AND m.words LIKE ${like})`
    })
    pieces.push(
      `(${[`e.id IN (SELECT t.entry_id FROM ${tableIn(schema, 'entry_text')} t WHERE t.words LIKE ${like})`, ...named].join(' OR ')})`,
    )
  }
  return { sql: pieces.length === 0 ? '' : `WHERE ${pieces.join(' AND ')}`, joins: [...joins] }
}

/** Several filters at once, each of which must hold. */
export function whereAll(warehouse: Warehouse, filters: readonly Filters[], values: Values): Condition {
  const each = filters.map(one => whereSql(warehouse, one, values))
  const pieces = each.map(({ sql }) => sql.slice('WHERE '.length)).filter(sql => sql !== '')
  return {
    sql: pieces.length === 0 ? '' : `WHERE ${pieces.join(' AND ')}`,
    joins: [...new Set(each.flatMap(({ joins }) => joins))],
  }
}

const inList = (expression: string, list: readonly unknown[], values: Values): string =>
  list.length === 0 ? '1 = 0' : `${expression} IN (${list.map(value => values.bind(value)).join(', ')})`

function isMember(
  schema: string,
  dimension: WarehouseDimension,
  keys: readonly string[],
  values: Values,
): string {
  const { expression, column, several } = dimension
  if (several) {
    // Between commas, a tag is found whole: no tag has a comma.
    const tags = keys.filter(key => key !== '').map(key => `strpos(', ' || m.member_key || ', ', ${values.bind(`, ${key}, `)}) > 0`) // prettier-ignore
    const found = tags.length === 0 ? '1 = 0' : `${expression} IN (SELECT m.ordinal FROM ${tableIn(schema, 'member')} m WHERE m.dimension_id = 'tags' AND (${tags.join(' OR ')}))` // prettier-ignore
    return `(${found}${keys.includes('') ? ` OR ${expression} = 0` : ''})`
  }
  if (column === undefined) return `(${inList(expression, keys, values)})`
  const named = keys.filter(key => key !== '')
  const found =
    named.length === 0
      ? '1 = 0'
      : `${expression} IN (SELECT m.ordinal FROM ${tableIn(schema, 'member')} m WHERE m.dimension_id = ${values.bind(dimension.id)} AND ${inList('m.member_key', named, values)})`
  return `(${found}${keys.includes('') ? ` OR ${expression} = 0` : ''})`
}
