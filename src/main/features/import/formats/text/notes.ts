import type { StatementNote } from '../statement.ts'
import type { Decoded } from './decode.ts'

/** What a person should know of the letters of a file; empty where all of them are certain. */
export function encodingNotes(seen: Decoded): StatementNote[] {
  const notes: StatementNote[] = []
  const note = (code: string, line: number, message: string): void => {
    notes.push({ kind: 'note', line, raw: '', code, message })
  }
  if (seen.wideLetters > 0 && seen.narrowLetters > 0)
    note(
      'mixed-encoding',
      seen.firstOddLine,
      `The file is written in UTF-8 and has ${seen.narrowLetters} bytes that are not, first in line ${seen.firstOddLine}: check the letters of these names.`,
    )
  if (seen.lost > 0)
    note(
      'lost-letters',
      Math.max(seen.firstOddLine, 1),
      `${seen.lost} letters have no meaning in the file's encoding: ask the bank for the file in UTF-8.`,
    )
  if (seen.controls > 0)
    note(
      'control-characters',
      1,
      `${seen.controls} control characters in the file were read as blanks: it may be damaged.`,
    )
  return notes
}
