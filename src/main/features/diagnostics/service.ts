import type { Service } from '../../app.ts'

export const diagnosticsService = {} satisfies Service<'diagnostics'>
