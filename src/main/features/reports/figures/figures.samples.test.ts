import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test, vi } from 'vitest'
import type { Filters } from '../../../../shared/query/query.ts'
import type { Figure } from '../../../../shared/report/figure.ts'
import type { Template } from '../../../../shared/report/definition.ts'
import { random } from '../../../engine/testing/random.ts'
import { createTestApp, type TestApp } from '../../../testing.ts'
import { printedFigures } from './testing/pdf.ts'
import { workbookCells } from './testing.ts'
import { companySample } from '../../workspace/samples/company/index.ts'
import { householdSample } from '../../workspace/samples/household/index.ts'

vi.setConfig({ testTimeout: 240_000 })

const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A line of an original file, as this test reads it: nothing of the importer or the engine is used from here on. */
interface Line {
  date: string
  /** Hundredths of the base currency. */
  base: bigint
  keys: Record<string, string>
  id?: number
}

const TAKEN = { household: 115, company: 75, csv: 10 } as const

test.for([
  ['household', 'household', '2025-03'],
  ['company', 'management', '2025-06'],
  ['csv', 'audit', '2025-02'],
] as const)(
  'figures of a made PDF and workbook of %s, recomputed from the original files alone, are what was printed',
  async ([kind, template, period]) => {
    const { figures, pdf, cells, lines } = await reportOf(kind, template, period)
    // Every number of the PDF with a value is a link that leads to an id, and the index prints what stands there.
    for (const { id, text, listed } of pdf) expect([id, plain(text)]).toEqual([id, plain(listed)])
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
    const { figures } = JSON.parse(strFromU8(json as Uint8Array)) as { figures: Figure[] }
    const read = kind === 'company' ? companyLines : householdLines
    const files = new Map(member(/^sources\//).map(([name, bytes]) => [name, read(strFromU8(bytes))]))
    // Ids are the program's own: entries.csv says which line of which file has which.
    for (const { id = '', source = '', line = '' } of csv(strFromU8(pack['entries.csv'] as Uint8Array))) {
      const own = files.get(source)?.[Number(line) - 2]
      if (own) own.id = Number(id)
    }
    return {
      figures: new Map(figures.map(figure => [figure.id, figure])),
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

/** Records of a CSV file (RFC 4180), by its header. */
function csv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] as string
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[i + 1] === '"') [cell, i] = [`${cell}"`, i + 1]
      else quoted = false
    } else if (char === '"') quoted = true
    else if (char === ',' || char === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (char === '\n') rows.push([])
    } else if (char !== '\r') cell += char
  }
  const [header = [], ...records] = rows.filter(row => row.length > 0)
  return records.map(record => Object.fromEntries(header.map((name, i) => [name, record[i] ?? ''])))
}

const hundredths = (text: string): bigint => {
  const [whole = '0', places = ''] = text.split('.')
  return BigInt(whole + places.padEnd(2, '0'))
}

/** Euros for a pound by month, as the household's generator made them up: they are in no file. */
const RATES = new Map(
  householdSample().rates.map(({ day, rate }) => [
    new Date(day * 86_400_000).toISOString().slice(0, 7),
    rate,
  ]),
)

function householdLines(text: string): Line[] {
  return csv(text).map(row => {
    const amount = hundredths(row['Amount'] ?? '')
    const category = row['Category'] ?? ''
    const transfer = /^transfers?\b/i.test(category)
    return {
      date: row['Date'] ?? '',
      base: row['Currency'] === 'GBP' ? amount : inPounds(amount, (row['Date'] ?? '').slice(0, 7)),
      keys: {
        account: row['Account'] ?? '',
        payee: row['Payee'] ?? '',
        category,
        currency: row['Currency'] ?? '',
        flow: transfer ? 'transfer' : amount > 0n ? 'income' : 'expense',
        scenario: '',
      },
    }
  })
}

function inPounds(amount: bigint, month: string): bigint {
  const rate = RATES.get(month)
  if (!rate) throw new Error(`no rate for ${month}`)
  const [whole = '', places = ''] = rate.split('.')
  const [over, under] = [amount * 10n ** BigInt(places.length), BigInt(whole + places)]
  const size = ((over < 0n ? -over : over) * 2n + under) / (2n * under)
  return over < 0n ? -size : size
}

function companyLines(text: string): Line[] {
  return csv(text).map(row => {
    const size = hundredths(row['value'] ?? '')
    const type = row['account_type'] ?? ''
    const cell = (name: string): string => row[name] ?? ''
    return {
      date: cell('posting_date'),
      base: cell('debit_credit_ind') === 'H' ? -size : size,
      keys: {
        account: cell('general_ledger_account_number'),
        cost_centre: cell('cost_center_id'),
        payee: cell('supplier'),
        directorate: cell('directorate'),
        flow: type === 'revenue' ? 'income' : type === 'expense' ? 'expense' : 'balance',
        scenario: cell('scenario'),
        account_level_1: cell('level_1'),
        account_level_2: cell('level_2'),
      },
    }
  })
}

/** A figure out of the lines, by its definition. Fails on anything that it does not know. */
function recomputed(
  figure: Figure,
  lines: readonly Line[],
  figures: ReadonlyMap<string, Figure>,
): string | null {
  if ('query' in figure) {
    const { filters, measure, negate } = figure.query
    const own = lines.filter(line => passes(line, filters))
    if (measure.op === 'count') return String(own.length)
    if (measure.op !== 'sum' || measure.of !== 'amount' || measure.abs)
      throw new Error(`a ${measure.op} is not read here`)
    const sum = own.reduce((all, line) => all + line.base, 0n)
    return money(negate ? -sum : sum)
  }
  if (!('derived' in figure)) throw new Error('a statistic has no rows')
  const parts = figure.derived.of.map(id => recomputed(figures.get(id) as Figure, lines, figures))
  if (parts.includes(null)) return null
  const unit = figures.get(figure.derived.of[0] as string)?.unit
  const [a = 0n, b = 0n, ...more] = parts.map(part =>
    unit === 'count' ? BigInt(part ?? '') : hundredths(part ?? ''),
  )
  const write = unit === 'count' ? String : money
  const { how, by = 1, places = 1 } = figure.derived
  if (how === 'sum') return write(more.reduce((all, one) => all + one, a + b))
  if (how === 'difference') return write(a - b)
  if (how === 'per') return write(rounded(a, BigInt(by)))
  const over = how === 'change' ? (a - b) * 100n : a * 100n
  const under = how === 'change' && b < 0n ? -b : b
  if (under === 0n || (how !== 'change' && how !== 'share')) return null
  const tenths = rounded(over * 10n ** BigInt(places), under)
  return (Number(tenths) / 10 ** places).toFixed(places)
}

function passes(line: Line, filters: Filters): boolean {
  const { from = '', to = '9', members = {}, notMembers = {}, entries, ...others } = filters
  if (Object.keys(others).length > 0)
    throw new Error(`filters that are not read here: ${JSON.stringify(others)}`)
  const has = ([id, keys]: [string, string[]]): boolean => {
    const key = line.keys[id]
    if (key === undefined) throw new Error(`the dimension ${id} is not read here`)
    return keys.includes(key)
  }
  return (
    line.date >= from &&
    line.date <= to &&
    (!entries || entries.includes(line.id ?? -1)) &&
    Object.entries(members).every(has) &&
    !Object.entries(notMembers).some(has)
  )
}

function rounded(over: bigint, under: bigint): bigint {
  const [n, d] = [over < 0n ? -over : over, under < 0n ? -under : under]
  const size = (2n * n + d) / (2n * d)
  return over < 0n !== under < 0n ? -size : size
}

function money(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(3, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
