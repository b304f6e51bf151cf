import type { Service } from '../../app.ts'

export const connectionsService = {} satisfies Service<'connections'>
