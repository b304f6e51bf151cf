import type { StatementEvent } from '../../statement.ts'
import { readAll } from '../../testing/events.ts'
import { qif } from '../index.ts'

// Files of our own making: names and numbers are invented.
export const read = (
  content: string | Uint8Array,
  answers?: Record<string, string>,
): Promise<StatementEvent[]> => readAll(qif, content, answers)
export const bank = (...records: string[]): string =>
  `!Type:Bank\n${records.map(record => `${record}\n^\n`).join('')}`
export const invest = (...records: string[]): string => bank(...records).replace('Bank', 'Invst')
export const codes = (events: readonly StatementEvent[], kind: 'problem' | 'note'): string[] =>
  events.flatMap(event => (event.kind === kind ? [event.code] : []))
export const questions = (events: readonly StatementEvent[]): string[] =>
  events.flatMap(event => (event.kind === 'question' ? [event.id] : []))
