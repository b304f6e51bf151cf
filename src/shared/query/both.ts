import { FailureError } from '../result/failure.ts'
import { say } from './messages.ts'
import type { Filters } from './query.ts'

/**
 * Both sets of filters at once: what passes the answer passes each of them. Throws `bad-input` where one bounds the amount and the
 * other its size: one set of filters cannot say both.
 */
export function bothFilters(a: Filters, b: Filters): Filters {
  const from = [a.from, b.from]
    .filter(day => day !== undefined)
    .toSorted()
    .at(-1)
  const to = [a.to, b.to].filter(day => day !== undefined).toSorted()[0]
  const members = intersected(a.members, b.members)
  const notMembers = joined(a.notMembers, b.notMembers)
  const text = [a.text, b.text].filter(Boolean).join(' ')
  const batches =
    a.batches && b.batches ? a.batches.filter(id => b.batches?.includes(id)) : (a.batches ?? b.batches)
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(members ? { members } : {}),
    ...(notMembers ? { notMembers } : {}),
    ...amounts(a, b),
    ...(text ? { text } : {}),
    ...(batches ? { batches } : {}),
  }
}

type Members = Filters['members']

function intersected(a: Members, b: Members): Members {
  if (!a || !b) return a ?? b
  const both = Object.entries(b).map(([id, keys]) => [
    id,
    a[id] ? a[id].filter(key => keys.includes(key)) : keys,
  ])
  return { ...a, ...(Object.fromEntries(both) as Record<string, string[]>) }
}

function joined(a: Members, b: Members): Members {
  if (!a || !b) return a ?? b
  const all = Object.entries(b).map(([id, keys]) => [id, [...new Set([...(a[id] ?? []), ...keys])]])
  return { ...a, ...(Object.fromEntries(all) as Record<string, string[]>) }
}

function amounts(a: Filters, b: Filters): Pick<Filters, 'minAmount' | 'maxAmount' | 'absolute'> {
  const bounded = [a, b].filter(f => f.minAmount !== undefined || f.maxAmount !== undefined)
  if (bounded.length === 0) return {}
  const absolute = bounded.some(f => f.absolute === true)
  if (bounded.some(f => (f.absolute === true) !== absolute))
    throw new FailureError('bad-input', say().twoBounds)
  const least = bounded.flatMap(f => f.minAmount ?? [])
  const most = bounded.flatMap(f => f.maxAmount ?? [])
  return {
    ...(least.length > 0 ? { minAmount: Math.max(...least) } : {}),
    ...(most.length > 0 ? { maxAmount: Math.min(...most) } : {}),
    ...(absolute ? { absolute } : {}),
  }
}
