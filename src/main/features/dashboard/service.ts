import { BoardFileSchema, type BoardFile } from '../../../shared/contract/boards.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type Service } from '../../app.ts'
import { textIndexReady } from '../../text-index-ready.ts'
import { say } from './messages.ts'

export const dashboardService = {
  overview: async (input, ctx) => {
    for (const { text } of [input.filters, ...input.tiles.map(tile => tile.query.filters)])
      if (text) await textIndexReady({ text }, ctx)
    return ok(await requireWorkspace(ctx).reader.call('dashboardOverview', input, { signal: ctx.signal }))
  },

  boards: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('dashboardBoards', {})),
  saveBoard: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('dashboardSaveBoard', input)),
  removeBoard: async (input, ctx) => {
    await requireWorkspace(ctx).writer.call('dashboardRemoveBoard', input)
    return ok({})
  },

  views: async (_input, ctx) => ok(await requireWorkspace(ctx).reader.call('dashboardViews', {})),
  saveView: async (input, ctx) => ok(await requireWorkspace(ctx).writer.call('dashboardSaveView', input)),
  removeView: async (input, ctx) => {
    await requireWorkspace(ctx).writer.call('dashboardRemoveView', input)
    return ok({})
  },

  exportBoards: async ({ id }, ctx) => {
    const { reader } = requireWorkspace(ctx)
    const all = await reader.call('dashboardBoards', {})
    const boards = all.filter(board => id === undefined || board.id === id)
    if (id !== undefined && boards.length === 0) return fail('not-found', say().noBoard(id))
    const views = id === undefined ? await reader.call('dashboardViews', {}) : []
    return ok({
      farthing: 'boards',
      version: 1,
      boards: boards.map(({ name, tiles }) => ({ name, tiles })),
      views: views.map(({ name, filters, comparison }) => ({
        name,
        filters,
        ...(comparison ? { comparison } : {}),
      })),
    } satisfies BoardFile)
  },

  importBoards: async ({ json }, ctx) => {
    let read: unknown
    try {
      read = JSON.parse(json)
    } catch {
      return fail('bad-input', say().notJson)
    }
    const file = BoardFileSchema.safeParse(read)
    if (!file.success) {
      const [issue] = file.error.issues
      const where = issue?.path.join('.') || say().theFile
      return fail('bad-input', say().noBoards(where, issue?.message ?? say().unreadable))
    }
    return ok(await requireWorkspace(ctx).writer.call('dashboardImport', file.data))
  },
} satisfies Service<'dashboard'>
