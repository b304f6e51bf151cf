import type { OpContext } from '../../../compute/ops.ts'
import type { Mapping } from '../../../../shared/contract/import.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import { DateEvidence } from '../analysis/dates/detect.ts'
import { isPeriod } from '../analysis/dates/parse.ts'
import { columnNames, normaliseHeader } from '../analysis/mapping/headers.ts'
import { fieldOfHeader } from '../analysis/mapping/synonyms.ts'
import { namesEntries } from '../analysis/rows/other-tables.ts'
import { numberParts } from '../analysis/money/style.ts'
import { RecordReader, layoutAsGiven, sniffLayout, type Block, type Layout } from '../formats/csv/index.ts'
import { datevHeader } from './datev.ts'
import type { OpenRequest, TableFile } from './file.ts'
import { firstLook, LAYOUT_SAMPLE } from './first-look.ts'
import { layoutOfRejects } from './rejects-file.ts'
import { readRecords } from './table-records.ts'
import { layoutOfTable } from './tables.ts'
import type { SamplePieces } from './sample.ts'
import { say } from '../messages.ts'

/** Hash, encoding, layout from the first half megabyte. */
export async function openTable(request: OpenRequest, op: OpContext): Promise<TableFile> {
  const { source, name, mapping: given, answers } = request
  const { head, bytes, encoding, sha256, glimpsed, pieces } = await firstLook(request, op)
  const sample = new TextDecoder(encoding).decode(Buffer.concat(head).subarray(0, LAYOUT_SAMPLE), {
    stream: bytes > LAYOUT_SAMPLE,
  })
  const found = sniffLayout(sample, bytes <= LAYOUT_SAMPLE, JUDGE)
  const rejects = layoutOfRejects(sample, found)
  const wanted = rejects ? undefined : (given?.table ?? tableOf(answers['table']))
  const chosen =
    wanted === undefined
      ? undefined
      : await layoutOfTable(found, wanted, readRecords(source, encoding, found, op))
  if (chosen && !chosen.layout && given?.table === undefined)
    throw new FailureError('import-refused', say().noSuchTable(name, wanted ?? 0, chosen.count))
  const read = chosen?.layout ?? found
  const layout = rejects ?? (given && !hasShape(read, given) ? layoutAsGiven(sample, read, given) : read)
  if (layout.width > 16_384) throw new FailureError('import-refused', say().tooManyColumns(name))
  return {
    source,
    name,
    sha256,
    ...(glimpsed ? { glimpsed } : {}),
    bytes,
    format: 'csv',
    place: 'line',
    encoding,
    layout,
    sample: pieces,
    stated: datevHeader(sample),
    ...(rejects ? {} : { firstTable: found }),
    ...(chosen?.layout && wanted !== 1 && layout === read ? { table: wanted } : {}),
    questions: [],
    records: (pass, onBytes, lender) => readRecords(source, encoding, layout, pass, onBytes, lender),
  }
}

const tableOf = (answer: string | undefined): number | undefined =>
  answer !== undefined && /^[1-9]\d{0,3}$/.test(answer) ? Number(answer) : undefined

/** The file's own layout has the mapping's headers: how many lines stand above them need not be the same as last time. */
function hasShape(found: Layout, given: Mapping): boolean {
  const names = columnNames(found.header, found.width).map(normaliseHeader)
  return (
    given.hasHeader === found.hasHeader &&
    given.shape.join('\n') === (found.hasHeader ? names.join('\n') : '')
  )
}

export const JUDGE = {
  isName: (text: string): boolean => fieldOfHeader(text) !== undefined,
  isNumber: (text: string): boolean => numberParts(text) !== undefined,
  namesEntries,
  isDate(text: string): boolean {
    const evidence = new DateEvidence()
    evidence.add(text.trim())
    const settled = evidence.settle()
    return settled !== undefined && !isPeriod(settled.order)
  },
}

/** The records of a large file's sample: of its head as they are, of the later pieces those that lie whole in them. */
export function* sampleRecords(file: TableFile, { head, later }: SamplePieces): Generator<SampleBlock> {
  const { delimiter, loneCr } = file.layout
  const reader = new RecordReader(delimiter, loneCr)
  const decoder = new TextDecoder(file.encoding)
  for (const piece of head)
    yield { block: reader.push(decoder.decode(piece, { stream: true })), isHead: true }
  for (const piece of later) {
    const text = new TextDecoder(file.encoding).decode(piece)
    const lineEnd = loneCr && !text.includes('\n') ? '\r' : '\n'
    const whole = text.slice(text.indexOf(lineEnd) + 1)
    yield { block: new RecordReader(delimiter, loneCr).push(whole), isHead: false }
  }
}

export interface SampleBlock {
  block: Block
  isHead: boolean
}
