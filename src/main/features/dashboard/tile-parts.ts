import { REST_KEY } from '../../../shared/boards/tile.ts'
import type { FlowData, Matrix, Tree, TreeNode } from '../../../shared/data/data.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { Dictionary } from '../../engine/columnar/dictionary.ts'
import { group } from '../../engine/columnar/group.ts'
import { largestOf } from './largest.ts'
import { add, amountsOf, byCode, minus, type Amounts } from './sides.ts'
import { unitOf, type Asked } from './asked.ts'
import { say } from './messages.ts'

/** What two levels of parts are drawn from: pairs of members of two dimensions, or members of one. */
interface Pairs {
  /** The largest members of the first dimension; all others are `rest`. */
  heads: { code: number; key: string; label: string; value: Total }[]
  total: Total
  /** Of a member of the first dimension, its parts by member of the second. */
  partsOf(code: number): { code: number; value: Total }[]
  second: Dictionary | undefined
}

/** Treemap and sunburst: members, their parts, and at each level one node for the others. Each node is the sum of its parts. */
export function treeOf(asked: Asked, by: string): Tree {
  const { query, engine } = asked
  const { heads, total, partsOf, second } = pairsOf(asked, by)
  const children = heads.map(({ code, key, label, value }): TreeNode => {
    if (!second) return { key, label, value }
    const parts = partsOf(code)
    const named = parts.slice(0, query.top).map((part): TreeNode => ({
      key: second.keyOf(part.code),
      label: second.labelOf(part.code),
      value: part.value,
    }))
    return { key, label, value, children: withRest(named, value, parts.length > named.length) }
  })
  const known = engine.dictionary(by).size
  return {
    kind: 'tree',
    ...unitOf(asked),
    root: { key: '', label: '', value: total, children: withRest(children, total, known > heads.length) },
  }
}

/** Sankey: from the members of one dimension to those of another. The others of either are one node. */
export function flowOf(asked: Asked, by: string): FlowData {
  const { query } = asked
  if (query.within === undefined) throw new FailureError('bad-input', say().sankeyOfTwo)
  const { heads, total, partsOf, second } = pairsOf(asked, by)
  const to = second as Dictionary
  const ends = amountsFor(asked, [query.within])
  const { largest } = largestOf(ends, query.top)
  const named = new Set(largest.map(({ code }) => code))
  const left = [...heads.map(head => ({ ...head, id: `a:${head.key}` }))]
  const sums = new Map<string, Total>()
  const links: FlowData['links'] = []
  const link = (from: string, key: string, value: Total): void => {
    if (value === 0) return
    links.push({ from, to: key, value })
    sums.set(key, add(sums.get(key) ?? 0, value))
  }
  for (const head of left) {
    let rest: Total = 0
    for (const part of partsOf(head.code)) {
      if (named.has(part.code)) link(head.id, `b:${to.keyOf(part.code)}`, part.value)
      else rest = add(rest, part.value)
    }
    link(head.id, `b:${REST_KEY}`, rest)
  }
  // What the named ones leave over, both where it comes from and where it goes.
  let others = minus(total, add(...heads.map(head => head.value)))
  for (const { code, value } of largest) {
    const key = `b:${to.keyOf(code)}`
    const over = minus(value, sums.get(key) ?? 0)
    others = minus(others, over)
    link(`a:${REST_KEY}`, key, over)
  }
  link(`a:${REST_KEY}`, `b:${REST_KEY}`, others)
  const used = new Set(links.flatMap(one => [one.from, one.to]))
  return {
    kind: 'flow',
    ...unitOf(asked),
    nodes: [
      ...left.map(({ id, label }) => ({ key: id, label })),
      { key: `a:${REST_KEY}`, label: '' },
      ...largest.map(({ code }) => ({ key: `b:${to.keyOf(code)}`, label: to.labelOf(code) })),
      { key: `b:${REST_KEY}`, label: '' },
    ].filter(node => used.has(node.key)),
    links,
  }
}

/** A heatmap of two dimensions: the largest members of either; null where there are no entries. */
export function gridOf(asked: Asked, by: string, within: string): Matrix {
  const { engine, query } = asked
  const rows = largestOf(amountsFor(asked, [by]), query.top).largest
  const columns = largestOf(amountsFor(asked, [within]), query.top).largest
  const cells = amountsFor(asked, [by, within])
  const [first, second] = [engine.dictionary(by), engine.dictionary(within)]
  return {
    kind: 'matrix',
    ...unitOf(asked),
    rows: rows.map(({ code }) => ({ key: first.keyOf(code), label: first.labelOf(code) })),
    columns: columns.map(({ code }) => ({ key: second.keyOf(code), label: second.labelOf(code) })),
    values: rows.map(row => columns.map(column => cells.at(row.code * second.size + column.code) ?? null)),
  }
}

/** Sums (or entries) by one dimension or by two. */
function amountsFor({ engine, query, now, sign }: Asked, by: readonly string[]): Amounts {
  const keys = by.map(id => engine.keyOf(id))
  if (query.measure === 'sum') return amountsOf(now, keys, sign)
  const grouping = group(now, keys)
  return byCode(grouping, keys, g => grouping.counts[g] ?? 0)
}

function pairsOf(asked: Asked, by: string): Pairs {
  const { engine, query } = asked
  const first = engine.dictionary(by)
  const ofFirst = amountsFor(asked, [by])
  const heads = largestOf(ofFirst, query.top).largest.map(({ code, value }) => ({
    code,
    key: first.keyOf(code),
    label: first.labelOf(code),
    value,
  }))
  let total: Total = 0
  for (let code = 0; code < ofFirst.groups; code += 1) total = add(total, ofFirst.at(code) ?? 0)
  if (query.within === undefined) return { heads, total, partsOf: () => [], second: undefined }
  const second = engine.dictionary(query.within)
  const cells = amountsFor(asked, [by, query.within])
  return {
    heads,
    total,
    second,
    partsOf: code => {
      const found: { code: number; value: Total }[] = []
      for (let part = 0; part < second.size; part += 1) {
        const value = cells.at(code * second.size + part)
        if (value !== undefined) found.push({ code: part, value })
      }
      return found.toSorted((a, b) => (a.value === b.value ? a.code - b.code : a.value < b.value ? 1 : -1))
    },
  }
}

/** The named nodes, and one for what they leave of the whole. */
function withRest(named: TreeNode[], whole: Total, more: boolean): TreeNode[] {
  const rest = minus(whole, add(...named.map(node => node.value)))
  return more && rest !== 0 ? [...named, { key: REST_KEY, label: '', value: rest }] : named
}
