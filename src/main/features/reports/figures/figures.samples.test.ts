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
import { workbookCells } from './testing.ts'
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
}

test('200 figures of made reports, recomputed from the original files alone, are what was printed', async () => {
  const printed: { figure: Figure; lines: Line[]; cell: string }[] = []
  for (const [kind, template, period, take] of [
    ['household', 'household', '2025-03', 80],
    ['company', 'management', '2025-06', 80],
    ['csv', 'household', '2025-02', 40],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one workspace after another
    const made = await reportOf(kind, template, period)
    const pick = random(take)
    const rest = [...made.cells.keys()].toSorted()
    for (let n = 0; n < take && rest.length > 0; n += 1) {
      const [id] = rest.splice(Math.floor(pick() * rest.length), 1) as [string]
      const figure = made.figures.get(id) as Figure
      printed.push({ figure, lines: made.lines, cell: made.cells.get(id) ?? '' })
    }
    for (const { figure, lines, cell } of printed.splice(0)) {
      const value = recomputed(figure, lines, made.figures)
      expect([figure.label, figure.id, value]).toEqual([figure.label, figure.id, figure.value])
      expect([figure.label, figure.id, same(cell, figure)]).toEqual([figure.label, figure.id, true])
      checked += 1
    }
  }
  expect(checked).toBe(200)
})
let checked = 0

/** The workbook's cell is a number: percentages as a ratio, amounts with as many places as they have. */
function same(cell: string, { value, unit }: Figure): boolean {
  const places = value?.split('.')[1]?.length ?? 0
  return (Number(cell) * (unit === 'percent' ? 100 : 1)).toFixed(places) === Number(value).toFixed(places)
}

/** A report, made as JSON and as a workbook with its evidence: figures, the cells that print them, and the lines of the source files. */
async function reportOf(kind: 'household' | 'company' | 'csv', template: Template, period: string) {
  const app = createTestApp()
  try {
    await filled(app, kind)
    const templates = await app.call('reports.templates', {})
    const report = templates.ok ? templates.value.find(one => one.template === template)?.report : undefined
    if (!report) throw new Error('no template')
    const sections = report.sections.filter(section => ['kpis', 'table', 'variance'].includes(section.kind))
    const parameters = { ...report.parameters, period }
    const made = await app.call('reports.makeEvidence', {
      which: { report: { ...report, parameters, sections } },
      formats: ['json', 'xlsx'],
    })
    if (!made.ok) throw new Error(made.failure.message)
    const pack = unzipSync(readFileSync(app.app.files.path(made.value.token)?.path ?? ''))
    const member = (ending: RegExp): [string, Uint8Array][] =>
      Object.entries(pack).filter(([name]) => ending.test(name))
    const [json, xlsx] = [member(/^report\/.*\d.*\.json$/)[0], member(/^report\/.*\.xlsx$/)[0]]
    const { figures } = JSON.parse(strFromU8(json?.[1] as Uint8Array)) as { figures: Figure[] }
    const files = member(/^sources\//).map(([, bytes]) => strFromU8(bytes))
    return {
      figures: new Map(figures.map(figure => [figure.id, figure])),
      cells: workbookCells(xlsx?.[1] as Uint8Array),
      lines: files.flatMap(kind === 'company' ? companyLines : householdLines),
    }
  } finally {
    await app.close()
  }
}

async function filled(app: TestApp, kind: 'household' | 'company' | 'csv'): Promise<void> {
  const password = 'a long enough password'
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
  const { from = '', to = '9', members = {}, notMembers = {}, ...others } = filters
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
