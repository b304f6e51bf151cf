import type { StatementEvent } from '../../statement.ts'
import { readAll, recordsOf } from '../../testing/events.ts'
import { ofx } from '../index.ts'
import { bank, movement } from './fixtures.ts'

export const read = (
  content: string | Uint8Array,
  answers?: Record<string, string>,
): Promise<StatementEvent[]> => readAll(ofx, content, answers)
export const one = async (fields: Record<string, string>, end?: string) =>
  recordsOf(await read(bank(movement(fields, end))))[0]
export const codes = (events: readonly StatementEvent[], kind: 'problem' | 'note'): string[] =>
  events.flatMap(event => (event.kind === kind ? [event.code] : []))
export const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text, letter => letter.codePointAt(0) as number)
