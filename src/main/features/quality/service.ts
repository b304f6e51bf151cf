import type { Service } from '../../app.ts'

export const qualityService = {} satisfies Service<'quality'>
