import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWorkspace } from '../../src/main/db/open-workspace.ts'
import { householdEntries, insertBatch } from '../../src/main/engine/testing/ledger.ts'
import { createApp } from '../../src/main/create-app.ts'
import { dispatch } from '../../src/main/dispatch.ts'
import { noSecrets } from '../../src/main/secrets/secret-store.ts'
import type { MethodName } from '../../src/shared/contract/index.ts'
import { mulberry32 } from '../../src/shared/stats/random.ts'
import { wait } from './children.ts'
import { makePlace, WORKSPACE_ID, writeStatements } from './home.ts'
import { quantile, type Harness } from './outcome.ts'

const BAR_MS = 500

/** Long work that is cancelled at any moment: it ends within half a second, and the ledger is as it was. */
export const harness: Harness = {
  usual: 60,
  async run(runs, seed) {
    const random = mulberry32(seed)
    const failures: string[] = []
    const late: string[] = []
    const times: number[] = []
    let endedBefore = 0
    const place = makePlace()
    insertBatch(place.db, 1, householdEntries(seed, 20_000))
    place.db.close()
    writeFileSync(
      join(place.folder, 'backups.json'),
      JSON.stringify({ [WORKSPACE_ID]: { automatic: false } }),
    )
    const [file] = writeStatements(place.folder, 1, 60_000)
    const app = createApp('cli', noSecrets(), {
      config: place.folder,
      workspaces: place.folder,
      temp: place.folder,
    })
    const { path, key } = place
    app.workspace = await openWorkspace(path, {
      id: WORKSPACE_ID,
      key,
      keyHolder: 'password',
      temp: place.folder,
    })
    const works: (() => [MethodName, unknown])[] = [
      () => ['import.commit', { token: app.files.add(file?.path ?? '', 'long.csv', 1, false).token }],
      () => ['backup.make', {}],
      () => ['workspace.verify', {}],
      () => ['explore.sql', { text: 'SELECT count(*) FROM entry a, entry b', limit: 10 }],
      () => ['backup.integrity', {}],
    ]
    const call = (name: MethodName, input: unknown, signal?: AbortSignal) =>
      dispatch(app, { role: 'admin' }, name, input as never, signal ? { signal } : {})
    const state = async (): Promise<unknown> =>
      JSON.stringify(await app.workspace?.reader.call('workspaceFacts', {}))
    const before = await state()
    for (let i = 0; i < runs; i += 1) {
      const [name, input] = works[i % works.length]?.() ?? ['workspace.verify', {}]
      const stop = new AbortController()
      const asked = call(name, input, stop.signal)
      // oxlint-disable no-await-in-loop -- one after another
      await Promise.race([wait(30 + random() * 700), asked])
      const began = performance.now()
      stop.abort()
      const reply = await asked
      if (reply.ok || reply.failure.code !== 'cancelled') {
        endedBefore += 1
        // An import that had been answered already is taken back: the next one is to find what this one found.
        if (reply.ok && name === 'import.commit') await call('import.undo', { batch: (reply.value as { id: number }).id }) // prettier-ignore
      } else {
        times.push(performance.now() - began)
        if (name === 'import.commit' && (await state()) !== before)
          failures.push(`${i} (${name}): the ledger was changed`)
      }
      // oxlint-enable no-await-in-loop
    }
    const p95 = Math.round(quantile(times, 0.95))
    if (p95 > BAR_MS) late.push(`the 95th of a hundred took ${p95} ms`)
    if (times.length < runs / 2)
      failures.push(`only ${times.length} of ${runs} were cancelled before they ended`)
    await app.analysis.close()
    await app.workspace.close()
    rmSync(place.folder, { recursive: true, force: true })
    return {
      runs,
      failures,
      late,
      bar: 'within 500 ms at the 95th percentile, no partial writes',
      figures: { cancelled: times.length, 'ended before': endedBefore, 'median ms': Math.round(quantile(times, 0.5)), 'p95 ms': p95, 'slowest ms': Math.round(quantile(times, 1)) }, // prettier-ignore
    }
  },
}
