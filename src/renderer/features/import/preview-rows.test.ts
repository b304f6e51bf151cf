import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PreviewFile, PreviewRow, Problem } from '../../../shared/contract/import.ts'
import { addsUp, countsWith, fieldOfProblem, previewDimensions, previewLines } from './preview-rows.ts'

const row = (
  line: number,
  outcome: PreviewRow['outcome'] = 'load',
  members: Record<string, string> = {},
): PreviewRow => ({
  line,
  outcome,
  members,
  source: [],
})
const badDate: Problem = {
  line: 48_216,
  column: 'Posting date',
  value: '31.13.2025',
  code: 'bad-date',
  message: 'Posting date is not a day: month 13.',
  severity: 'rejected',
}
const file = (rows: PreviewRow[], problems: Problem[] = []): PreviewFile => ({
  token: 't',
  name: 'gl.csv',
  bytes: 1,
  sha256: 'ab',
  format: 'csv',
  columns: [
    { name: 'Document', samples: [], blank: 0, distinct: 9 },
    { name: 'Posting date', samples: [], blank: 0, distinct: 9 },
  ],
  mapping: {
    version: 1,
    name: 'SAP extract',
    profile: 'ledger',
    shape: [],
    encoding: 'windows-1252',
    delimiter: ';',
    skipLines: 0,
    hasHeader: true,
    fields: [
      { column: 0, field: 'document' },
      { column: 1, field: 'date' },
    ],
    currency: 'GBP',
  },
  mappingOrigin: 'recognised',
  questions: [],
  counts: { read: 0, loaded: 0, duplicate: 0, rejected: 0, ignored: 0 },
  sums: {},
  controls: [],
  possible: 0,
  rows,
  problems,
  problemCount: problems.length,
})
const shown = (lines: ReturnType<typeof previewLines>): number[] =>
  lines.flatMap(line => (line.kind === 'row' ? [line.row.line] : []))

describe('the preview', () => {
  const rows = [
    row(2),
    row(3),
    row(48_214),
    row(48_215),
    row(48_216, 'rejected'),
    row(48_217),
    row(48_219, 'duplicate'),
  ]

  test('problems are shown with their neighbours, not with rows from elsewhere in the file', () => {
    const lines = previewLines(file(rows, [badDate]), 'problems')
    expect(shown(lines)).toEqual([48_214, 48_215, 48_216, 48_217, 48_219])
    expect(lines[2]).toMatchObject({ kind: 'row', problems: [badDate] })
  })

  test('all rows name the lines that are left out', () => {
    const lines = previewLines(file(rows, [badDate]), 'all')
    expect(lines.filter(line => line.kind === 'gap')).toEqual([
      { kind: 'gap', from: 4, to: 48_213 },
      { kind: 'gap', from: 48_218, to: 48_218 },
    ])
  })

  test('duplicates alone', () => {
    expect(shown(previewLines(file(rows), 'duplicates'))).toEqual([48_219])
    expect(shown(previewLines(file(rows), 'ignored'))).toEqual([])
  })

  test('the cell of a problem is found through its column', () => {
    expect(fieldOfProblem(file(rows), badDate)?.field).toBe('date')
    expect(fieldOfProblem(file(rows), { ...badDate, column: undefined })).toBeUndefined()
  })

  test('the dimensions shown are those that bookkeepers look for first', () => {
    const members = {
      region: 'North',
      payee: 'Jewson',
      account: '7210 Materials',
      flow: 'expense',
      custom_1: 'x',
    }
    expect(previewDimensions([row(1, 'load', members)], 3)).toEqual(['account', 'payee', 'region'])
  })

  test('counts add up whatever the user chooses about duplicates', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.nat(1e4),
        fc.nat(1e3),
        fc.nat(100),
        (loaded, duplicate, rejected, ignored) => {
          const counts = {
            read: loaded + duplicate + rejected + ignored,
            loaded,
            duplicate,
            rejected,
            ignored,
          }
          expect(addsUp(countsWith(counts, Math.floor(duplicate / 2)))).toBe(true)
          expect(addsUp({ ...counts, read: counts.read + 1 })).toBe(false)
        },
      ),
    )
  })
})
