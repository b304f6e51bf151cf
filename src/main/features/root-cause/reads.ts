import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { changeBy, type ChangeByDimensions, type ChangeRequest } from './change.ts'

export function rootCauseReads(_db: ReadableDB, engine: Engine) {
  return {
    rootCauseChange: (request: ChangeRequest): ChangeByDimensions =>
      engine.columnar.read(() => changeBy(engine.columnar, request)),
  }
}
