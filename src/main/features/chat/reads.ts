import type { Asked } from '../../../shared/ask/asked.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import type { Understanding } from './analysis/understanding.ts'
import { Understander, type Known } from './vocabulary.ts'

export function chatReads(_db: ReadableDB, engine: Engine) {
  const understander = new Understander(engine)
  return {
    chatUnderstand: (input: { question: string; today: string; before?: Asked }): Understanding =>
      engine.columnar.read(() => understander.understand(input.question, input.today, input.before)),
    chatKnown: (input: { today: string }): Known =>
      engine.columnar.read(() => understander.known(input.today)),
  }
}
