import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failureOf } from '../../src/main/compute/serve.ts'
import { openReadable, openWritable } from '../../src/main/db/open-database.ts'
import { createEngine } from '../../src/main/engine/index.ts'
import { householdEntries, insertBatch } from '../../src/main/engine/testing/ledger.ts'
import { makeBackup, partName } from '../../src/main/features/backup/copy.ts'
import { restoreFiles } from '../../src/main/features/backup/restore-files.ts'
import { verifyWorkspace } from '../../src/main/features/workspace/verify/index.ts'
import { QuerySchema } from '../../src/shared/query/query.ts'
import { mulberry32, type Uniform } from '../../src/shared/stats/random.ts'
import { look, makePlace, one, WORKSPACE_ID, type Place } from './home.ts'
import type { Harness } from './outcome.ts'

const PAGE = 4096
const RESTORE_MB = 100
const RESTORE_BAR_MS = 30_000

/** A file that was changed behind the program's back: refused, or shown with the right totals; never with wrong ones. Then restored. */
export const harness: Harness = {
  usual: 500,
  async run(runs, seed) {
    const random = mulberry32(seed)
    const failures: string[] = []
    const late: string[] = []
    const figures: Record<string, number> = { refused: 0, 'right totals': 0 }
    const place = makePlace()
    insertBatch(place.db, 1, householdEntries(seed, 3000))
    place.db.pragma('wal_checkpoint(TRUNCATE)')
    const old = readFileSync(place.path)
    insertBatch(place.db, 2, householdEntries(seed + 1, 500))
    place.db.pragma('wal_checkpoint(TRUNCATE)')
    place.db.close()
    const sound = readFileSync(place.path)
    const right = totals(place.path, place.key)
    const copy = join(place.folder, 'mutant.farthing')
    for (let i = 0; i < runs; i += 1) {
      const [name, change] = KINDS[i % KINDS.length] as (typeof KINDS)[number]
      for (const end of ['-wal', '-shm']) rmSync(`${copy}${end}`, { force: true })
      writeFileSync(copy, change(Buffer.from(sound), random, old))
      const shown = outcome(copy, place.key)
      if (shown === 'refused') figures['refused'] = (figures['refused'] ?? 0) + 1
      else if (shown === right) figures['right totals'] = (figures['right totals'] ?? 0) + 1
      else if (name === 'one page as it was') {
        // Each page is authentic and only old: whether the checks of the file see it is told apart.
        const key = found(copy, place.key) ? 'old page: found by verify' : 'old page: not found'
        figures[key] = (figures[key] ?? 0) + 1
        if (key.endsWith('not found'))
          failures.push(`mutation ${i} (${name}): wrong totals, and verify is content`)
      } else failures.push(`mutation ${i} (${name}): showed ${shown}, not ${right}`)
    }
    const ms = restored(place, failures, late)
    rmSync(place.folder, { recursive: true, force: true })
    return {
      runs,
      failures,
      late,
      bar: '0 wrong totals shown; the newest verified backup restored within 30 s for 100 MB',
      figures: { ...figures, [`${RESTORE_MB} MB restored in ms`]: ms },
    }
  },
}

type Change = (file: Buffer, random: Uniform, old: Buffer) => Buffer

const pageOf = (file: Buffer, random: Uniform): number => Math.floor((random() * file.length) / PAGE) * PAGE

const KINDS: readonly (readonly [string, Change])[] = [
  [
    'one bit',
    (file, random) => {
      const at = Math.floor(random() * file.length)
      file[at] = (file[at] as number) ^ (1 << Math.floor(random() * 8))
      return file
    },
  ],
  [
    'a run of noise',
    (file, random) => {
      const at = Math.floor(random() * file.length)
      randomBytes(Math.min(file.length - at, 1 + Math.floor(random() * 9000))).copy(file, at)
      return file
    },
  ],
  [
    'a run of nought',
    (file, random) => {
      const at = Math.floor(random() * file.length)
      return file.fill(0, at, at + 1 + Math.floor(random() * 9000))
    },
  ],
  ['cut', (file, random) => file.subarray(0, Math.floor(random() * file.length))],
  ['cut at a page', (file, random) => file.subarray(0, pageOf(file, random))],
  ['longer', (file, random) => Buffer.concat([file, randomBytes(1 + Math.floor(random() * 9000))])],
  [
    'two pages exchanged',
    (file, random) => {
      const [a, b] = [pageOf(file, random), pageOf(file, random)]
      const kept = Buffer.from(file.subarray(a, a + PAGE))
      file.copy(file, a, b, b + PAGE)
      kept.copy(file, b)
      return file
    },
  ],
  [
    'one page over another',
    (file, random) => {
      const from = pageOf(file, random)
      file.copy(file, pageOf(file, random), from, from + PAGE)
      return file
    },
  ],
  [
    'bytes taken out',
    (file, random) => {
      const at = Math.floor(random() * file.length)
      return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + Math.floor(random() * 100))])
    },
  ],
  [
    'one page as it was',
    (file, random, old) => {
      const at = pageOf(old, random)
      old.copy(file, at, at, at + PAGE)
      return file
    },
  ],
]

/** What the program would show: totals by account, by both engines' ways. */
function outcome(path: string, key: Uint8Array): string {
  try {
    return totals(path, key)
  } catch (error) {
    const { code } = failureOf(error)
    return code === 'file-damaged' ? 'refused' : `${code}: ${String(error)}`
  }
}

function totals(path: string, key: Uint8Array): string {
  // As the program does it: the writer first, which recovers, then the reader.
  openWritable(path, key).close()
  const db = openReadable(path, key)
  try {
    const query = QuerySchema.parse({ measures: [{ op: 'sum' }, { op: 'count' }], groupBy: [{ dimension: 'account' }] }) // prettier-ignore
    const { rows } = createEngine(db).query({ query, engine: 'columnar' })
    return JSON.stringify([rows, one(db, 'SELECT count(*) FROM entry')], (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    )
  } finally {
    db.close()
  }
}

function found(path: string, key: Uint8Array): boolean {
  const db = openWritable(path, key)
  try {
    return verifyWorkspace(db, { cancelled: () => false, progress: () => {} }).some(check => !check.ok)
  } finally {
    db.close()
  }
}

/** A damaged workspace of 100 MB, brought back from its newest backup: how long, and whether it is what it was. */
function restored(place: Place, failures: string[], late: string[]): number {
  const db = openWritable(place.path, place.key)
  db.transaction(() => {
    const insert = db.prepare('INSERT INTO source_chunk (file_id, sequence, first_line, first_byte, data) VALUES (9, ?, 1, 0, ?)') // prettier-ignore
    for (let i = 0; i < RESTORE_MB; i += 1) insert.run(i, randomBytes(1_000_000))
  }).immediate()
  const before = one(db, 'SELECT count(*) || sum(amount) FROM entry')
  db.close()
  const folder = `${place.path}-backups`
  mkdirSync(folder, { recursive: true })
  const { path } = makeBackup(
    { work: 'make', file: place.path, workspace: place.path, id: WORKSPACE_ID, key: place.key, folder, part: partName(), cause: 'by-hand', program: 'survival', auditHead: null }, // prettier-ignore
    () => {},
  )
  writeFileSync(place.path, readFileSync(place.path).fill(0, 0, 100_000))
  const began = performance.now()
  const { quarantine } = restoreFiles(
    { work: 'restore', path, to: place.path, over: true, keychain: randomUUID() },
    () => {},
  )
  const after = look(place.path, place.key, db => one(db, 'SELECT count(*) || sum(amount) FROM entry'))
  const ms = Math.round(performance.now() - began)
  if (after !== before) failures.push('the restored workspace is not what was backed up')
  if (!quarantine || !readdirSync(quarantine).includes('test.farthing')) failures.push('the damaged file is not in quarantine') // prettier-ignore
  if (ms > RESTORE_BAR_MS) late.push(`restoring took ${ms} ms`)
  return ms
}
