import { assign } from './assignment.ts'
import { fold } from '../../../../shared/text/fold.ts'

/** An entry that may be a side of a transfer. Amounts in minor units of its own currency and of the base currency. */
export interface Side {
  id: number
  day: number
  amount: number
  base: number | null
  currency: string
  account: string
  /** Payee, description, reference and note together. */
  text: string
  flow: string
  /** '' where it has none. */
  category: string
}

export interface Pair {
  out: number
  in: number
  days: number
  sure: boolean
  why: string[]
}

const WORDS =
  /\b(?:transfer|tfr|trf|xfer|umbuchung|ubertrag|ubertragung|dauerauftrag|virement|traspaso|giroconto|own account|internal|eigenubertrag|credit card payment|kreditkartenabrechnung|savings|sparen)\b/
/** How far apart two amounts in different currencies may be, once converted: fees, and the rate of another day. */
const TOLERANCE = 0.03
/** Cost of leaving an entry without a partner: more than any pair costs. */
const ALONE = 60
/** Entries of one amount beyond these are matched nearest first: they are fares or coffees, not transfers. */
const LARGEST_GROUP = 150

interface Edge {
  days: number
  evidence: number
  why: string[]
  cost: number
}

/**
 * Pairs money out of one account with the same money into another, within `days`: each entry in one pair at most, the pairs together
 * as near in time and as well spoken for by the texts as can be. A pair is sure where a text names the other account, or both
 * are marked or worded as transfers, and no other entry has as good a claim; all others are for a person to confirm.
 */
export function pairTransfers(
  sides: readonly Side[],
  days: number,
  refused: (a: number, b: number) => boolean,
): Pair[] {
  const accounts = new Map([...new Set(sides.map(side => side.account))].map(name => [name, fold(name)]))
  const folded = new Map<number, string>()
  const textOf = (side: Side): string => {
    const known = folded.get(side.id) ?? fold(side.text)
    folded.set(side.id, known)
    return known
  }
  const edge = (out: Side, other: Side): Edge | undefined => {
    const apart = Math.abs(out.day - other.day)
    if (out.account === other.account || apart > days || refused(out.id, other.id)) return undefined
    const names = (from: Side, to: Side): boolean => {
      const name = accounts.get(to.account) ?? ''
      return name.length > 2 && textOf(from).includes(name)
    }
    const named = Number(names(out, other)) + Number(names(other, out))
    const marked = Number(out.flow === 'transfer') + Number(other.flow === 'transfer')
    const worded = Number(WORDS.test(textOf(out))) + Number(WORDS.test(textOf(other)))
    const evidence = named * 3 + marked * 2 + worded
    const why = [
      ...(named > 0 ? ['names-account'] : []),
      ...(marked > 0 ? ['marked'] : []),
      ...(worded > 0 ? ['words'] : []),
      ...(evidence === 0 ? ['only-amount'] : []),
    ]
    // Nothing speaks for it, and somebody has said what one of them is: not worth a question.
    if (evidence === 0 && (out.category !== '' || other.category !== '')) return undefined
    return { days: apart, evidence, why, cost: apart * 3 + Math.max(0, 12 - evidence) }
  }

  const pairs: Pair[] = []
  const taken = new Set<number>()
  const groups = Map.groupBy(sides, side => `${side.currency} ${Math.abs(side.amount)}`)
  for (const group of groups.values())
    for (const cluster of inTime(group, days)) {
      const outs = cluster.filter(side => side.amount < 0)
      const ins = cluster.filter(side => side.amount > 0)
      for (const pair of matchGroup(outs, ins, edge)) {
        pairs.push(pair)
        taken.add(pair.out)
        taken.add(pair.in)
      }
    }
  // In another currency only what is marked or worded as a transfer: equal amounts say nothing there.
  const left = sides.filter(
    side =>
      !taken.has(side.id) && side.base !== null && (side.flow === 'transfer' || WORDS.test(textOf(side))),
  )
  const foreign = (out: Side, other: Side): Edge | undefined => {
    if (out.currency === other.currency) return undefined
    const gap = Math.abs((out.base as number) + (other.base as number))
    if (gap > TOLERANCE * Math.abs(out.base as number)) return undefined
    const found = edge(out, other)
    if (!found || found.evidence < 2) return undefined
    const off = (gap / Math.abs(out.base as number)) * 100
    return { ...found, why: [...found.why, 'other-currency'], cost: found.cost + off }
  }
  for (const cluster of inTime(left, days))
    pairs.push(
      ...matchGroup(
        cluster.filter(side => side.amount < 0),
        cluster.filter(side => side.amount > 0),
        foreign,
      ),
    )
  return pairs
}

/** Runs of entries with no gap longer than `days`: nothing can be paired across one. */
function inTime(sides: readonly Side[], days: number): Side[][] {
  const runs: Side[][] = []
  let last = -Infinity
  for (const side of sides.toSorted((a, b) => a.day - b.day || a.id - b.id)) {
    if (side.day - last > days) runs.push([])
    runs.at(-1)?.push(side)
    last = side.day
  }
  return runs
}

function matchGroup(
  outs: readonly Side[],
  ins: readonly Side[],
  edgeOf: (out: Side, other: Side) => Edge | undefined,
): Pair[] {
  if (outs.length === 0 || ins.length === 0) return []
  if (outs.length > LARGEST_GROUP || ins.length > LARGEST_GROUP) return nearestFirst(outs, ins, edgeOf)
  const edges = outs.map(out => ins.map(other => edgeOf(out, other)))
  const chosen = assign(
    edges.map(row => row.map(edge => edge?.cost ?? Infinity)),
    ALONE,
  )
  return chosen.flatMap((j, i) => {
    const edge = edges[i]?.[j]
    if (j < 0 || !edge) return []
    const out = outs[i] as Side
    const other = ins[j] as Side
    // A rival of the same accounts and days is the same transfer twice: either way round is right.
    const rivals = [
      ...(edges[i] as (Edge | undefined)[]).flatMap((rival, k) =>
        rival && k !== j && !alike(ins[k] as Side, other) ? [rival] : [],
      ),
      ...edges.flatMap((row, k) => (row[j] && k !== i && !alike(outs[k] as Side, out) ? [row[j]] : [])),
    ]
    const rival = rivals.some(({ cost }) => cost <= edge.cost + 2)
    const sure = edge.evidence >= 3 && !rival
    return [
      { out: out.id, in: other.id, days: edge.days, sure, why: rival ? [...edge.why, 'rival'] : edge.why },
    ]
  })
}

const alike = (a: Side, b: Side): boolean => a.account === b.account && a.day === b.day

function nearestFirst(
  outs: readonly Side[],
  ins: readonly Side[],
  edgeOf: (out: Side, other: Side) => Edge | undefined,
): Pair[] {
  const free = new Set(ins)
  const pairs: Pair[] = []
  for (const out of outs) {
    let best: { other: Side; edge: Edge } | undefined
    for (const other of free) {
      const edge = edgeOf(out, other)
      // Of so many alike, only those that a text speaks for are worth asking about.
      if (edge && edge.evidence >= 3 && (!best || edge.cost < best.edge.cost)) best = { other, edge }
    }
    if (!best) continue
    free.delete(best.other)
    pairs.push({
      out: out.id,
      in: best.other.id,
      days: best.edge.days,
      sure: false,
      why: [...best.edge.why, 'rival'],
    })
  }
  return pairs
}
