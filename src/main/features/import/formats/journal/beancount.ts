import { headText, readLines } from '../common/lines.ts'
import type { StatementEvent, StatementFormat } from '../statement.ts'
import { TextReader } from '../text/decode.ts'
import { encodingNotes } from '../text/notes.ts'
import { BeancountReader } from './beancount-reader.ts'
import { nothing } from './emit.ts'

/** Journals of beancount. */
export const beancount: StatementFormat = {
  id: 'beancount',
  label: 'Beancount',
  profile: 'ledger',

  sniff(head) {
    const text = headText(head)
    const directive =
      /(?:^|[\r\n])\d{4}[-/]\d{1,2}[-/]\d{1,2}[ \t]+(?:open|close|balance|pad|commodity|price|note|event|custom|txn)[ \t]+\S/
    if (directive.test(text) || /(?:^|[\r\n])\d{4}-\d\d-\d\d[ \t]+[*!][ \t]*"/.test(text)) return 0.95
    return /(?:^|[\r\n])(?:option|plugin|include)[ \t]+"/.test(text) ? 0.6 : 0
  },

  async *parse(bytes): AsyncGenerator<StatementEvent, void, undefined> {
    const reader = new BeancountReader()
    const decoder = new TextReader()
    let events = 0
    const counted = function* (given: Iterable<StatementEvent>): Generator<StatementEvent> {
      for (const event of given) {
        if (event.kind !== 'note') events++
        yield event
      }
    }
    for await (const lines of readLines(bytes, decoder))
      for (const line of lines) yield* counted(reader.push(line))
    yield* counted(reader.end())
    yield* encodingNotes(decoder.seen)
    if (events === 0) yield nothing('beancount')
  },
}
