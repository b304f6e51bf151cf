import type { Mapping } from '../../../../shared/contract/import.ts'
import { delimiterOfMarks, marksOf, unguarded, type Marks } from '../../../../shared/csv/rejects.ts'
import type { ColumnProfile } from '../analysis/columns/profile.ts'
import { orderOfPattern, parseDate, parsePeriod } from '../analysis/dates/parse.ts'
import { normaliseHeader } from '../analysis/mapping/headers.ts'
import { ANY, parseMoney } from '../analysis/money/parse.ts'
import { layoutAsGiven, type Layout } from '../formats/csv/index.ts'
import { RowsBlock } from '../formats/rows-block.ts'
import type { FileLayout } from '../likely/queries.ts'
import { headerLine, type Piece, type TableFile } from './file.ts'

/** The layout of rejected rows that were mended, whatever a spreadsheet made of the file; undefined for any other text. */
export function layoutOfRejects(sample: string, found: Layout): Layout | undefined {
  const delimiter = delimiterOfMarks(sample)
  return delimiter === undefined
    ? undefined
    : layoutAsGiven(sample, found, { delimiter, skipLines: 0, hasHeader: true })
}

/**
 * Rejected rows as their own file had them: without the columns that Farthing wrote beside them, so that their entries are known
 * again when the mended original comes.
 */
export function withoutMarks(file: TableFile): TableFile {
  const marks = file.format === 'csv' && file.layout.header ? marksOf(file.layout.header) : undefined
  if (!marks) return file
  const layout = { ...file.layout, width: marks.width, header: file.layout.header?.slice(0, marks.width) }
  return {
    ...file,
    layout,
    rejectsOf: marks.format,
    sample: undefined,
    records: (pass, onBytes) => cut(file.records(pass, onBytes), marks, headerLine(layout)),
  }
}

async function* cut(
  pieces: AsyncIterable<Piece>,
  { width, fields }: Marks,
  header: number,
): AsyncGenerator<Piece, void, undefined> {
  for await (const piece of pieces) {
    const { block } = piece
    const rows = new RowsBlock()
    rows.broken.push(...block.broken)
    for (let i = 0; i < block.count; i++) {
      const row = block.row(i)
      const own = row.slice(0, block.line(i) === header ? width : fields).map(unguarded)
      rows.add(block.line(i), own, block.raw(i))
    }
    yield { ...piece, block: rows }
  }
}

/** The mapping by which the rows were rejected, where dates and amounts are still written as it says. */
export function mappingOfRejects(
  format: string,
  names: readonly string[],
  profiles: readonly ColumnProfile[],
  known: readonly Mapping[],
): Mapping | undefined {
  const shape = names.map(normaliseHeader).join('\n')
  const bare = (m: Mapping): string => m.shape.filter(name => name !== `(${format})`).join('\n')
  const unnamed = names.every((name, i) => name === `Column ${i + 1}`)
  return known.find(
    m =>
      (m.format ?? 'csv') === format &&
      (m.shape.length > 0 && (m.hasHeader || !['csv', 'xlsx'].includes(format))
        ? bare(m) === shape
        : unnamed && m.fields.length === names.length) &&
      stillReads(m, profiles),
  )
}

function stillReads(mapping: Mapping, profiles: readonly ColumnProfile[]): boolean {
  return mapping.fields.every(({ column, datePattern, numberStyle }) => {
    const samples = profiles[column]?.samples ?? []
    if (samples.length === 0) return true
    if (numberStyle) return samples.some(s => parseMoney(s, numberStyle, ANY).ok)
    const order = datePattern === undefined ? undefined : orderOfPattern(datePattern)
    return (
      order === undefined ||
      samples.some(s => parseDate(s, order) !== undefined || parsePeriod(s, order) !== undefined)
    )
  })
}

/** The rows' own file, for whoever holds one file's rows against another's. */
export const layoutOfOrigin = ({ format, rejectsOf, settled }: TableFile, mapping: Mapping): FileLayout =>
  rejectsOf === undefined || rejectsOf === 'csv' || rejectsOf === 'xlsx'
    ? { format, shape: mapping.shape, isTable: !settled }
    : { format: rejectsOf, shape: mapping.shape, isTable: false }
