import type { Service } from '../../app.ts'

export const chatService = {} satisfies Service<'chat'>
