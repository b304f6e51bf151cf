import type { Service } from '../../app.ts'

export const reportsService = {} satisfies Service<'reports'>
