import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AuditResult } from '../../../shared/data/audit-result.ts'
import { farthingIn } from './testing.ts'

vi.setConfig({ testTimeout: 180_000 })

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const farthing = (...args: string[]) => farthingIn(folder, args)

function table(...lines: string[]): string {
  const path = join(folder, 'T.csv')
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

async function audit(...args: string[]): Promise<AuditResult> {
  const { code, out, err } = await farthing('audit', ...args, '--json')
  expect(err).toBe('')
  expect(code).toBe(0)
  return JSON.parse(out) as AuditResult
}

test('amounts that nobody asked for stop no test and leave out no row; German columns are known; too much is said to be too much', async () => {
  const odd = table('amount,date,number', 'N/A,2025-03-01,1', ',2025-03-03,2', '5,2025-03-04,4')
  const gaps = await audit('gaps', '--table', odd, '--column', 'number')
  expect([gaps.population, gaps.exceptions.map(one => one.rows)]).toEqual([{ rows: 3, sum: null }, [[2, 3]]])
  const weekend = await audit('weekend', '--table', odd)
  expect(weekend.exceptions.map(one => one.statement)).toEqual([
    'An entry was posted on 2025-03-01, a Saturday.',
  ])
  const german = table(
    'Betrag;Datum;Lieferant',
    '"1.234,56";01.03.2025;Müller',
    '"1.234,56";02.03.2025;Müller',
  )
  expect((await audit('duplicates', '--table', german)).found).toBe(1)
  const large = table('amount', '99999999999999.99')
  const failed = await farthing('audit', 'stratify', '--table', large)
  expect(failed.err).toContain('counted to 2 decimal places, more than 90071992547409.91 cannot be')
})
