import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWritable } from '../../src/main/db/open-database.ts'
import { verifyBackup } from '../../src/main/features/backup/copy.ts'
import { failureOf } from '../../src/main/compute/serve.ts'
import { householdEntries, insertBatch } from '../../src/main/engine/testing/ledger.ts'
import type { MethodName } from '../../src/shared/contract/index.ts'
import { mulberry32 } from '../../src/shared/stats/random.ts'
import { start } from './children.ts'
import { look, makePlace, one, WORKSPACE_ID, writeStatements, type Place } from './home.ts'
import type { Harness } from './outcome.ts'

const STATE = "SELECT count(*) || ':' || coalesce(sum(amount), 0) FROM entry"

/**
 * A disk that ends in the middle of an import, a save, a backup and an export: by `ulimit -f` (the file system refuses the write) and by
 * SQLite's own limit of pages. Nothing is lost, the sentence says why, and once there is room the same call works.
 */
export const harness: Harness = {
  usual: 40,
  async run(runs, seed) {
    const random = mulberry32(seed)
    const failures: string[] = []
    const figures: Record<string, number> = {}
    for (let i = 0; i < runs; i += 1) {
      const [action, how] = CASES[i % CASES.length] as (typeof ALL)[number]
      const place = makePlace()
      insertBatch(place.db, 1, householdEntries(seed + i, 1500))
      place.db.close()
      writeFileSync(
        join(place.folder, 'backups.json'),
        JSON.stringify({ [WORKSPACE_ID]: { automatic: false } }),
      )
      const [file] = writeStatements(place.folder, 1, 3000)
      const before = look(place.path, place.key, db => one(db, STATE))
      // oxlint-disable-next-line no-await-in-loop -- one after another
      const outcome = how === 'pages' ? byPages(place, action, random()) : await byLimit(place, action, file?.path ?? '', random()) // prettier-ignore
      const fail = (what: string): void => void failures.push(`${i}: ${action} by ${how}: ${what}`)
      figures[`${action} ${how} ${outcome.code}`] = (figures[`${action} ${how} ${outcome.code}`] ?? 0) + 1
      if (!['disk-full', 'ok', 'unopened'].includes(outcome.code)) fail(`${outcome.code}: ${outcome.message}`)
      const [after, integrity] = look(place.path, place.key, db => [one(db, STATE), db.pragma('integrity_check', { simple: true })]) // prettier-ignore
      if (outcome.code !== 'ok' && after !== before)
        fail(`the ledger was ${String(before)} and is ${String(after)}`)
      if (integrity !== 'ok') fail('the file is damaged')
      unfinished(place).forEach(fail)
      if (outcome.code !== 'ok' && existsSync(join(place.folder, 'copy.farthing')))
        fail('a copy that is none')
      // oxlint-disable-next-line no-await-in-loop -- one after another
      const again = await calls(place, action, file?.path ?? '', '')
      if (again.code !== 'ok') fail(`with room again: ${again.code}: ${again.message}`)
      rmSync(place.folder, { recursive: true, force: true })
    }
    return { runs, failures, bar: '0 lost, a clear message, works again with room', figures }
  },
}

const ALL = [
  ['import', 'ulimit'],
  ['save', 'ulimit'],
  ['backup', 'ulimit'],
  ['export', 'ulimit'],
  ['import', 'pages'],
  ['save', 'pages'],
] as const
type Action = (typeof ALL)[number][0]
/** Windows has no limit of a file's size that a shell could set. */
const CASES = ALL.filter(([, how]) => how === 'pages' || process.platform !== 'win32')

interface Told {
  code: string
  message: string
}

function callsOf(action: Action, place: Place, file: string): [MethodName, unknown][] {
  switch (action) {
    case 'import':
      return [['import.commit', { file }]]
    case 'save':
      // As large as a person's change can be: it does not fit into what is left.
      return Array.from({ length: 60 }, (_, i) => ['workspace.update', { name: `${i} ${'x'.repeat(190)}` }])
    case 'backup':
      return [['backup.make', {}]]
    case 'export':
      return [['workspace.duplicate', { path: join(place.folder, 'copy.farthing') }]]
  }
}

async function byLimit(place: Place, action: Action, file: string, share: number): Promise<Told> {
  // In blocks of 1024 bytes: somewhat above what the file has, so that opening it works and the call does not, or only just.
  const kib = Math.ceil(statSync(place.path).size / 1024)
  const [base, part] = {
    import: [60, 0.8 * kib],
    save: [44, 300],
    backup: [60, 0.9 * kib],
    export: [60, 0.9 * kib],
  }[action] as [number, number]
  const limit = Math.floor(base + part * share)
  return calls(place, action, file, `trap '' XFSZ; ulimit -f ${limit}`)
}

async function calls(place: Place, action: Action, file: string, shell: string): Promise<Told> {
  const child = start({ work: 'calls', ...place.task, calls: callsOf(action, place, file) }, { shell })
  try {
    await child.line('end')
  } catch (error) {
    const ready = child.lines.includes('ready')
    // So little room that it cannot even be opened; without a limit it must be.
    return ready || shell === ''
      ? { code: 'died', message: String(error) }
      : { code: 'unopened', message: 'could not be opened' }
  }
  const replies = child.lines
    .filter(text => text.startsWith('reply '))
    .map(text => JSON.parse(text.slice(6)) as { ok: boolean; code?: string; message?: string })
  const bad = replies.find(reply => !reply.ok)
  return { code: bad?.code ?? 'ok', message: bad?.message ?? '' }
}

/** SQLite's own end of the disk, in this process. */
function byPages(place: Place, action: Action, share: number): Told {
  const db = openWritable(place.path, place.key, { witness: true })
  const pages = db.pragma('page_count', { simple: true }) as number
  db.pragma(`max_page_count = ${pages + Math.floor(share * 20)}`)
  try {
    if (action === 'import') insertBatch(db, 2, householdEntries(9, 3000))
    else
      for (let i = 0; i < 400; i += 1)
        db.transaction(() => db.prepare('INSERT INTO workspace_meta VALUES (?, ?)').run(`filler ${i}`, 'y'.repeat(4000))).immediate() // prettier-ignore
    return { code: 'ok', message: '' }
  } catch (error) {
    return failureOf(error)
  } finally {
    db.close()
  }
}

/** What bears a backup's name must be one. */
function unfinished(place: Place): string[] {
  const folder = `${place.path}-backups`
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(name => !name.startsWith('.'))
    .filter(name => !verifyBackup({ work: 'verify', path: join(folder, name), key: place.key }, () => {}).ok)
    .map(name => `the backup ${name} is not sound`)
}
