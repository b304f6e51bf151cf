import type { WritableDB } from '../../../db/types.ts'

/**
 * Forgets the shape of a mapping: no version of it is offered any more. Batches that were loaded by it keep it (an entry's lineage
 * needs it), so a used version only loses the shape by which it would be found.
 */
export function forgetShape(db: WritableDB, id: number): boolean {
  const shape = db.prepare('SELECT shape FROM mapping WHERE id = ?').pluck().get(id) as string | undefined
  if (shape === undefined || shape.startsWith(FORGOTTEN)) return false
  db.prepare('DELETE FROM mapping WHERE shape = ? AND id NOT IN (SELECT mapping_id FROM batch)').run(shape)
  db.prepare('UPDATE mapping SET shape = ? || id WHERE shape = ?').run(FORGOTTEN, shape)
  return true
}

/** No header's name begins with this sign. */
export const FORGOTTEN = '\u001d'

export function renameMapping(db: WritableDB, id: number, name: string): void {
  db.prepare("UPDATE mapping SET json = json_set(json, '$.name', ?) WHERE id = ?").run(name, id)
}
