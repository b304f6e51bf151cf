import type { OpContext } from '../../../compute/ops.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Engine } from '../../../engine/index.ts'
import { writePack, type Packed, type PackRequest } from './pack.ts'

export function evidenceReads(db: ReadableDB, { columnar }: Engine) {
  return {
    evidencePack: (request: PackRequest, context: OpContext): Packed =>
      columnar.read(() => writePack(db, columnar, request, context)),
  }
}
