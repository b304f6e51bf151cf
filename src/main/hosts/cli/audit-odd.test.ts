import { expect, test, vi } from 'vitest'
import type { AuditResult } from '../../../shared/data/audit-result.ts'
import { inFolder } from './testing.ts'

vi.setConfig({ testTimeout: 180_000 })

const { farthing, table, answer } = inFolder()
const audit = async (...args: string[]): Promise<AuditResult> =>
  (await answer('audit', ...args)) as AuditResult

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
