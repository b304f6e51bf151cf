import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test, vi } from 'vitest'
import type { Figure } from '../../../../shared/report/figure.ts'
import type { Template } from '../../../../shared/report/definition.ts'
import { random } from '../../../engine/testing/random.ts'
import { createTestApp, type TestApp } from '../../../testing.ts'
import { companyLines, csv, householdLines, recomputed } from './testing/originals.ts'
import { printedFigures } from './testing/pdf.ts'
import { workbookCells } from './testing.ts'
import { companySample } from '../../workspace/samples/company/index.ts'

vi.setConfig({ testTimeout: 240_000 })

const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TAKEN = { household: 115, company: 75, csv: 10 } as const

test.for([
  ['household', 'household', '2025-03'],
  ['company', 'management', '2025-06'],
  ['csv', 'audit', '2025-02'],
] as const)(
  'figures of a made PDF and workbook of %s, recomputed from the original files alone, are what was printed',
  async ([kind, template, period]) => {
    const { figures, pdf, cells, lines, statements } = await reportOf(kind, template, period)
    // Every number of the PDF with a value is a link that leads to an id, and the index prints what stands there. A statement about a figure is none of its value.
    for (const { id, text, listed } of pdf)
      if (!statements.has(close(id + text))) expect([id, plain(text)]).toEqual([id, plain(listed)])
    const pick = random(TAKEN[kind])
    const rest = [...new Set(pdf.map(one => one.id))].filter(id => additive(id, figures)).toSorted()
    let checked = 0
    for (; checked < TAKEN[kind] && rest.length > 0; checked += 1) {
      const [id] = rest.splice(Math.floor(pick() * rest.length), 1) as [string]
      const figure = figures.get(id) as Figure
      const value = recomputed(figure, lines, figures)
      expect([figure.label, id, value]).toEqual([figure.label, id, figure.value])
      for (const one of pdf.filter(printed => printed.id === id))
        expect([figure.label, id, plain(one.text)]).toEqual([figure.label, id, value])
      if (cells.has(id))
        expect([figure.label, id, same(cells.get(id) ?? '', figure)]).toEqual([figure.label, id, true])
    }
    expect(checked).toBe(TAKEN[kind])
    // Entries of findings lead to their rows, too.
    if (kind !== 'company')
      expect([...figures.values()].some(one => 'query' in one && one.query.filters.entries)).toBe(true)
  },
)

/** Without the blanks that breaking into lines may have put there or taken. */
const close = (text: string): string => text.replaceAll(/\s/g, '')

/** Whether a figure's value can be had from rows: no statistic, and no part of it one. */
function additive(id: string, figures: ReadonlyMap<string, Figure>): boolean {
  const figure = figures.get(id)
  if (!figure || 'statistic' in figure || figure.value === null) return false
  return 'query' in figure || figure.derived.of.every(part => additive(part, figures))
}

/** The amount that a text ends with, without the currency and separators of English. */
const plain = (text: string): string =>
  (/[−-]?£?[\d,.]+%?$/.exec(text)?.[0] ?? '').replaceAll(/[£,%]/g, '').replace('−', '-')

/** The workbook's cell is a number: percentages as a ratio, amounts with as many places as they have. */
function same(cell: string, { value, unit }: Figure): boolean {
  const places = value?.split('.')[1]?.length ?? 0
  return (Number(cell) * (unit === 'percent' ? 100 : 1)).toFixed(places) === Number(value).toFixed(places)
}

const KINDS = ['kpis', 'table', 'variance']
/** Sections of findings, where they do not take long. */
const FINDINGS = ['anomalies', 'audit']

/** A report, made in three formats with its evidence: figures, what prints them, and the lines of the source files. */
async function reportOf(kind: 'household' | 'company' | 'csv', template: Template, period: string) {
  const app = createTestApp()
  try {
    await filled(app, kind)
    const templates = await app.call('reports.templates', {})
    const report = templates.ok ? templates.value.find(one => one.template === template)?.report : undefined
    if (!report) throw new Error('no template')
    const sections = report.sections.filter(section =>
      (kind === 'company' ? KINDS : [...KINDS, ...FINDINGS]).includes(section.kind),
    )
    const parameters = { ...report.parameters, period }
    const made = await app.call('reports.makeEvidence', {
      which: { report: { ...report, parameters, sections } },
      formats: ['json', 'pdf', 'xlsx'],
    })
    if (!made.ok) throw new Error(made.failure.message)
    const pack = unzipSync(readFileSync(app.app.files.path(made.value.token)?.path ?? ''))
    const member = (ending: RegExp): [string, Uint8Array][] =>
      Object.entries(pack).filter(([name]) => ending.test(name))
    const [json, xlsx, pdf] = [/^report\/.*\d.*\.json$/, /^report\/.*\.xlsx$/, /^report\/.*\.pdf$/].map(
      ending => member(ending)[0]?.[1] as Uint8Array,
    )
    const parsed = JSON.parse(strFromU8(json as Uint8Array)) as {
      figures: Figure[]
      sections: { blocks: { rows?: ({ kind?: string; figure?: string; text?: string } | string)[][] }[] }[]
    }
    const { figures } = parsed
    const stated = parsed.sections
      .flatMap(section => section.blocks)
      .flatMap(block => block.rows ?? [])
      .flat()
      .flatMap(cell =>
        typeof cell === 'object' && cell?.kind === 'text' ? [`${cell.figure}${cell.text}`] : [],
      )
    const read = kind === 'company' ? companyLines : householdLines
    const files = new Map(member(/^sources\//).map(([name, bytes]) => [name, read(strFromU8(bytes))]))
    // Ids are the program's own: entries.csv says which line of which file has which.
    for (const { id = '', source = '', line = '' } of csv(strFromU8(pack['entries.csv'] as Uint8Array))) {
      const own = files.get(source)?.[Number(line) - 2]
      if (own) own.id = Number(id)
    }
    return {
      figures: new Map(figures.map(figure => [figure.id, figure])),
      statements: new Set(stated.map(close)),
      pdf: printedFigures(Buffer.from(pdf as Uint8Array)),
      cells: workbookCells(xlsx as Uint8Array),
      lines: [...files.values()].flat(),
    }
  } finally {
    await app.close()
  }
}

async function filled(app: TestApp, kind: 'household' | 'company' | 'csv'): Promise<void> {
  const password = 'a long enough password'
  if (kind === 'company') return someMonths(app)
  if (kind !== 'csv') {
    const made = await app.call('workspace.sample', {
      kind,
      path: join(folder, `${kind}.farthing`),
      password,
    })
    if (!made.ok) throw new Error(made.failure.message)
    app.session.role = 'admin'
    return
  }
  await app.call('workspace.create', { name: 'Home', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 1, password }) // prettier-ignore
  app.session.role = 'admin'
  const next = random(3)
  const names = ['Corner shop', '"Bell, Sons"', 'Café Zoë', '=Odd Ltd', 'Work']
  const rows = Array.from({ length: 400 }, (_, i) => {
    const day = `2025-0${1 + (i % 3)}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`
    const amount = `${next() < 0.1 ? '' : '-'}${Math.floor(next() * 900)}.${String(Math.floor(next() * 100)).padStart(2, '0')}`
    return `${day},Current,${names[i % 5]},${['Food', 'Rent', 'Transfer', 'Fun', ''][Math.floor(next() * 5)]},text ${i},${amount},GBP,0.00`
  })
  const path = join(folder, 'own.csv')
  const text = ['Date,Account,Payee,Category,Description,Amount,Currency,Balance', ...rows, ''].join('\r\n')
  writeFileSync(path, text)
  const { token } = app.app.files.add(path, 'own.csv', Buffer.byteLength(text), false)
  expect(await app.call('import.commit', { token, profile: 'personal' })).toMatchObject({ ok: true })
}

/** The sample company's own files, of the months that the report is about: all three years would take ten times as long. */
async function someMonths(app: TestApp): Promise<void> {
  await app.call('workspace.create', { name: 'Company', profile: 'ledger', baseCurrency: 'GBP', fiscalStartMonth: 4, password: 'a long enough password' }) // prettier-ignore
  app.session.role = 'admin'
  for (const { name, csv: text } of companySample().files) {
    const [header = '', ...lines] = text.split('\r\n')
    const own = lines.filter(line => /\b(2024-06|2025-0[4-6])-\d\d\b/.test(line))
    if (own.length === 0) continue
    const path = join(folder, name)
    const short = [header, ...own, ''].join('\r\n')
    writeFileSync(path, short)
    const { token } = app.app.files.add(path, name, Buffer.byteLength(short), false)
    // oxlint-disable-next-line no-await-in-loop -- one file after another
    expect(await app.call('import.commit', { token, profile: 'ledger' })).toMatchObject({ ok: true })
  }
}
