import type { ReadableDB } from '../../db/types.ts'
import type { Askable } from './queries.ts'

/** What there is to ask of a real workspace: its own members, days and words. */
export function askableOf(db: ReadableDB): Askable {
  const members = db.prepare('SELECT dimension_id AS id, key FROM member WHERE ordinal <= 12').all() as {
    id: string
    key: string
  }[]
  const byDimension: Record<string, string[]> = {}
  for (const { id, key } of members) (byDimension[id] ??= ['']).push(key)
  const [firstDay, lastDay] = db.prepare('SELECT min(day), max(day) FROM entry').raw().get() as [
    number,
    number,
  ]
  return {
    members: { ...byDimension, account_type: ['expense', ''], account_level_1: [''] },
    firstDay,
    lastDay,
    words: ['rent', 'contract', 'ltd', 'coffee 2', 'insurance'],
    batches: db.prepare('SELECT id FROM batch').pluck().all() as number[],
  }
}
