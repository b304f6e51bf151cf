import type { Service } from '../../app.ts'

export const budgetService = {} satisfies Service<'budget'>
