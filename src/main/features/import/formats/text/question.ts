import type { StatementQuestion } from '../statement.ts'
import type { OpenNumber } from './number.ts'

/** Asks whether '1.000' is a thousand or one; the first choice is how the records of this run were read. */
export function numberQuestion(open: OpenNumber): StatementQuestion {
  return {
    kind: 'question',
    id: 'decimal-mark',
    text: `The amount “${open.text}” in line ${open.line} can be read in two ways, and no other amount of the file settles it: which sign marks its decimals?`,
    line: open.line,
    raw: open.raw,
    choices: [
      { id: 'dot', label: 'The full stop', example: open.dot },
      { id: 'comma', label: 'The comma', example: open.comma },
    ],
  }
}
