import { headText } from '../common/lines.ts'
import type { StatementEvent, StatementFormat } from '../statement.ts'
import { TextReader, textOf } from '../text/decode.ts'
import { encodingNotes } from '../text/notes.ts'
import { MessageReader } from './message.ts'
import { XmlCutter } from './xml.ts'
import { say } from './messages.ts'

/** Small pieces are joined, or each would be searched again for the end of the tag that it cuts. */
const PIECE = 65_536

/** ISO 20022 camt.052 (during the day), camt.053 (statement) and camt.054 (single bookings), versions 1 to 12. */
export const camt: StatementFormat = {
  id: 'camt',
  label: 'CAMT.052 / 053 / 054',
  profile: 'personal',

  sniff(head) {
    const text = headText(head)
    if (/<(?:[\w.-]+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)\w*[\s/>]/.test(text)) return 1
    return /camt\.05[234]\.001\.\d\d/.test(text) && text.includes('<') ? 0.9 : 0
  },

  async *parse(bytes): AsyncGenerator<StatementEvent, void, undefined> {
    const cutter = new XmlCutter()
    const reader = new MessageReader()
    let decoder = new TextReader()
    const started = (head: string): TextReader => {
      const declared = /^[^<]{0,3}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(head)?.[1]
      decoder = new TextReader(declared ?? '')
      return decoder
    }
    let events = 0
    const counted = function* (given: Iterable<StatementEvent>): Generator<StatementEvent> {
      for (const event of given) {
        events++
        yield event
      }
    }
    let held: string[] = []
    let length = 0
    for await (const piece of textOf(bytes, started)) {
      held.push(piece)
      length += piece.length
      if (length < PIECE) continue
      for (const token of cutter.push(held.join(''))) yield* counted(reader.push(token))
      held = []
      length = 0
      if (reader.over) return
    }
    for (const token of cutter.push(held.join(''), true)) yield* counted(reader.push(token))
    yield* counted(reader.end())
    if (events === 0) {
      const message = say().nothingLoaded
      yield { kind: 'note', line: 1, raw: '', code: 'no-entries', message }
    }
    yield* encodingNotes(decoder.seen)
  },
}
