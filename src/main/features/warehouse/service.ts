import type { Service } from '../../app.ts'

export const warehouseService = {} satisfies Service<'warehouse'>
