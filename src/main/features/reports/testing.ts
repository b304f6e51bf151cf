import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import {
  ReportDefinitionSchema,
  type ReportDefinition,
  type ReportFormat,
} from '../../../shared/report/definition.ts'
import { createTestApp, type TestApp } from '../../testing.ts'

/** A year of a household: three categories, a payee with the longest name, one whose name is a formula, and one in Greek. */
export const LONG =
  'The Worshipful Company of Very Long Names and Longer Addresses of the Parish of Saint Mary Overie (Holdings) plc'
export const EVIL = '=HYPERLINK("http://x","y")'
const PAYEES = [LONG, EVIL, 'Ταβέρνα', '@SUM(A1)', 'Corner <b>Shop</b> & Sons']

export let farthing: TestApp
export let folder: string

/** For a test file: a workspace of its own, open while it runs. */
export function useReports(): void {
  beforeAll(async () => {
    farthing = createTestApp()
    folder = mkdtempSync(join(tmpdir(), 'farthing-reports-'))
    const lines = ['Date,Amount,Payee,Category']
    for (let day = 0; day < 420; day += 1) {
      const date = new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10)
      const payee = (PAYEES[day % PAYEES.length] as string).replaceAll('"', '""')
      lines.push(
        `${date},-${10 + (day % 37)}.${String(day % 100).padStart(2, '0')},"${payee}",${['Food', 'Rent', 'Fun'][day % 3]}`,
      )
      if (date.endsWith('-28')) lines.push(`${date},2500.00,Employer,Salary`)
    }
    const path = join(folder, 'bank.csv')
    writeFileSync(path, `${lines.join('\n')}\n`)
    await call('workspace.create', {
      name: 'Test <home>',
      profile: 'personal',
      baseCurrency: 'GBP',
      fiscalStartMonth: 1,
      password: 'correct horse',
    })
    const { token } = farthing.app.files.add(path, 'bank.csv', readFileSync(path).length, false)
    await call('import.commit', { token })
  })

  afterAll(async () => {
    await farthing.close()
    rmSync(folder, { recursive: true })
  })
}

const ok: <N extends Parameters<TestApp['call']>[0]>(name: N, input: never) => Promise<Output<N>> = (async (
  name: Parameters<TestApp['call']>[0],
  input: never,
) => {
  const reply = await farthing.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`)
  return reply.value
}) as never

export const call = <N extends Parameters<TestApp['call']>[0]>(name: N, input: unknown): Promise<Output<N>> =>
  ok(name, input as never)

export const definition = (more: object): ReportDefinition =>
  ReportDefinitionSchema.parse({
    name: 'Year',
    parameters: { period: '2023' },
    sections: [{ id: 'k', kind: 'kpis' }],
    ...more,
  })

export async function make(
  report: ReportDefinition,
  format: ReportFormat,
): Promise<{ bytes: Buffer; made: Output<'reports.make'> }> {
  const made = await call('reports.make', { which: { report }, format })
  const pieces: Buffer[] = []
  for (let offset: number | null = 0; offset !== null;) {
    // oxlint-disable-next-line no-await-in-loop -- a file's pieces, in their order
    const piece: Output<'reports.piece'> = await call('reports.piece', { token: made.token, offset })
    pieces.push(Buffer.from(piece.base64, 'base64'))
    offset = piece.next
  }
  return { bytes: Buffer.concat(pieces), made }
}

export const HALF = { period: '2023-07-01..2023-12-31', comparison: 'previous-period' }
export const EVERYTHING = definition({
  parameters: HALF,
  sections: [
    { id: 'k', kind: 'kpis' },
    ...[
      'line',
      'bar',
      'income-expense',
      'ranking',
      'heatmap',
      'histogram',
      'box',
      'scatter',
      'waterfall',
    ].map(chart => ({ id: `c-${chart}`, kind: 'chart', chart })),
    { id: 't', kind: 'table', by: 'payee', top: 3 },
    { id: 'a', kind: 'table', by: 'category', across: { grain: 'month' } },
    { id: 'v', kind: 'variance' },
    { id: 'r', kind: 'root-cause' },
    { id: 'n', kind: 'notes', text: '=1+1 is a note\n\nand <script>alert(1)</script> another' },
    { id: 'd', kind: 'data' },
  ],
})
