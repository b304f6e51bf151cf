import type { StatementAnswers, StatementEvent, StatementFormat } from '../statement.ts'
import { textOf, TextReader } from '../text/decode.ts'
import { encodingNotes } from '../text/notes.ts'
import { read } from './read.ts'
import { sniff } from './sniff.ts'
import { say } from './messages.ts'

/** Quicken's interchange format, as banks and programs of personal finance write it: accounts, cards, cash, investments. */
export const qif: StatementFormat = { id: 'qif', label: 'QIF', profile: 'personal', sniff, parse }

/** The order of dates is judged by all of them, so the text is held: a QIF of many years is a few megabytes. */
const MOST_BYTES = 64 * 1024 * 1024

async function* parse(
  bytes: AsyncIterable<Uint8Array>,
  answers?: StatementAnswers,
): AsyncGenerator<StatementEvent, void, undefined> {
  let size = 0
  const reader = new TextReader()
  const pieces: string[] = []
  async function* counted(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of bytes) {
      size += piece.length
      if (size > MOST_BYTES) return
      yield piece
    }
  }
  for await (const piece of textOf(counted(), () => reader)) pieces.push(piece)
  if (size > MOST_BYTES) {
    yield {
      kind: 'problem',
      line: 1,
      raw: '',
      code: 'too-large',
      message: say().tooLarge,
      fatal: true,
    }
    return
  }
  yield* read(pieces.join(''), answers)
  yield* encodingNotes(reader.seen)
}
