import type { Service } from '../../app.ts'

export const rootCauseService = {} satisfies Service<'root-cause'>
