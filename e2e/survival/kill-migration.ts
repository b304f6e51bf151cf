import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDimensions } from '../../src/main/db/members.ts'
import { APPLICATION_ID, SCHEMA_VERSION, schemaVersion } from '../../src/main/db/migrate.ts'
import { MIGRATIONS } from '../../src/main/db/migrations.generated.ts'
import type { WritableDB } from '../../src/main/db/types.ts'
import { verifyBackup } from '../../src/main/features/backup/copy.ts'
import { mulberry32 } from '../../src/shared/stats/random.ts'
import { start, wait } from './children.ts'
import { look, makePlace, one } from './home.ts'
import type { Harness } from './outcome.ts'

const ENTRIES = 4000
const TOTALS = "SELECT group_concat(line, ';') FROM (SELECT account || ':' || currency || ':' || count(*) || ':' || sum(amount) AS line FROM entry GROUP BY account, currency ORDER BY 1)" // prettier-ignore

/** kill -9 while a workspace of the first build is brought up to date: the old schema or the new one, whole, and a backup from before. */
export const harness: Harness = {
  usual: 100,
  async run(runs, seed) {
    const random = mulberry32(seed)
    const failures: string[] = []
    const figures = { old: 0, new: 0, 'backups found': 0 }
    let usual = 400
    for (let i = 0; i < runs; i += 1) {
      const place = makePlace()
      asFirstBuild(place.db)
      const before = one(place.db, TOTALS)
      place.db.close()
      const child = start({ work: 'migrate', ...place.task })
      // oxlint-disable no-await-in-loop -- one child after another
      await child.line('ready')
      const began = performance.now()
      // The first runs to its end and says how long that takes here; the others are killed anywhere in it.
      if (i === 0) {
        await child.line('migrated')
        usual = performance.now() - began
      } else await wait(random() * usual * 1.1)
      await child.kill()
      // oxlint-enable no-await-in-loop
      const fail = (what: string): void => void failures.push(`kill ${i}: ${what}`)
      const [version, after, integrity] = look(place.path, place.key, db => [
        schemaVersion(db as WritableDB),
        one(db, TOTALS),
        db.pragma('integrity_check', { simple: true }),
      ])
      if (version === SCHEMA_VERSION) figures.new += 1
      else if (version === 1) figures.old += 1
      else fail(`the schema is ${String(version)}`)
      if (after !== before) fail('a total has changed')
      if (integrity !== 'ok') fail('the file is damaged')
      const folder = `${place.path}-backups`
      const backups = existsSync(folder) ? readdirSync(folder).filter(name => !name.startsWith('.')) : []
      figures['backups found'] += backups.length
      if (version === SCHEMA_VERSION && backups.length === 0) fail('it was migrated without a backup')
      for (const name of backups) {
        const { ok } = verifyBackup({ work: 'verify', path: join(folder, name), key: place.key }, () => {})
        if (!ok) fail(`the backup ${name} is not sound`)
      }
      rmSync(place.folder, { recursive: true, force: true })
    }
    return {
      runs,
      failures,
      bar: 'exactly the old or the new schema, a sound backup first, totals per account equal',
      figures: { ...figures, 'one migration ms': Math.round(usual) },
    }
  },
}

/** Takes the schema back to its first version, with entries. */
function asFirstBuild(db: WritableDB): void {
  const names = (type: string): string[] =>
    db.prepare("SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%'").pluck().all(type) as string[] // prettier-ignore
  for (const trigger of names('trigger')) db.exec(`DROP TRIGGER ${trigger}`)
  db.exec('DROP TABLE text_index')
  for (const table of names('table')) db.exec(`DROP TABLE ${table}`)
  for (const statement of MIGRATIONS[0]?.statements ?? []) db.exec(statement)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('user_version = 1')
  ensureDimensions(db)
  db.transaction(() => {
    const entry = db.prepare('INSERT INTO entry (id, batch_id, line, day, amount, base_amount, fingerprint, account, currency) VALUES (?, 1, ?, ?, ?, ?, ?, ?, 0)') // prettier-ignore
    const text = db.prepare('INSERT INTO entry_text (entry_id, description) VALUES (?, ?)')
    for (let id = 1; id <= ENTRIES; id += 1) {
      const amount = ((id * 7919) % 100_000) - 50_000
      entry.run(id, id, 20_000 + (id % 300), amount, amount, Buffer.from(`${id}`), id % 12)
      text.run(id, `Entry ${id}`)
    }
  }).immediate()
}
