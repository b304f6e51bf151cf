import type { StatementQuestion } from '../statement.ts'
import type { OpenNumber } from './number.ts'
import { say } from './messages.ts'

/** Asks whether '1.000' is a thousand or one; the first choice is how the records of this run were read. */
export function numberQuestion(open: OpenNumber): StatementQuestion {
  return {
    kind: 'question',
    id: 'decimal-mark',
    text: say().decimalMark(open.text, open.line),
    line: open.line,
    raw: open.raw,
    choices: [
      { id: 'dot', label: say().fullStop, example: open.dot },
      { id: 'comma', label: say().comma, example: open.comma },
    ],
  }
}
