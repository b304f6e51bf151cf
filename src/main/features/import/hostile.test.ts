import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FailureError, type Result } from '../../../shared/result/failure.ts'
import { createImportBench, type ImportBench } from './testing.ts'

let bench: ImportBench
let folder: string
beforeEach(() => {
  bench = createImportBench()
  folder = mkdtempSync(join(tmpdir(), 'farthing-import-'))
})
afterEach(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const one = (sql: string): unknown => bench.workspace.db.prepare(sql).pluck().get()

/** The code of the failure with which a call ends: the service throws what its workers refuse, dispatch makes replies of it. */
async function refusal(call: Promise<Result<unknown>>): Promise<string> {
  try {
    const result = await call
    return result.ok ? 'accepted' : result.failure.code
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error)
  }
}

test('a file that is no table is refused at once, by the preview as by the import', async () => {
  const files = {
    'empty.csv': '',
    'nought.csv': 'date,text,amount\n2024-01-01,a\u0000b,1.00\n',
    'cut.csv.gz': Buffer.from('1f8b080000000000', 'hex'),
  }
  for (const [name, content] of Object.entries(files)) {
    const path = file(name, content)
    expect([name, await refusal(bench.preview(path))]).toEqual([name, 'import-refused'])
    expect([name, await refusal(bench.commit(path))]).toEqual([name, 'import-refused'])
  }
  expect(one('SELECT count(*) FROM batch')).toBe(0)
}, 20_000)
