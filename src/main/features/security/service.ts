import type { Service } from '../../app.ts'

export const securityService = {} satisfies Service<'security'>
