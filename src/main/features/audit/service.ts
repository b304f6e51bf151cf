import type { Service } from '../../app.ts'

export const auditService = {} satisfies Service<'audit'>
