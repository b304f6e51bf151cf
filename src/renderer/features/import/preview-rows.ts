import type {
  Counts,
  FieldMapping,
  PreviewFile,
  PreviewRow,
  Problem,
} from '../../../shared/contract/import.ts'

export type PreviewTab = 'problems' | 'all' | 'duplicates' | 'ignored'

/** A line of the preview's table: a row with its problems, or a gap of rows that the preview does not carry. */
export type PreviewLine =
  | { kind: 'row'; row: PreviewRow; problems: readonly Problem[] }
  | { kind: 'gap'; from: number; to: number }

/** Rows shown on either side of a problem. */
const NEIGHBOURS = 3

export function previewLines(preview: PreviewFile, tab: PreviewTab): PreviewLine[] {
  const byLine = new Map<number, Problem[]>()
  for (const problem of preview.problems) {
    const list = byLine.get(problem.line)
    if (list) list.push(problem)
    else byLine.set(problem.line, [problem])
  }
  const rows = preview.rows.toSorted((a, b) => a.line - b.line)
  const wanted = rows.filter((row, at) => {
    if (tab === 'all') return true
    if (tab === 'duplicates') return row.outcome === 'duplicate' || row.likely !== undefined
    if (tab === 'ignored') return row.outcome === 'ignored'
    for (let i = Math.max(0, at - NEIGHBOURS); i <= Math.min(rows.length - 1, at + NEIGHBOURS); i++) {
      const near = rows[i] as PreviewRow
      // A neighbour in the list may be far away in the file: then it explains nothing.
      if (isProblem(near, byLine) && Math.abs(near.line - row.line) <= NEIGHBOURS * 2) return true
    }
    return false
  })
  return withGaps(wanted, byLine, tab === 'all')
}

const isProblem = (row: PreviewRow, byLine: ReadonlyMap<number, Problem[]>): boolean =>
  row.outcome === 'rejected' || byLine.has(row.line)

function withGaps(
  rows: readonly PreviewRow[],
  byLine: ReadonlyMap<number, Problem[]>,
  gaps: boolean,
): PreviewLine[] {
  const lines: PreviewLine[] = []
  let before: number | undefined
  for (const row of rows) {
    if (gaps && before !== undefined && row.line > before + 1)
      lines.push({ kind: 'gap', from: before + 1, to: row.line - 1 })
    lines.push({ kind: 'row', row, problems: byLine.get(row.line) ?? [] })
    before = row.line
  }
  return lines
}

/** Dimensions that the rows have, the most telling first, at most `most`: the table is as wide as the window. */
export function previewDimensions(rows: readonly PreviewRow[], most: number): string[] {
  const order = ['account', 'cost_centre', 'payee', 'category', 'department', 'directorate']
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const [id, label] of Object.entries(row.members))
      if (label !== '') counts.set(id, (counts.get(id) ?? 0) + 1)
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...counts.keys()]
    .filter(id => !['flow', 'currency', 'scenario', 'status'].includes(id))
    .toSorted((a, b) => rank(a) - rank(b) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
    .slice(0, most)
}

/** The field that a problem's column feeds, so that its cell is marked; undefined for the row as a whole. */
export function fieldOfProblem(preview: PreviewFile, problem: Problem): FieldMapping | undefined {
  const column = preview.columns.findIndex(c => c.name === problem.column)
  return column < 0 ? undefined : preview.mapping.fields.find(f => f.column === column)
}

/** read = loaded + duplicate + rejected + ignored. */
export const addsUp = (counts: Counts): boolean =>
  counts.read === counts.loaded + counts.duplicate + counts.rejected + counts.ignored

/** The counts after the user's choices about duplicates, and about rows that only may be. */
export const countsWith = (counts: Counts, duplicatesLoaded: number, rowsSkipped = 0): Counts => ({
  ...counts,
  loaded: counts.loaded + duplicatesLoaded - rowsSkipped,
  duplicate: counts.duplicate - duplicatesLoaded + rowsSkipped,
})
