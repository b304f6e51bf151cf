import type { Service } from '../../app.ts'

export const scheduleService = {} satisfies Service<'schedule'>
