import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import type { ReportDefinition, ReportFormat } from '../../../shared/report/definition.ts'
import { ReportDefinitionSchema } from '../../../shared/report/definition.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import type { Figure } from '../../../shared/report/figure.ts'
import { createTestApp, type TestApp } from '../../testing.ts'

/** A year of a household: three categories, a payee with the longest name, one whose name is a formula, and one in Greek. */
const LONG =
  'The Worshipful Company of Very Long Names and Longer Addresses of the Parish of Saint Mary Overie (Holdings) plc'
const EVIL = '=HYPERLINK("http://x","y")'
const PAYEES = [LONG, EVIL, 'Ταβέρνα', '@SUM(A1)', 'Corner <b>Shop</b> & Sons']

let farthing: TestApp
let folder: string

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

const ok: <N extends Parameters<TestApp['call']>[0]>(name: N, input: never) => Promise<Output<N>> = (async (
  name: Parameters<TestApp['call']>[0],
  input: never,
) => {
  const reply = await farthing.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`)
  return reply.value
}) as never

const call = <N extends Parameters<TestApp['call']>[0]>(name: N, input: unknown): Promise<Output<N>> =>
  ok(name, input as never)

const definition = (more: object): ReportDefinition =>
  ReportDefinitionSchema.parse({
    name: 'Year',
    parameters: { period: '2023' },
    sections: [{ id: 'k', kind: 'kpis' }],
    ...more,
  })

async function make(
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

const HALF = { period: '2023-07-01..2023-12-31', comparison: 'previous-period' }
const EVERYTHING = definition({
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

describe('figures', () => {
  test('each one of a query is what the engine says of its own filters, and tables add up', async () => {
    const { bytes } = await make(EVERYTHING, 'json')
    const report = JSON.parse(bytes.toString()) as {
      figures: Figure[]
      sections: {
        id: string
        blocks: {
          kind: string
          columns?: { key: string; sum?: boolean }[]
          rows?: unknown[][]
          totals?: unknown[]
        }[]
      }[]
    }
    const queries = report.figures.filter(figure => 'query' in figure)
    expect(queries.length).toBeGreaterThan(40)
    for (const figure of queries) {
      const { filters, measure, negate } = figure.query
      // oxlint-disable-next-line no-await-in-loop -- one worker answers them
      const { totals } = await call('explore.query', { query: { measures: [measure], filters } })
      const [value] = Object.values(totals)
      const turned = negate ? -BigInt(value ?? 0) : BigInt(value ?? 0)
      expect(toDecimal(turned, figure.unit === 'count' ? 0 : exponentOf(figure.unit)), figure.label).toBe(
        figure.value,
      )
    }
    let checked = 0
    for (const { rows, totals, columns } of report.sections.flatMap(one =>
      one.blocks.filter(block => block.kind === 'table'),
    ))
      for (const [c, column] of (columns ?? []).entries()) {
        if (!column.sum || !totals) continue
        const amount = (cell: unknown): bigint => BigInt((cell as { value: string }).value.replace('.', ''))
        expect(
          (rows ?? []).reduce((sum, row) => sum + amount(row[c]), 0n),
          column.key,
        ).toBe(amount(totals[c]))
        checked += 1
      }
    expect(checked).toBeGreaterThan(10)
  })
})

describe('PDF', () => {
  test('is tagged, bookmarked, in its language, with embedded fonts, and has as many pages as it says', async () => {
    const { bytes, made } = await make(
      definition({ ...EVERYTHING, parameters: { ...HALF, language: 'de' } }),
      'pdf',
    )
    const text = bytes.toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toMatch(/\/Lang \(de\)/)
    expect(text).toContain('/DisplayDocTitle true')
    expect(text).toMatch(/\/MarkInfo/)
    expect(text).toMatch(/\/StructTreeRoot/)
    expect(text).toMatch(/\/Outlines/)
    expect([...text.matchAll(/\/FontFile2 /g)].length).toBe(4)
    expect(text).not.toMatch(/\/BaseFont \/Helvetica/)
    expect([...text.matchAll(/\/Type \/Page\b(?!s)/g)].length).toBe(made.pages)
    for (const kind of ['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure', 'Sect'])
      expect(text, kind).toContain(`/S /${kind}\n`)
    expect([...text.matchAll(/\/S \/Figure\n/g)].length).toBe([...text.matchAll(/\/Alt /g)].length)
    // Charts are vectors: no picture of pixels.
    expect(text).not.toMatch(/\/Subtype \/Image/)
    expect(balanced(bytes)).toBe(true)
  })

  test('a table of 10,000 rows comes out whole, each row once, with its header on every page', async () => {
    const { drawTable } = await import('./render/pdf/table.ts')
    const { Paper } = await import('./render/pdf/paper.ts')
    const { formatsOf } = await import('./format.ts')
    const paper = new Paper({ title: 't', language: 'en', madeAt: '2024-01-01T00:00:00Z' }, () => undefined)
    const printed: string[] = []
    const line = paper.line.bind(paper)
    paper.line = (words, x, y, ink) => {
      printed.push(words)
      expect(y).toBeLessThan(paper.bottom + 2)
      line(words, x, y, ink)
    }
    const rows = Array.from({ length: 10_000 }, (_, i) => [
      { kind: 'text' as const, text: i === 5000 ? `${LONG} `.repeat(90) : `row ${i}` },
      { kind: 'money' as const, value: i, currency: 'GBP' },
    ])
    drawTable(paper, paper.root, {
      title: 'Rows',
      columns: [
        { key: 'a', label: 'Name', kind: 'text', fixed: true },
        { key: 'b', label: 'Amount', kind: 'money' },
      ],
      rows: () => rows,
      words: { continued: title => title, group: title => title, figure: n => String(n) },
      formats: formatsOf('en', 'symbol', 1),
      number: () => undefined,
      tick: () => undefined,
    })
    const names = printed.filter(words => words.startsWith('row '))
    expect(names).toEqual(rows.flatMap((row, i) => (i === 5000 ? [] : [(row[0] as { text: string }).text])))
    expect(printed.filter(words => words === 'Amount')).toHaveLength(paper.pages)
    // The longest name, ninety times, is a cell longer than a page: every word of it is there.
    const words = printed.join(' ')
    expect(words.match(/Overie/g)).toHaveLength(90)
  })

  test('a wide table is broken into groups of columns, each with the names again', async () => {
    const { place, Wants } = await import('./render/pdf/columns.ts')
    const { Paper } = await import('./render/pdf/paper.ts')
    const { formatsOf } = await import('./format.ts')
    const paper = new Paper({ title: 't', language: 'en', madeAt: '2024-01-01T00:00:00Z' }, () => undefined)
    const columns = [
      { key: 'n', label: 'Name', kind: 'text' as const, fixed: true },
      ...Array.from({ length: 40 }, (_, i) => ({
        key: `c${i}`,
        label: `Column ${i}`,
        kind: 'money' as const,
      })),
    ]
    const wants = new Wants(columns, paper, formatsOf('en', 'symbol', 1))
    wants.see(
      columns.map((_, i) =>
        i === 0
          ? { kind: 'text' as const, text: LONG }
          : { kind: 'money' as const, value: 123456789012, currency: 'GBP' },
      ),
    )
    const groups = place(wants.all(), paper.inner)
    expect(groups.length).toBeGreaterThan(3)
    expect(groups.flatMap(group => group.slice(1).map(one => one.column.key))).toEqual(
      columns.slice(1).map(one => one.key),
    )
    for (const group of groups) {
      expect(group[0]?.column.key).toBe('n')
      const last = group.at(-1)
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(paper.inner)
    }
  })
})

describe('workbook', () => {
  test('has typed cells, formulas whose values are right, frozen headers, pictures, and no formula out of the data', async () => {
    const { bytes, made } = await make(EVERYTHING, 'xlsx')
    const book = await readXlsx(new Uint8Array(bytes))
    const formulas = book.sheets.flatMap(sheet =>
      [...(sheet.cells ?? new Map()).values()].filter(cell => cell.formula !== undefined),
    )
    expect(formulas.length).toBeGreaterThan(30)
    for (const { formula } of formulas)
      expect(formula).toMatch(
        /^(SUM\([^"]*\)|[A-Z]+\d+[-/]\$?[A-Z]+\$?\d+|\([A-Z]+\d+-[A-Z]+\d+\)\/ABS\([A-Z]+\d+\))$/,
      )
    const entries = book.sheets.find(sheet => sheet.name === 'Entries')
    expect(entries?.rows).toHaveLength(made.rows + 1)
    expect(entries?.rows.some(row => row.includes(EVIL))).toBe(true)
    expect(entries?.rows.some(row => row.includes(LONG))).toBe(true)
    const base = entries?.rows[0]?.indexOf('Amount, GBP') ?? -1
    const cents = (entries?.rows.slice(1) ?? []).reduce(
      (sum, row) => sum + Math.round(Number(row[base]) * 100),
      0,
    )
    const { totals } = await call('explore.query', {
      query: { measures: [{ op: 'sum' }], filters: { from: made.from, to: made.to } },
    })
    expect(cents).toBe(Number(totals['sum(amount)']))
    expect(entries?.freezePane?.rows).toBe(1)
    expect(book.sheets.filter(sheet => (sheet.images?.length ?? 0) > 0).length).toBeGreaterThan(8)
    expect(book.sheets.find(sheet => sheet.name === 'Figures')?.rows.length).toBeGreaterThan(80)
  })

  test('entries beyond a sheet’s rows go on on the next one, and it is said', async () => {
    const { renderXlsx } = await import('./render/xlsx/workbook.ts')
    const { outlinesOf } = await import('./render/pdf/outlines.ts')
    const { Paper } = await import('./render/pdf/paper.ts')
    const paper = new Paper({ title: '', language: 'en', madeAt: '2024-01-01T00:00:00Z' }, () => undefined)
    const file = join(folder, 'rows')
    writeFileSync(
      file,
      Array.from({ length: 25 }, (_, i) => `${JSON.stringify([i + 1, '2024-01-01', `${i}.10`])}\n`).join(''),
    )
    const chunks: Uint8Array[] = []
    const { notes } = await renderXlsx(
      {
        title: 'R',
        period: 'P',
        workspace: 'W',
        language: 'en',
        locale: 'en-GB',
        currency: 'GBP',
        currencyDisplay: 'symbol',
        madeAt: '2024-01-01T00:00:00.000Z',
        revision: 1,
        from: '',
        to: '',
        parameters: [],
        figures: [],
        sections: [
          {
            id: 'd',
            kind: 'data',
            title: 'Rows',
            blocks: [
              {
                kind: 'data',
                rows: 25,
                pages: 10,
                file,
                sums: { m: { value: '302.50' } },
                columns: [
                  { key: 'i', label: 'I', kind: 'count' },
                  { key: 'd', label: 'D', kind: 'date' },
                  { key: 'm', label: 'M', kind: 'money', sum: true },
                ],
              },
            ],
          },
        ],
      },
      chunk => void chunks.push(chunk),
      { measure: paper.measure, outlines: outlinesOf(paper), tick: () => undefined, sheetRows: 11 },
    )
    expect(notes).toEqual(['25 entries are more than a sheet holds; they stand on 3 sheets.'])
    const book = await readXlsx(new Uint8Array(Buffer.concat(chunks)))
    const parts = book.sheets.filter(sheet => sheet.name.startsWith('Rows'))
    expect(parts.map(sheet => sheet.rows.length)).toEqual([11, 11, 6])
    expect(parts.flatMap(sheet => sheet.rows.slice(1).map(row => row[0]))).toEqual(
      Array.from({ length: 25 }, (_, i) => i + 1),
    )
  })
})

describe('text formats', () => {
  test('CSV has no live formula and the same amounts', async () => {
    const { bytes } = await make(EVERYTHING, 'csv')
    const text = bytes.toString()
    expect(text).toContain(`'=HYPERLINK`)
    expect(text).toContain("'@SUM(A1)")
    for (const line of text.split('\r\n'))
      for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=@]/)
  })

  test('HTML is one page with a policy, without script, and shows hostile names as text', async () => {
    const { bytes } = await make(EVERYTHING, 'html')
    const page = bytes.toString()
    expect(page).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/,
    )
    expect(page).not.toMatch(/<script|<b>Shop| style="|src=|@import|url\(/)
    expect(page).toContain('Corner &lt;b&gt;Shop&lt;/b&gt; &amp; Sons')
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect([...page.matchAll(/<svg /g)]).toHaveLength(10)
  })
})

describe('saved reports', () => {
  test('are kept, changed, duplicated under a free name and removed; files made of them stay in the history', async () => {
    const report = definition({ name: 'Mine' })
    const { id } = await call('reports.save', { report })
    await call('reports.save', { id, report: { ...report, name: 'Ours' } })
    expect((await call('reports.duplicate', { id })).report.name).toBe('Ours (2)')
    const made = await call('reports.make', { which: { id }, format: 'csv' })
    expect(await call('reports.runs', { report: id })).toMatchObject([
      { name: 'Ours', format: 'csv', sha256: made.sha256 },
    ])
    const left = await call('reports.remove', { id })
    expect(left.map(one => one.report.name)).toEqual(['Ours (2)'])
    expect((await call('reports.runs', {})).find(run => run.id === made.run)?.report).toBeNull()
  })

  test('are put into a folder without replacing what is there', async () => {
    const { id } = await call('reports.save', { report: definition({ name: 'To/folder' }) })
    const paths = [
      await call('reports.deliver', { id, format: 'json', folder }),
      await call('reports.deliver', { id, format: 'json', folder }),
    ]
    expect(paths.map(one => one.path)).toEqual([
      join(folder, 'To folder 2023.json'),
      join(folder, 'To folder 2023 (2).json'),
    ])
    const missing = await farthing.call('reports.deliver', {
      id,
      format: 'json',
      folder: join(folder, 'none'),
    })
    expect(missing).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  })

  test('a cancel leaves no file', async () => {
    const stop = new AbortController()
    stop.abort()
    const reply = await farthing.call(
      'reports.make',
      { which: { report: definition({}) }, format: 'pdf' },
      { signal: stop.signal },
    )
    expect(reply).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  })

  test('a section that cannot be made says why, and the others are there', async () => {
    const report = definition({
      sections: [
        { id: 'x', kind: 'table', by: 'no_such' },
        { id: 'k', kind: 'kpis' },
      ],
    })
    const { html } = await call('reports.preview', { report })
    expect(html).toContain('There is no dimension no_such')
    expect(html).toContain('class="tiles"')
  })
})

/** Marked content is opened and closed in turn on every page. */
function balanced(pdf: Buffer): boolean {
  const text = pdf.toString('latin1')
  for (const found of text.matchAll(/\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g)) {
    const start = found.index + found[0].length
    const bytes = inflateSync(pdf.subarray(start, start + Number(found[1]))).toString('latin1')
    if (!bytes.includes('BDC')) continue
    let depth = 0
    for (const [operator] of bytes.matchAll(/\b(BDC|BMC|EMC)\b/g)) {
      depth += operator === 'EMC' ? -1 : 1
      if (depth < 0) return false
    }
    if (depth !== 0) return false
  }
  return true
}
