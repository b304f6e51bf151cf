import type { Service } from '../../app.ts'

export const backupService = {} satisfies Service<'backup'>
