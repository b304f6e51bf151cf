import { GENESIS, macOf, type LogRow } from './chain.ts'

/** A head that was written down elsewhere: in the keychain, in a backup's manifest, on a report. */
export interface Anchor {
  source: 'keychain' | 'backup' | 'given'
  sequence: number
  /** Hex; a report prints its beginning only. */
  head: string
  at?: string | undefined
}

export const PROBLEM_KINDS = [
  'changed',
  'missing',
  'inserted',
  'reordered',
  'truncated',
  'rolled-back',
  'replaced',
] as const

/** What is wrong, and in which rows. */
export interface Problem {
  kind: (typeof PROBLEM_KINDS)[number]
  from: number
  to: number
}

export interface VerifyInput {
  rows: readonly LogRow[]
  /** Of the log's parts, the oldest first, the current one last. */
  keys: readonly { until: number; key: Uint8Array }[]
  /** What the workspace itself says: every growth of it has a row. */
  revision: number
  anchors: readonly Anchor[]
}

/** How far a row is looked for: beyond, what happened is still found, as changes at that place. */
const REACH = 500

/**
 * Walks the chain from its first row. Each problem is named once, at the place where it begins; the walk then goes on from what it found
 * there, so that one wrong row does not make all after it wrong. Pure: the same log gives the same answer.
 */
export function verifyChain(input: VerifyInput): Problem[] {
  const { problems, end } = walk(input)
  return [...joined(problems), ...againstTheOutside(input, end, problems.length === 0)]
}

function walk({ rows, keys }: VerifyInput): { problems: Problem[]; end: number } {
  const problems: Problem[] = []
  const mac = (row: LogRow, sequence: number, before: Uint8Array): Buffer =>
    macOf(keyAt(keys, sequence), { ...row, sequence }, before)
  /** Rows that were passed over because a later one belonged in their place: they come up again, or were put in. */
  const passed = new Map<number, number>()
  /** The number that the next row was written under, and the MAC it was written after. */
  let next = 1
  let before: Buffer = GENESIS
  let at = 0
  const known = new Set(rows.map(row => row.mac.toString('base64')))
  // A row that was moved carries its own MAC, or that of the row whose place it took: either stands somewhere in the log.
  const fits = (index: number): Buffer | undefined => {
    const right = mac(rows[index] as LogRow, next, before)
    return known.has(right.toString('base64')) ? right : undefined
  }
  const take = (right: Buffer): void => {
    before = right
    next += 1
  }

  while (at < rows.length || passed.size > 0) {
    const row = rows[at]
    const gap = row ? row.sequence - ((rows[at - 1]?.sequence ?? 0) + 1) : 0
    if (row && gap > 0) {
      problems.push({ kind: 'missing', from: row.sequence - gap, to: row.sequence - 1 })
      // What stood before it is gone, so the rest hangs on this row's own MAC.
      next += gap
      take(row.mac)
      at += 1
      continue
    }
    const here = row && fits(at)
    if (here) {
      take(here)
      at += 1
      continue
    }
    const back = [...passed.keys()].find(index => fits(index))
    if (back !== undefined) {
      take(fits(back) as Buffer)
      const from = passed.get(back) as number
      problems.push({ kind: 'reordered', from, to: next - 1 })
      passed.delete(back)
      continue
    }
    if (!row) break
    const ahead = indexes(at + 1, Math.min(rows.length, at + REACH)).find(index => fits(index))
    if (ahead !== undefined) {
      for (const index of indexes(at, ahead)) passed.set(index, next)
      take(fits(ahead) as Buffer)
      at = ahead + 1
      continue
    }
    const gone = takenOut(row, rows[at + 1])
    if (gone > 0) {
      problems.push({ kind: 'missing', from: next, to: next + gone - 1 })
      next += gone
    } else problems.push({ kind: 'changed', from: row.sequence, to: row.sequence })
    take(row.mac)
    at += 1
  }
  for (const index of passed.keys()) {
    const { sequence } = rows[index] as LogRow
    problems.push({ kind: 'inserted', from: sequence, to: sequence })
  }
  return { problems, end: next - 1 }

  /** How many rows were taken out before this one, with the rest numbered anew. */
  function takenOut(row: LogRow, after: LogRow | undefined): number {
    if (!after) return 0
    const found = indexes(1, REACH).find(gone => mac(after, next + 1 + gone, row.mac).equals(after.mac))
    return found ?? 0
  }
}

function againstTheOutside({ rows, revision, anchors }: VerifyInput, end: number, whole: boolean): Problem[] {
  const known = rows.reduce((most, row) => Math.max(most, row.revision), 0)
  const beyond = anchors.filter(anchor => anchor.sequence > end)
  if (beyond.length > 0) {
    const to = Math.max(...beyond.map(anchor => anchor.sequence))
    // A whole file of yesterday agrees with itself; a log that was cut does not agree with its workspace.
    return [{ kind: known === revision ? 'rolled-back' : 'truncated', from: end + 1, to }]
  }
  if (rows.length > 0 && known < revision) return [{ kind: 'truncated', from: end + 1, to: end + 1 }]
  const differs = anchors.filter(anchor => !holds(rows, anchor)).map(anchor => anchor.sequence)
  // Where the chain itself is broken, that has been said already.
  return whole && differs.length > 0 ? [{ kind: 'replaced', from: Math.min(...differs), to: end }] : []
}

/** Whether the log has the row that was written down. */
export function holds(rows: readonly LogRow[], { sequence, head }: Anchor): boolean {
  if (sequence === 0) return true
  const row = rows.find(one => one.sequence === sequence)
  return head !== '' && (row?.mac.toString('hex').startsWith(head.toLowerCase()) ?? false)
}

/** Neighbouring rows with the same problem are one. */
function joined(problems: readonly Problem[]): Problem[] {
  const sorted = problems.toSorted((a, b) => a.from - b.from)
  const out: Problem[] = []
  for (const problem of sorted) {
    const last = out.at(-1)
    if (last && last.kind === problem.kind && problem.from <= last.to + 1)
      last.to = Math.max(last.to, problem.to)
    else out.push({ ...problem })
  }
  return out
}

const indexes = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

function keyAt(keys: VerifyInput['keys'], sequence: number): Uint8Array {
  const part = keys.find(({ until }) => sequence <= until) ?? keys.at(-1)
  if (!part) throw new RangeError('a log has a key')
  return part.key
}
