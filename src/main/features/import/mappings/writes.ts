import type { Mapping } from '../../../../shared/contract/import.ts'
import { bumpRevision } from '../../../db/meta.ts'
import type { WritableDB } from '../../../db/types.ts'
import { saveMapping } from '../queries.ts'
import { forgetShape, renameMapping } from './queries.ts'

/** The key under which a mapping's versions are counted: its file's shape. */
export const shapeKey = ({ shape, fields }: Mapping): string =>
  shape.length > 0 ? shape.join('\u001f') : `${fields.length} columns`

/** Changes of the list of mappings. */
export function mappingWrites(db: WritableDB) {
  return {
    importSaveMapping: ({ mapping }: { mapping: Mapping }): { id: number; revision: number } =>
      db
        .transaction(() => {
          const id = saveMapping(db, shapeKey(mapping), mapping, new Date().toISOString())
          // The name says nothing of how columns are read, so a new one makes no new version.
          renameMapping(db, id, mapping.name)
          return { id, revision: bumpRevision(db) }
        })
        .immediate(),

    importDeleteMapping: ({ id }: { id: number }): { found: boolean; revision: number } =>
      db
        .transaction(() => {
          const found = forgetShape(db, id)
          return { found, revision: found ? bumpRevision(db) : 0 }
        })
        .immediate(),
  }
}
