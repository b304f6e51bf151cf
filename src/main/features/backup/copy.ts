import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Backup, BackupCause, BackupCheck } from '../../../shared/contract/backup.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { openAsItIs } from '../../db/open-database.ts'
import { onSnapshot } from '../../db/snapshot.ts'
import type { ReadableDB } from '../../db/types.ts'
import { vacuumInto } from '../../db/vacuum-into.ts'
import { keyFilePath } from '../../secrets/key-file.ts'
import { keyCheck } from '../../secrets/key-slots.ts'
import { copyFileDurably, isFile, sha256OfFile, syncFileNow, syncFolderNow } from './durable.ts'
import { describe, MANIFEST_FILE, openSealed, readManifest, sealManifest, type Sealed } from './manifest.ts'
import { integrityOf, readCommits, readContents, readFacts, type Facts } from './queries.ts'
import { readKeys } from './restore-files.ts'
import { say } from './messages.ts'

export interface MakeRequest {
  work: 'make'
  /** The database to copy, and the workspace that it is (another path where a copy of it is viewed). */
  file: string
  workspace: string
  id: string
  key: Uint8Array
  /** Folder of the backups, and the name under which this one is made until it counts. */
  folder: string
  part: string
  cause: BackupCause
  program: string
  auditHead: unknown
}

export interface VerifyRequest {
  work: 'verify'
  path: string
  key: Uint8Array | undefined
}

export interface IntegrityRequest {
  work: 'integrity'
  file: string
  key: Uint8Array
}

/** The name of a backup that does not count yet: says which process makes it. */
export function partName(): string {
  return `.part-${process.pid}-${randomBytes(4).toString('hex')}`
}

type Report = (progress: Progress) => void

const STEPS = ['copy', 'integrity', 'counts', 'hash'] as const

/**
 * Copies a workspace that may be written to meanwhile, and proves the copy before it gets its name: temp folder → VACUUM INTO → fsync →
 * open with the key → integrity → rows and sums against the original's on the same snapshot → hashes → manifest → rename → fsync. A kill
 * at any moment leaves a whole backup or a folder that counts as none. Blocks: for a process or a worker of its own.
 */
export function makeBackup(request: MakeRequest, report: Report): Backup {
  const { folder, workspace, key } = request
  makeFolder(folder)
  assertRoom(request)
  const part = join(folder, request.part)
  mkdirSync(part, { mode: 0o700 })
  try {
    const name = basename(workspace)
    const copy = join(part, name)
    const step = (done: number): void =>
      report({ stage: STEPS[done] ?? '', done, total: STEPS.length, unit: 'steps' })
    step(0)
    const facts = copyWithFacts(request, copy)
    syncFileNow(copy)
    step(1)
    const contents = proved(copy, key, facts, () => step(2))
    step(3)
    const keys = keyFilePath(copy)
    copyFileDurably(keyFilePath(workspace), keys)
    const madeAt = new Date().toISOString()
    const manifest = sealManifest(
      {
        format: 'farthing-backup',
        version: 1,
        workspace: request.id,
        madeAt,
        cause: request.cause,
        program: request.program,
        schema: facts.schema,
        database: { name, bytes: statSync(copy).size, sha256: sha256OfFile(copy) },
        keys: { name: basename(keys), bytes: statSync(keys).size, sha256: sha256OfFile(keys) },
      },
      { facts, contents, auditHead: request.auditHead ?? null },
      key,
    )
    const written = join(part, MANIFEST_FILE)
    writeFileSync(written, `${JSON.stringify(manifest, undefined, 2)}\n`, { flag: 'wx', mode: 0o600 })
    syncFileNow(written)
    syncFolderNow(part)
    const path = freeName(folder, madeAt, request.cause)
    renameSync(part, path)
    syncFolderNow(folder)
    syncFolderNow(dirname(folder))
    return describe(path, manifest, key)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  }
}

/** Every byte against the manifest; with the key also the seal, the database's integrity, its rows and sums. */
export function verifyBackup({ path, key }: VerifyRequest, report: Report): BackupCheck {
  const checks: BackupCheck['checks'] = []
  const add = (check: string, ok: boolean, found: string): boolean => {
    checks.push({ check, ok, found })
    report({ stage: check, done: checks.length, total: 6, unit: 'steps' })
    return ok
  }
  const done = (): BackupCheck => ({ ok: checks.every(one => one.ok), checks })
  const manifest = readManifest(path)
  if (
    !add(
      'manifest',
      manifest !== undefined,
      manifest ? say().madeAt(manifest.open.madeAt) : say().noManifest,
    ) ||
    !manifest
  )
    return done()
  let whole = true
  for (const file of [manifest.open.database, manifest.open.keys]) {
    const at = join(path, file.name)
    const found = isFile(at) ? sha256OfFile(at) : say().missing
    const good = found === file.sha256
    whole =
      add(file.name, good, good ? say().asItWas(file.bytes) : say().otherHash(found, file.sha256)) && whole
  }
  if (!whole || !key) return done()
  try {
    if (!fitsKeyFile(join(path, manifest.open.keys.name), key)) {
      add('key', true, say().otherKey)
      return done()
    }
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    add('key', false, error.failure.message)
    return done()
  }
  const sealed = openSealed(manifest, key)
  if (!add('seal', sealed !== undefined, sealed ? say().sealed : say().altered) || !sealed) return done()
  try {
    proved(join(path, manifest.open.database.name), key, sealed.facts)
    const rows = Object.values(sealed.facts.rows).reduce((all, n) => all + n, 0)
    add('contents', true, say().sound(rows, sealed.facts.totals.length))
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    add('contents', false, error.failure.message)
  }
  return done()
}

/** Whoever took a user away put the workspace under a new key; backups from before that still open by theirs. */
function fitsKeyFile(path: string, key: Uint8Array): boolean {
  const { workspace, check } = readKeys(path)
  return check === keyCheck(workspace, key)
}

/** Of the open workspace's own file: every page through the cipher, every index against its table. */
export function checkIntegrity({ file, key }: IntegrityRequest): { ok: boolean; found: string } {
  const db = openAsItIs(file, key)
  try {
    const found = integrityOf(db)
    return { ok: found === 'ok', found }
  } finally {
    db.close()
  }
}

/** The original's facts and its copy, both of one state: a commit in between is met by trying again. */
function copyWithFacts({ file, key }: MakeRequest, copy: string): Facts {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const seen = openAsItIs(file, key)
    const copied = openAsItIs(file, key)
    try {
      const facts = onSnapshot(seen, () => {
        const commits = readCommits(seen)
        vacuumInto(copied, copy)
        return commitsOf(copy, key) === commits ? readFacts(seen) : undefined
      })
      if (facts) return facts
      rmSync(copy, { force: true })
    } finally {
      seen.close()
      copied.close()
    }
  }
  throw new FailureError('file-busy', say().busy)
}

function commitsOf(path: string, key: Uint8Array): string {
  const db = openAsItIs(path, key)
  try {
    return readCommits(db)
  } finally {
    db.close()
  }
}

/** "It opens" is no test: a copy cut short opens, empty. */
function proved(
  path: string,
  key: Uint8Array,
  facts: Facts,
  counting: () => void = () => {},
): Sealed['contents'] {
  const db: ReadableDB = openAsItIs(path, key)
  try {
    const integrity = integrityOf(db)
    if (integrity !== 'ok') throw new FailureError('file-damaged', say().copyDamaged(integrity))
    counting()
    const found = readFacts(db)
    if (JSON.stringify(found) !== JSON.stringify(facts))
      throw new FailureError('file-damaged', say().copyDiffers(difference(found, facts)))
    return readContents(db, found)
  } finally {
    db.close()
  }
}

function difference(found: Facts, facts: Facts): string {
  const tables = Object.keys({ ...facts.rows, ...found.rows })
  const table = tables.find(name => facts.rows[name] !== found.rows[name])
  if (table !== undefined) return say().rowsDiffer(table, found.rows[table], facts.rows[table])
  return found.revision === facts.revision
    ? say().sumDiffers
    : say().revisionDiffers(found.revision, facts.revision)
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new FailureError('unavailable', say().notWritable(folder, code ?? ''))
  }
}

/** A backup that runs into the end of the disk helps nobody, and may take the room the workspace itself needs. */
function assertRoom({ file, folder }: MakeRequest): void {
  const wal = existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0
  const needed = Math.ceil((statSync(file).size + wal) * 1.02) + 8 * 2 ** 20
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const mb = (bytes: number): number => Math.ceil(bytes / 1e6)
  if (free < needed) throw new FailureError('disk-full', say().noRoom(folder, mb(needed), mb(free)))
}

function freeName(folder: string, madeAt: string, cause: BackupCause): string {
  const base = join(folder, `${madeAt.slice(0, 19).replaceAll(':', '-').replace('T', '_')}_${cause}`)
  for (let n = 1; ; n += 1) {
    const path = n === 1 ? base : `${base}-${n}`
    if (!existsSync(path)) return path
  }
}
