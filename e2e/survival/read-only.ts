import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { householdEntries, insertBatch } from '../../src/main/engine/testing/ledger.ts'
import { start } from './children.ts'
import { makePlace } from './home.ts'
import { quantile, type Harness } from './outcome.ts'

const NOBODY = 65_534
const BAR_MS = 2000

/** A workspace that may not be written: open to be viewed within two seconds, and each change refused in words. */
export const harness: Harness = {
  usual: 20,
  async run(runs, seed) {
    const failures: string[] = []
    const late: string[] = []
    const times: number[] = []
    const place = makePlace()
    insertBatch(place.db, 1, householdEntries(seed, 2000))
    place.db.close()
    // Root may write everything: its child runs as somebody who may not.
    const root = process.getuid?.() === 0
    if (root) {
      for (const name of readdirSync(place.folder)) chownSync(join(place.folder, name), NOBODY, NOBODY)
      chownSync(place.folder, NOBODY, NOBODY)
    }
    // Node keeps what it compiled by user: without a cache of their own each child would strip and compile all sources again,
    // which the built program never does. So the first start is not measured.
    const cache = mkdtempSync(join(tmpdir(), 'survival-compiled-'))
    if (root) chownSync(cache, NOBODY, NOBODY)
    for (let i = -1; i < runs; i += 1) {
      const [file, folder] = [
        [0o400, 0o700],
        [0o600, 0o500],
        [0o400, 0o500],
      ][(i + 3) % 3] as [number, number]
      chmodSync(place.path, file)
      chmodSync(place.folder, folder)
      const child = start(
        { work: 'open', ...place.task, folder: tmpdir() },
        { env: { NODE_COMPILE_CACHE: cache }, ...(root && { uid: NOBODY }) },
      )
      // oxlint-disable no-await-in-loop -- one after another
      await child.line('ready')
      child.child.stdin?.write('go\n')
      const told = await Promise.race([child.line('opened'), child.line('refused')])
      // The cache is written when a process ends by itself.
      if (i < 0) child.child.stdin?.write('end\n')
      if (i < 0) await child.ended
      else await child.kill()
      // oxlint-enable no-await-in-loop
      if (!told.startsWith('opened')) failures.push(`${i}: ${told}`)
      else {
        const { readOnly, write, ms } = JSON.parse(told.slice(7)) as { readOnly: boolean; write: string; ms: number } // prettier-ignore
        if (!readOnly) failures.push(`${i}: it was opened to be written`)
        if (write !== 'read-only') failures.push(`${i}: a change was answered with ${write}`)
        if (i >= 0 && ms > BAR_MS) late.push(`${i}: ${ms} ms`)
        if (i >= 0) times.push(ms)
      }
    }
    chmodSync(place.folder, 0o700)
    rmSync(cache, { recursive: true, force: true })
    rmSync(place.folder, { recursive: true, force: true })
    return {
      runs,
      failures,
      late,
      bar: 'view-only within 2 s',
      figures: { 'median ms': quantile(times, 0.5), 'slowest ms': Math.max(0, ...times) },
    }
  },
}
