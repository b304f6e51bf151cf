import type { Board, BoardFile, View } from '../../../shared/contract/boards.ts'
import type { ParsedInput } from '../../../shared/contract/index.ts'
import { packed } from '../../../shared/boards/pack.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { WritableDB } from '../../db/types.ts'
import { boardsOf, viewsOf } from './boards.ts'
import {
  deleteBoard,
  deleteView,
  insertBoard,
  insertView,
  leaveHomeTo,
  updateBoard,
  updateView,
} from './queries.ts'
import { say } from './messages.ts'

/** None of these changes what queries answer: the ledger's revision stays. */
export function dashboardWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  return {
    dashboardSaveBoard: ({ id, revision, name, home, tiles }: ParsedInput<'dashboard.saveBoard'>): Board =>
      change(() => {
        const ids = new Set(tiles.map(tile => tile.id))
        if (ids.size < tiles.length) throw new FailureError('bad-input', say().sameTile)
        const row = { name, home: home ? 1 : 0, tiles: JSON.stringify(packed(tiles)) }
        const board = boardsOf(db).find(one => one.id === id)
        if (id !== undefined && !board) throw gone('board', id)
        if (board && !updateBoard(db, { ...row, id: board.id, revision: revision ?? -1 }))
          throw changed('board', board.name)
        const saved = board?.id ?? insertBoard(db, row)
        if (home) leaveHomeTo(db, saved)
        return boardsOf(db).find(one => one.id === saved) as Board
      }),

    dashboardRemoveBoard: ({ id }: { id: number }): void =>
      change(() => {
        if (!deleteBoard(db, id)) throw gone('board', id)
      }),

    dashboardSaveView: ({ id, revision, name, ...kept }: ParsedInput<'dashboard.saveView'>): View =>
      change(() => {
        const row = {
          name,
          filters: JSON.stringify(kept.filters),
          comparison: kept.comparison ? JSON.stringify(kept.comparison) : '',
        }
        const view = viewsOf(db).find(one => one.id === id)
        if (id !== undefined && !view) throw gone('view', id)
        if (view && !updateView(db, { ...row, id: view.id, revision: revision ?? -1 }))
          throw changed('view', view.name)
        const saved = view?.id ?? insertView(db, row)
        return viewsOf(db).find(one => one.id === saved) as View
      }),

    dashboardRemoveView: ({ id }: { id: number }): void =>
      change(() => {
        if (!deleteView(db, id)) throw gone('view', id)
      }),

    dashboardImport: (file: BoardFile): { boards: number; views: number } =>
      change(() => {
        const boards = new Set(boardsOf(db).map(board => board.name))
        for (const { name, tiles } of file.boards)
          insertBoard(db, { name: free(name, boards), home: 0, tiles: JSON.stringify(packed(tiles)) })
        const views = new Set(viewsOf(db).map(view => view.name))
        for (const { name, filters, comparison } of file.views)
          insertView(db, {
            name: free(name, views),
            filters: JSON.stringify(filters),
            comparison: comparison ? JSON.stringify(comparison) : '',
          })
        return { boards: file.boards.length, views: file.views.length }
      }),
  }
}

/** The name, with a number after it where it is taken. */
function free(name: string, taken: Set<string>): string {
  let found = name
  for (let n = 2; taken.has(found); n += 1) found = `${name} ${n}`
  taken.add(found)
  return found
}

const gone = (what: 'board' | 'view', id: number): FailureError =>
  new FailureError('not-found', say().gone[what](id))

const changed = (what: 'board' | 'view', name: string): FailureError =>
  new FailureError('bad-input', say().changed[what](name))
