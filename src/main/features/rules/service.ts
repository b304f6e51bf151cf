import type { Service } from '../../app.ts'

export const rulesService = {} satisfies Service<'rules'>
