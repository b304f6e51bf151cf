import type { Asked } from '../../src/shared/ask/asked.ts'
import { parseIsoDate } from '../../src/shared/calendar/day.ts'
import type { Understanding } from '../../src/main/features/chat/analysis/understanding.ts'
import { comparedSpan, isoSpan } from '../../src/main/engine/result.ts'
import { round } from './report.ts'

/** An utterance of bench/ask with what must be understood; see bench/ask/README.md. */
export interface Expected {
  w: 'household' | 'company'
  q: string
  after?: string
  intent?: Asked['intent']
  m?: Asked['measure']
  op?: Asked['op']
  of?: string
  per?: string
  share?: boolean
  from?: string
  to?: string
  vs?: [string, string]
  by?: string[]
  top?: number
  order?: Asked['order']
  members?: Record<string, string[]>
  not?: Record<string, string[]>
  min?: number
  max?: number
  unknown?: string[]
  out?: boolean
}

export interface Score {
  utterances: number
  query: number
  period: number
  intent: number
  membersF1: number
  refused: number
  /** Questions about the ledger that were refused all the same. */
  wronglyRefused: number
  unknownNamed: number
}

export function scoreOf(
  results: readonly { expected: Expected; got: Understanding }[],
): Score & { failures: string[] } {
  const inside = results.filter(r => !r.expected.out)
  const outside = results.filter(r => r.expected.out)
  const failures: string[] = []
  let [query, period, intent, hits, wrong, missed] = [0, 0, 0, 0, 0, 0]
  for (const { expected, got } of inside) {
    const [want, have] = [wanted(expected), got.asked && found(got.asked)]
    const same = have !== undefined && JSON.stringify(want) === JSON.stringify(have)
    if (same) query += 1
    else
      failures.push(
        `${expected.q}\n   want ${JSON.stringify(want)}\n   have ${have ? JSON.stringify(have) : `refused: ${got.refused}`} unknown ${got.unknown.join(',')}`,
      )
    if (have && want.from === have.from && want.to === have.to) period += 1
    if (have && want.intent === have.intent) intent += 1
    const [a, b] = [namesOf(want), have ? namesOf(have) : []]
    hits += a.filter(name => b.includes(name)).length
    missed += a.filter(name => !b.includes(name)).length
    wrong += b.filter(name => !a.includes(name)).length
  }
  const named = inside.filter(r => r.expected.unknown)
  const share = (n: number, of: number): number => (of === 0 ? 1 : round(n / of, 3))
  for (const { expected, got } of outside)
    if (got.asked)
      failures.push(`${expected.q}\n   want refused\n   have ${JSON.stringify(found(got.asked))}`)
  return {
    utterances: results.length,
    query: share(query, inside.length),
    period: share(period, inside.length),
    intent: share(intent, inside.length),
    membersF1: hits + wrong + missed === 0 ? 1 : round((2 * hits) / (2 * hits + wrong + missed), 3),
    refused: share(outside.filter(r => r.got.asked === undefined).length, outside.length),
    wronglyRefused: inside.filter(r => r.got.asked === undefined).length,
    unknownNamed: share(
      named.filter(r => r.expected.unknown?.every(word => r.got.unknown.includes(word))).length,
      named.length,
    ),
    failures,
  }
}

interface Canonical {
  intent: string
  m: string
  op: string
  from: string | undefined
  to: string | undefined
  vs: string[] | undefined
  by: string[]
  members: string[]
  not: string[]
  [rest: string]: unknown
}

/** Quarters and years are the workspace's own, whichever way they are written. */
const grainOf = (name: string): string => name.replace(/^fiscal-/, '')
const pairsOf = (members: Record<string, string[]> = {}): string[] =>
  Object.entries(members)
    .flatMap(([dimension, keys]) => keys.map(key => `${dimension}=${key}`))
    .sort()
const namesOf = ({ members, not }: Canonical): string[] => [...members, ...not.map(name => `not ${name}`)]

function wanted(e: Expected): Canonical {
  return {
    intent: e.intent ?? 'summary',
    m: e.m ?? 'spending',
    op: e.op ?? 'sum',
    of: e.of ?? '',
    per: e.per ?? '',
    share: e.share ?? false,
    from: e.from,
    to: e.to,
    vs: e.vs,
    by: e.by ?? [],
    top: e.top ?? null,
    order: e.order ?? 'largest',
    members: pairsOf(e.members),
    not: pairsOf(e.not),
    min: e.min ?? null,
    max: e.max ?? null,
  }
}

function found(asked: Asked): Canonical {
  const [from, to] = [parseIsoDate(asked.from ?? ''), parseIsoDate(asked.to ?? '')]
  const vs =
    asked.comparison && from !== undefined && to !== undefined
      ? isoSpan(comparedSpan({ from, to }, asked.comparison))
      : undefined
  // "Over 500" leaves 500 itself out: one minor unit above or below is the same bound in words.
  const pounds = (minor: number | undefined): number | null =>
    minor === undefined ? null : Math.round(minor / 100)
  return {
    intent: asked.intent,
    m: asked.measure,
    op: asked.op,
    of: asked.op === 'distinct' ? (asked.of ?? '') : '',
    per: grainOf(asked.per ?? ''),
    share: asked.share,
    from: asked.from,
    to: asked.to,
    vs: vs && [vs.from, vs.to],
    by: asked.by.map(key => ('grain' in key ? grainOf(key.grain) : key.dimension)),
    top: asked.top ?? null,
    order: asked.order,
    members: pairsOf(asked.members),
    not: pairsOf(asked.notMembers),
    min: pounds(asked.min),
    max: pounds(asked.max),
  }
}
