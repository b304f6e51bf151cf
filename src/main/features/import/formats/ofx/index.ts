import type { StatementAnswers, StatementEvent, StatementFormat } from '../statement.ts'
import { textOf, TextReader } from '../text/decode.ts'
import { encodingNotes } from '../text/notes.ts'
import { Reader } from './reader.ts'
import { fault, verdict } from './refusal.ts'
import { declaredCharset, looksLike, sniff } from './sniff.ts'
import { type Token, Tokenizer } from './tokens.ts'
import { Tree } from './tree.ts'

/** OFX 1 (SGML) and 2 (XML), which QFX is too: statements of banks, cards and brokers. */
export const ofx: StatementFormat = { id: 'ofx', label: 'OFX, QFX', profile: 'personal', sniff, parse }

async function* parse(
  bytes: AsyncIterable<Uint8Array>,
  answers?: StatementAnswers,
): AsyncGenerator<StatementEvent, void, undefined> {
  const tokenizer = new Tokenizer()
  const tree = new Tree()
  const reader = new Reader(answers)
  let head = ''
  let text: TextReader | undefined
  const started = (begin: string): TextReader => {
    text = new TextReader(declaredCharset(begin))
    return text
  }
  function* read(tokens: Iterable<Token>): Generator<StatementEvent, boolean, undefined> {
    for (const token of tokens)
      for (const growth of tree.feed(token)) {
        if (growth.kind !== 'fault') yield* reader.grow(growth)
        else {
          const event = fault(growth)
          yield event
          if (event.fatal) return true
        }
      }
    return false
  }
  for await (const piece of textOf(bytes, started)) {
    if (head.length < 4096) head = (head + piece).slice(0, 4096)
    if (yield* read(tokenizer.push(piece))) return
  }
  if (yield* read(tokenizer.end())) return
  const { open } = tree
  for (const growth of tree.end()) yield* reader.grow(growth)
  yield* reader.end()
  if (text) yield* encodingNotes(text.seen)
  const last = verdict(reader, looksLike(head), open, tokenizer.line)
  if (last) yield last
}
