import { rmSync } from 'node:fs'
import { takeLock } from '../../src/main/db/open-database.ts'
import { lockPath } from '../../src/main/files/workspace-files.ts'
import { start, wait } from './children.ts'
import { makePlace } from './home.ts'
import { quantile, type Harness } from './outcome.ts'

const BAR_MS = 1000

/** Two programs open one workspace at the same moment: one writes, the other is told; a killed one's lock is free within a second. */
export const harness: Harness = {
  usual: 50,
  async run(runs) {
    const failures: string[] = []
    const late: string[] = []
    const cleared: number[] = []
    const place = makePlace()
    place.db.close()
    for (let i = 0; i < runs; i += 1) {
      const racers = [0, 1].map(() => start({ work: 'open', ...place.task }))
      // oxlint-disable no-await-in-loop -- one race after another
      await Promise.all(racers.map(racer => racer.line('ready')))
      for (const racer of racers) racer.child.stdin?.write('go\n')
      const told = await Promise.all(racers.map(racer => Promise.race([racer.line('opened'), racer.line('refused')]))) // prettier-ignore
      const winners = told.filter(text => text.startsWith('opened') && text.includes('"write":"ok"'))
      if (winners.length !== 1 || !told.includes('refused file-busy'))
        failures.push(`race ${i + 1}: ${told.join('; ')}`)
      await racers[told.findIndex(text => text.startsWith('opened'))]?.kill()
      const began = performance.now()
      let lock = takeLock(lockPath(place.path))
      while (!lock && performance.now() - began < 5000) {
        await wait(5)
        lock = takeLock(lockPath(place.path))
      }
      lock?.release()
      cleared.push(performance.now() - began)
      if (performance.now() - began > BAR_MS)
        late.push(`race ${i + 1}: the lock was still taken after a second`)
      await Promise.all(racers.map(racer => racer.kill()))
      // oxlint-enable no-await-in-loop
    }
    rmSync(place.folder, { recursive: true, force: true })
    return {
      runs,
      failures,
      late,
      bar: 'exactly one writer; a stale lock clears in 1 s',
      figures: { 'slowest lock ms': Math.round(quantile(cleared, 1)) },
    }
  },
}
