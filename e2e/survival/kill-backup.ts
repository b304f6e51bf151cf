import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { verifyBackup } from '../../src/main/features/backup/copy.ts'
import { householdEntries, insertBatch } from '../../src/main/engine/testing/ledger.ts'
import { mulberry32 } from '../../src/shared/stats/random.ts'
import { start, wait } from './children.ts'
import { makePlace } from './home.ts'
import type { Harness } from './outcome.ts'

const ENTRIES = 6000

/** kill -9 while backups are made: whatever bears a backup's name is one. */
export const harness: Harness = {
  usual: 100,
  async run(runs, seed) {
    const random = mulberry32(seed)
    const failures: string[] = []
    const place = makePlace()
    insertBatch(place.db, 1, householdEntries(seed, ENTRIES))
    place.db.close()
    const folder = `${place.path}-backups`
    let named = 0
    let parts = 0
    for (let i = 0; i < runs; i += 1) {
      rmSync(folder, { recursive: true, force: true })
      const child = start({ work: 'backup', ...place.task })
      // oxlint-disable no-await-in-loop -- one child after another
      await child.line('ready')
      await wait(random() * 700)
      await child.kill()
      // oxlint-enable no-await-in-loop
      const told = child.lines.filter(text => text.startsWith('made ')).length
      const all = existsSync(folder) ? readdirSync(folder) : []
      const backups = all.filter(name => !name.startsWith('.'))
      parts += all.length - backups.length
      named += backups.length
      if (backups.length < told) failures.push(`kill ${i + 1}: ${told} were acknowledged, ${backups.length} are there`) // prettier-ignore
      for (const name of backups) {
        const path = join(folder, name)
        const { ok, checks } = verifyBackup({ work: 'verify', path, key: place.key }, () => {})
        if (!ok) failures.push(`kill ${i + 1}: ${name}: ${checks.find(check => !check.ok)?.found ?? ''}`)
      }
    }
    rmSync(place.folder, { recursive: true, force: true })
    return {
      runs,
      failures,
      bar: '0 invalid files under a final name',
      figures: { 'backups verified': named, 'unfinished left aside': parts },
    }
  },
}
