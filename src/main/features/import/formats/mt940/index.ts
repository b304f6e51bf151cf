import { headText, readLines, type Line } from '../common/lines.ts'
import type { StatementEvent, StatementFormat } from '../statement.ts'
import { TextReader } from '../text/decode.ts'
import { encodingNotes } from '../text/notes.ts'
import { FieldCutter } from './fields.ts'
import { Messages } from './message.ts'
import { say } from './messages.ts'

const tooLong = ({ line, text }: Line): StatementEvent => ({
  kind: 'problem',
  line,
  raw: text,
  code: 'line-too-long',
  message: say().longLine,
})

/** SWIFT MT940 (end of day) and MT942 (during the day), with or without envelope. */
export const mt940: StatementFormat = {
  id: 'mt940',
  label: 'MT940 / MT942',
  profile: 'personal',

  sniff(head) {
    const text = headText(head)
    if (/\{2:[IO]94[02]/.test(text)) return 1
    // No blanks may be matched by two neighbours: 64 KB of them would be tried in every way.
    const has = (tag: string): boolean => new RegExp(`(?:^|\\s):${tag}:`, 'i').test(text)
    const movement = /(?:^|\s):?61:\d{6}\s*(?:\d{4}\s*)?R?[CDE]/i.test(text)
    const balance = /(?:^|\s):6(?:[02][FM]?|4):[CD]\d{6}/i.test(text)
    if (has('20') && has('25') && (movement || balance || has('28C?') || has('34F'))) return 0.95
    if (movement || balance) return 0.85
    if (has('20') || has('25')) return 0.5
    return has('NS') || has('86') ? 0.3 : 0
  },

  async *parse(bytes): AsyncGenerator<StatementEvent, void, undefined> {
    const cutter = new FieldCutter()
    const messages = new Messages()
    const text = new TextReader()
    let first = ''
    for await (const lines of readLines(bytes, text))
      for (const line of lines) {
        if (first === '') first = line.text.trim().slice(0, 200)
        if (line.tooLong) yield tooLong(line)
        else for (const field of cutter.push(line)) yield* messages.push(field)
      }
    for (const field of cutter.end()) yield* messages.push(field)
    yield* messages.end()
    // STX and ETX around a message are usual.
    for (const note of encodingNotes(text.seen))
      if (note.code !== 'control-characters') yield { ...note, raw: first }
    if (messages.events > 0) return
    yield {
      kind: 'problem',
      line: 1,
      raw: first,
      code: 'no-statement',
      message: say().noStatement,
      fatal: true,
    }
  },
}
