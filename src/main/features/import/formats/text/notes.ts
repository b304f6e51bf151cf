import type { StatementNote } from '../statement.ts'
import type { Decoded } from './decode.ts'
import { say } from './messages.ts'

/** What a person should know of the letters of a file; empty where all of them are certain. */
export function encodingNotes(seen: Decoded): StatementNote[] {
  const notes: StatementNote[] = []
  const note = (code: string, line: number, message: string): void => {
    notes.push({ kind: 'note', line, raw: '', code, message })
  }
  if (seen.wideLetters > 0 && seen.narrowLetters > 0)
    note('mixed-encoding', seen.firstOddLine, say().mixed(seen.narrowLetters, seen.firstOddLine))
  if (seen.lost > 0) note('lost-letters', Math.max(seen.firstOddLine, 1), say().lost(seen.lost))
  if (seen.controls > 0) note('control-characters', 1, say().controls(seen.controls))
  return notes
}
