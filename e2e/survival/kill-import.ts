import { rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openWritable } from '../../src/main/db/open-database.ts'
import { readLosses } from '../../src/main/db/witness.ts'
import { mulberry32 } from '../../src/shared/stats/random.ts'
import { start, wait } from './children.ts'
import { makePlace, one, WORKSPACE_ID, writeStatements } from './home.ts'
import type { Harness, Outcome } from './outcome.ts'

const ROWS = 120
const A_WORKSPACE = 10

/** kill -9 while statements are imported: none acknowledged is lost, none is there in part, and trying again brings none twice. */
export const harness: Harness = {
  usual: 200,
  async run(runs, seed) {
    const random = mulberry32(seed)
    const failures: string[] = []
    let acknowledged = 0
    let unacknowledged = 0
    for (let left = runs; left > 0; left -= A_WORKSPACE)
      // oxlint-disable-next-line no-await-in-loop -- one workspace after another
      await aWorkspace(Math.min(left, A_WORKSPACE))
    async function aWorkspace(kills: number): Promise<void> {
      const place = makePlace()
      place.db.close()
      // They would be made before the first import of each start, and take their time.
      writeFileSync(
        join(place.folder, 'backups.json'),
        JSON.stringify({ [WORKSPACE_ID]: { automatic: false } }),
      )
      const files = writeStatements(place.folder, 400, ROWS)
      const done = new Set<string>()
      for (let i = 0; i < kills; i += 1) {
        const waiting = files.filter(file => !done.has(basename(file.path)))
        // oxlint-disable-next-line no-await-in-loop -- a kill leads to the next start
        const told = await killed(
          place.task,
          waiting.map(file => file.path),
          random,
        )
        for (const name of told) done.add(name)
        acknowledged += told.length
        const db = openWritable(place.path, place.key, { witness: true })
        const fail = (what: string): void => void failures.push(`kill ${i + 1}: ${what}`)
        const names = new Set(db.prepare('SELECT file_name FROM batch').pluck().all() as string[])
        const lost = [...done].filter(name => !names.has(name))
        if (lost.length > 0) fail(`${lost.length} acknowledged imports are gone`)
        unacknowledged += names.size - done.size
        const partial = one(db, 'SELECT count(*) FROM batch b WHERE loaded <> (SELECT count(*) FROM entry e WHERE e.batch_id = b.id)') // prettier-ignore
        if (partial !== 0) fail(`${String(partial)} imports are there in part`)
        if (one(db, 'SELECT count(*) FROM entry WHERE batch_id NOT IN (SELECT id FROM batch)') !== 0) fail('entries without their import') // prettier-ignore
        const there = files.filter(file => names.has(basename(file.path)))
        const sum = there.reduce((all, file) => all + file.sum, 0)
        const found = one(db, 'SELECT coalesce(sum(amount), 0) FROM entry')
        if (found !== sum)
          fail(`the sum is ${String(found)}, not ${sum}: something is there twice or missing`)
        if (readLosses(db).length > 0) fail('a loss was reported though nothing was lost')
        if (db.pragma('integrity_check', { simple: true }) !== 'ok') fail('the file is damaged')
        db.close()
      }
      rmSync(place.folder, { recursive: true, force: true })
    }
    return {
      runs,
      failures,
      bar: '0 acknowledged rows lost, 0 partial batches, 0 duplicates after retry, 0 false alarms',
      figures: { acknowledged, 'landed unacknowledged': unacknowledged },
    } satisfies Outcome
  },
}

async function killed(task: object, files: string[], random: () => number): Promise<string[]> {
  const child = start({ work: 'import', ...task, files })
  await child.line('ready')
  // From the parsing of the first file to some files later.
  if (random() < 0.6) await child.line('done ')
  await wait(random() * 600)
  await child.kill()
  return child.lines.filter(text => text.startsWith('done ')).map(text => text.split(' ')[1] ?? '')
}
