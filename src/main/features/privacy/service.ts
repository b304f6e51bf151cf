import type { Service } from '../../app.ts'

export const privacyService = {} satisfies Service<'privacy'>
