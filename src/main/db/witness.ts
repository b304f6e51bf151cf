import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { witnessPath } from '../files/workspace-files.ts'
import { readMeta, readRevision, writeMeta } from './meta.ts'
import type { ReadableDB, WritableDB } from './types.ts'

/**
 * SQLite opens a database whose write-ahead log was lost or cut short as if nothing had been in it, and calls it sound. So each
 * transaction also counts itself, and the count is written to a file of its own once the commit is on the disk: a workspace that
 * is behind its witness has lost what was saved, and says so. The witness behind the workspace means nothing: a kill came between.
 */
export interface WitnessState {
  commits: number
  revision: number
  /** ISO moment of the commit. */
  at: string
}

export const LossSchema = z.object({
  foundAt: z.string(),
  /** How many saved changes are gone, and the last of them. */
  commits: z.number().int(),
  savedAt: z.string(),
  /** The ledger's revision then and now. */
  revisionSaved: z.number().int(),
  revisionFound: z.number().int(),
  seen: z.boolean(),
})
export type Loss = z.infer<typeof LossSchema>

const COMMITS = 'commits'
const LOSSES = 'losses'
const KEPT_LOSSES = 20

/** Two slots, written in turn: a write that is torn leaves the other. */
const SLOT_BYTES = 128

/** The newest sound slot; undefined where there is none: a workspace that was just made, copied or moved here. */
export function readWitness(workspace: string): WitnessState | undefined {
  let bytes: Buffer
  try {
    bytes = readFileSync(witnessPath(workspace))
  } catch {
    return undefined
  }
  const states = [0, 1].flatMap(slot => {
    const text = bytes.subarray(slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES).toString('latin1')
    const [sum, commits, revision, at] = text.trimEnd().split(' ')
    if (at === undefined || sum !== checksum(`${commits} ${revision} ${at}`)) return []
    return [{ commits: Number(commits), revision: Number(revision), at }]
  })
  return states.toSorted((a, b) => b.commits - a.commits)[0]
}

/** Counts every outermost transaction that changes something, and has it witnessed before its caller hears of it. */
export function witnessCommits(db: WritableDB, workspace: string): void {
  noteLoss(db, readWitness(workspace))
  const file = openWitness(workspace)
  const changes = db.prepare('SELECT total_changes()').pluck()
  const count = db
    .prepare(
      `INSERT INTO workspace_meta (key, value) VALUES ('${COMMITS}', '1')
       ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) RETURNING value`,
    )
    .pluck()
  const plain = db.transaction.bind(db) as (work: Work) => Variants
  const witnessed = (work: Work): Variants => {
    let committed: WitnessState | undefined
    const counted = plain((...args) => {
      const before = changes.get()
      const result = work(...args)
      if (changes.get() !== before)
        committed = { commits: Number(count.get()), revision: readRevision(db), at: new Date().toISOString() }
      return result
    })
    const nested = plain(work)
    const run = (kind: keyof typeof counted | 'default', args: unknown[]): unknown => {
      // Inside another transaction it is that one which counts.
      if (db.inTransaction) return kind === 'default' ? nested(...args) : nested[kind](...args)
      committed = undefined
      const result = kind === 'default' ? counted(...args) : counted[kind](...args)
      if (committed) writeSlot(file, committed)
      return result
    }
    return Object.assign((...args: unknown[]) => run('default', args), {
      deferred: (...args: unknown[]) => run('deferred', args),
      immediate: (...args: unknown[]) => run('immediate', args),
      exclusive: (...args: unknown[]) => run('exclusive', args),
    })
  }
  Object.assign(db, { transaction: witnessed })
  const close = db.close.bind(db)
  Object.assign(db, {
    close: () => {
      if (db.open) closeSync(file)
      return close()
    },
  })
  // From the start there is a state to be behind of.
  const state = { commits: commitsOf(db), revision: readRevision(db), at: new Date().toISOString() }
  writeSlot(file, state)
}

type Work = (...args: unknown[]) => unknown
type Variants = Work & { deferred: Work; immediate: Work; exclusive: Work }

/** Losses found at openings, newest first. */
export function readLosses(db: ReadableDB): Loss[] {
  return z
    .array(LossSchema)
    .catch([])
    .parse(JSON.parse(readMeta(db, LOSSES) ?? '[]'))
}

/** The person has read of them: they are not shown again as news. */
export function markLossesSeen(db: WritableDB): void {
  writeMeta(db, LOSSES, JSON.stringify(readLosses(db).map(loss => ({ ...loss, seen: true }))))
}

function noteLoss(db: WritableDB, witness: WitnessState | undefined): void {
  const found = commitsOf(db)
  if (!witness || witness.commits <= found) return
  const loss: Loss = {
    foundAt: new Date().toISOString(),
    commits: witness.commits - found,
    savedAt: witness.at,
    revisionSaved: witness.revision,
    revisionFound: readRevision(db),
    seen: false,
  }
  db.transaction(() => {
    writeMeta(db, LOSSES, JSON.stringify([loss, ...readLosses(db)].slice(0, KEPT_LOSSES)))
    // Counted on from where the lost ones had come: no number ever stands for two states.
    writeMeta(db, COMMITS, String(witness.commits + 1))
  }).immediate()
}

const commitsOf = (db: ReadableDB): number => Number(readMeta(db, COMMITS) ?? 0)

function openWitness(workspace: string): number {
  const path = witnessPath(workspace)
  try {
    return openSync(path, 'r+')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return openSync(path, 'wx+', 0o600)
  }
}

let failed = false

function writeSlot(file: number, { commits, revision, at }: WitnessState): void {
  const text = `${commits} ${revision} ${at}`
  const slot = Buffer.from(`${checksum(text)} ${text}`.padEnd(SLOT_BYTES - 1).concat('\n'), 'latin1')
  try {
    writeSync(file, slot, 0, SLOT_BYTES, (commits % 2) * SLOT_BYTES)
    fsyncSync(file)
  } catch (error) {
    // What was asked for is committed and safe; only the proof of it is older than it could be.
    if (!failed) console.error(`The workspace's witness could not be written: ${(error as Error).message}`)
    failed = true
  }
}

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
