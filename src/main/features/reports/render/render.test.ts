import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { piecesOf } from '../figures/testing/pdf.ts'
import { call, definition, EVERYTHING, EVIL, folder, HALF, LONG, make, useReports } from '../testing.ts'

useReports()

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
    // Links are elements of the structure, each with its annotation, and say where they lead.
    const annotations = text.split('endobj').filter(object => object.includes('/Subtype /Link\n'))
    expect(annotations.length).toBeGreaterThan(100)
    expect([...text.matchAll(/\/S \/Link\n/g)]).toHaveLength(annotations.length)
    for (const rest of annotations) {
      expect(rest).toMatch(/\/StructParent \d+/)
      expect(rest).toMatch(/\/Contents \(.+\)/)
    }
    // Page numbers and the repeated heads of tables say nothing to a reader by structure; all words can be taken out again.
    const pieces = piecesOf(bytes)
    const words = pieces.map(piece => piece.texts.join(' ')).join('\n')
    for (let page = 1; page <= (made.pages ?? 0); page += 1)
      expect(words).toContain(`Seite ${page} von ${made.pages}`)
    expect(
      pieces.filter(piece => piece.tag !== 'Artifact').map(piece => piece.texts.join(' ')),
    ).not.toContain(`Seite 1 von ${made.pages}`)
    // German all through: no word of the English report is left.
    expect(words).not.toMatch(/\b(Spending|Expenditure|Total|Before|Change|Budget and actual|others)\b/)
    // Charts are vectors: no picture of pixels.
    expect(text).not.toMatch(/\/Subtype \/Image/)
    expect(balanced(bytes)).toBe(true)
  })

  test('a table of 10,000 rows comes out whole, each row once, with its header on every page', async () => {
    const { drawTable } = await import('./pdf/table.ts')
    const { Paper } = await import('./pdf/paper.ts')
    const { formatsOf } = await import('../format.ts')
    const paper = new Paper({ title: 't', language: 'en', madeAt: '2024-01-01T00:00:00Z' }, () => undefined)
    const printed: string[] = []
    const line = paper.line.bind(paper)
    let over = 0
    paper.line = (words, x, y, ink) => {
      printed.push(words)
      over += y < paper.bottom + 2 ? 0 : 1
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
    expect(over).toBe(0)
    const names = printed.filter(words => words.startsWith('row '))
    expect(names).toEqual(rows.flatMap((row, i) => (i === 5000 ? [] : [(row[0] as { text: string }).text])))
    expect(printed.filter(words => words === 'Amount')).toHaveLength(paper.pages)
    // The longest name, ninety times, is a cell longer than a page: every word of it is there.
    const words = printed.join(' ')
    expect(words.match(/Overie/g)).toHaveLength(90)
  })

  test('a wide table is broken into groups of columns, each with the names again', async () => {
    const { place, Wants } = await import('./pdf/columns.ts')
    const { Paper } = await import('./pdf/paper.ts')
    const { formatsOf } = await import('../format.ts')
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
    const { renderXlsx } = await import('./xlsx/workbook.ts')
    const { outlinesOf } = await import('./pdf/outlines.ts')
    const { Paper } = await import('./pdf/paper.ts')
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
