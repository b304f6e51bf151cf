import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../../testing.ts'

const NAME = 'Anna Canary-Weber'

let farthing: TestApp
beforeAll(() => {
  farthing = createTestApp(memorySecrets())
})
afterAll(() => farthing.close())

async function call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await farthing.call(method, input)
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value as Output<M>
}

test('a person who was erased since changes no figure of a report, and a change of their entries is still found', async () => {
  await call('workspace.create', {
    name: 'Erased',
    profile: 'personal',
    baseCurrency: 'GBP',
    fiscalStartMonth: 1,
    password: 'a long enough password',
  })
  const path = join(farthing.folder, 'bank.csv')
  writeFileSync(
    path,
    `Date,Payee,Description,Amount
2024-01-05,${NAME},Rent to ${NAME},-500.00
2024-02-05,${NAME},Rent,-450.00
2024-02-10,Tesco,Groceries for ${NAME},-42.10
2024-03-01,Bert Smith,Gift,-20.00
`,
  )
  await call('import.commit', {
    token: farthing.app.files.add(path, 'bank.csv', 1, false).token,
    answers: {},
  })
  const made = await call('reports.make', {
    which: {
      report: {
        name: `Paid to ${NAME}`,
        template: 'own',
        parameters: { period: '2024', filters: { members: { payee: [NAME] } } },
        sections: [
          { id: 'p', kind: 'table', by: 'payee' },
          { id: 'k', kind: 'kpis' },
        ],
      },
    },
    format: 'json',
  } as never)
  const run = made.run ?? 0
  const { people } = await call('privacy.report', {})
  const payee = people.find(one => one.name === NAME)?.payee ?? 0
  const before = await call('reports.compare', { run })
  expect(before).toMatchObject({ figures: [], causes: [] })
  expect(before.unchanged).toBeGreaterThan(2)

  await call('privacy.erase', { payee })
  const after = await call('reports.compare', { run })
  expect(after).toMatchObject({ figures: [], causes: [], unchanged: before.unchanged })
  expect(JSON.stringify(after)).not.toContain('Canary')

  // Their February rent leaves the ledger: it is found under the pseudonym, as £450 and by its cause.
  const { rows } = await call('ledger.page', { descending: false })
  const february = rows.find(row => row.date === '2024-02-05')
  await call('ledger.remove', { entries: { ids: [february?.id ?? 0] } } as never)
  const { figures } = await call('reports.compare', { run })
  const causes = figures.flatMap(one => one.causes)
  expect(new Set(causes.map(one => one.cause))).toEqual(new Set(['deletions']))
  expect(figures.map(one => one.difference?.replace('-', ''))).toContain('450.00')
})
