import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { filesOf } from './watch.ts'

const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.skipIf(process.platform === 'win32')(
  'of a watched folder its own files are taken: no links, pipes, folders or hidden ones',
  async () => {
    const at = (name: string): string => join(folder, name)
    for (const name of ['own.csv', '.hidden.csv', 'notes.doc']) writeFileSync(at(name), 'Date,Amount\n')
    writeFileSync(at('empty.csv'), '')
    mkdirSync(at('folder.csv'))
    symlinkSync(at('own.csv'), at('link.csv'))
    symlinkSync('/dev/zero', at('device.csv'))
    symlinkSync(at('nowhere'), at('nowhere.csv'))
    execFileSync('mkfifo', [at('pipe.csv')])
    const found = await filesOf(folder, ['csv'], Date.now() + 60_000)
    expect(found).toMatchObject({ ok: true, value: { files: [{ name: 'own.csv' }], waiting: 1 } })
    // Written to just now: left for the next time.
    expect(await filesOf(folder, ['csv'], Date.now())).toMatchObject({ value: { files: [], waiting: 2 } })
    expect(await filesOf(at('gone'), [], 0)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  },
)
