import { createHash } from 'node:crypto'
import type { OpContext } from '../../../compute/ops.ts'
import type { Question } from '../../../../shared/contract/import.ts'
import { RowsBlock } from '../formats/rows-block.ts'
import type {
  StatementEvent,
  StatementFormat,
  StatementProblem,
  StatementQuestion,
} from '../formats/statement.ts'
import { readBytes } from '../source.ts'
import { refuse, stopIfCancelled, type OpenRequest, type Piece, type Place, type TableFile } from './file.ts'
import { StatementColumns } from './statement-columns.ts'
import { say } from '../messages.ts'

/** Records of one piece on their way to the writer. */
const PIECE = 2000
const MOST_ACCOUNTS = 1000
const MOST_PROBLEMS = 20_000

/** First pass over a statement: its hash, the columns that it fills, its accounts, and what it leaves open. */
export async function openStatement(
  request: OpenRequest,
  format: StatementFormat,
  op: OpContext,
): Promise<TableFile> {
  const { source, name, answers } = request
  const hash = createHash('sha256')
  const columns = new StatementColumns(format.profile)
  const questions: Question[] = []
  const accounts = new Set<string>()
  const currencies = new Set<string>()
  let problem: StatementProblem | undefined
  let records = 0
  let problems = 0
  let bytes = 0
  let last = 0
  let place: Place = 'line'
  const events = format.parse(
    tapped(request, op, 'reading', piece => {
      hash.update(piece)
      bytes += piece.length
    }),
    answers,
  )
  for await (const event of events) {
    if (event.kind === 'record') {
      columns.learn(event)
      records++
      // A choice about a row is by its place, so no two rows may share one.
      if (event.line <= last) place = 'record'
      last = event.line
      if (event.account !== '' && accounts.size < MOST_ACCOUNTS) accounts.add(event.account)
      if (event.currency !== '') currencies.add(event.currency)
    } else if (event.kind === 'problem') {
      if (!problem || (event.fatal && !problem.fatal)) problem = event
      problems++
      // So many records that cannot be read and none that can: the file is refused by the first of them.
      if (records === 0 && problems >= MOST_PROBLEMS) break
    } else if (event.kind === 'question') questions.push(questionOf(event))
  }
  if (bytes === 0) throw refuse(say().emptyFile(name))
  if (records === 0 && problem) throw refuse(say().atLine(name, problem.line, problem.message))
  columns.settle()
  const [currency] = currencies
  return {
    source,
    name,
    sha256: hash.digest('hex'),
    bytes,
    format: format.id,
    place,
    encoding: 'utf-8',
    layout: {
      delimiter: ',',
      loneCr: false,
      skipLines: 0,
      hasHeader: false,
      header: [...columns.names],
      width: columns.names.length,
    },
    sample: undefined,
    settled: {
      fields: columns.fields,
      profile: format.profile,
      label: format.label,
      columns: columns.columns,
      accounts: [...accounts],
      currency: currencies.size === 1 ? currency : undefined,
    },
    questions,
    records: (pass, onBytes) =>
      readStatement(
        format.parse(tapped(request, pass, undefined, onBytes), answers),
        columns,
        place,
        () => bytes,
      ),
  }
}

/** The file's bytes, seen on their way to the parser. */
async function* tapped(
  { source, name, size }: OpenRequest,
  op: OpContext,
  stage: string | undefined,
  onBytes?: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let done = 0
  for await (const piece of readBytes(source, raw => (done += raw.length))) {
    stopIfCancelled(op)
    onBytes?.(piece)
    if (stage !== undefined) op.progress({ stage, done, total: size, unit: 'bytes', subject: name })
    yield piece
  }
}

async function* readStatement(
  events: AsyncIterable<StatementEvent>,
  columns: StatementColumns,
  place: Place,
  bytes: () => number,
): AsyncGenerator<Piece, void, undefined> {
  let block = new RowsBlock()
  let records = 0
  for await (const event of events) {
    const at = place === 'record' ? records + 1 : event.line
    if (event.kind === 'record') {
      records++
      block.add(at, columns.row(event), event.raw)
    } else if (event.kind === 'problem')
      block.broken.push({ line: at, code: event.code, raw: event.raw, reason: event.message })
    else if (event.kind === 'note') block.notes.push({ line: at, code: event.code, message: event.message })
    else if (event.kind !== 'question') block.marks.push({ before: block.count, event })
    if (block.count + block.broken.length >= PIECE) {
      yield { block, done: bytes(), nextLine: at + 1 }
      block = new RowsBlock()
    }
  }
  yield { block, done: bytes(), nextLine: 0 }
}

/** By its choices a question of a statement looks as one about a column does. */
function questionOf({ id, text, line, choices }: StatementQuestion): Question {
  return {
    id,
    text: say().lineOf(line, text),
    choices: choices.map(c => ({
      value: c.id,
      label: c.example === '' ? c.label : `${c.label}: ${c.example}`,
    })),
  }
}
