import { afterEach, beforeEach, expect, it } from 'vitest'
import { OVERVIEW_TILES } from '../../../shared/boards/presets.ts'
import { TileSchema } from '../../../shared/boards/tile.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { boardsOf, viewsOf } from './boards.ts'
import { dashboardWrites } from './writes.ts'

let workspace: TestWorkspace
let writes: ReturnType<typeof dashboardWrites>
beforeEach(() => {
  workspace = createTestWorkspace({ profile: 'personal' })
  writes = dashboardWrites(workspace.db)
})
afterEach(() => workspace.close())

const note = (id: string, y = 0) =>
  TileSchema.parse({ id, x: 0, y, w: 6, h: 2, content: { kind: 'note', text: 'Due on Friday' } })

it('keeps boards as they were saved, packed, and refuses a save over somebody else’s', () => {
  const made = writes.dashboardSaveBoard({
    name: 'Cash',
    home: false,
    tiles: [note('a', 3), ...OVERVIEW_TILES],
  })
  expect(made).toMatchObject({ name: 'Cash', revision: 1, home: false })
  expect(boardsOf(workspace.db)).toEqual([made])
  const saved = writes.dashboardSaveBoard({ ...made, tiles: [note('a')] })
  expect(saved.revision).toBe(2)
  expect(() => writes.dashboardSaveBoard({ ...made, name: 'Late' })).toThrow('saved by somebody else')
  expect(boardsOf(workspace.db)).toEqual([saved])
  expect(() => writes.dashboardSaveBoard({ ...saved, tiles: [note('a'), note('a', 4)] })).toThrow('one id')
  writes.dashboardRemoveBoard({ id: saved.id })
  expect(() => writes.dashboardSaveBoard(saved)).toThrow('There is no board')
  expect(() => writes.dashboardRemoveBoard({ id: saved.id })).toThrow('There is no board')
})

it('opens with one board at most', () => {
  const first = writes.dashboardSaveBoard({ name: 'First', home: true, tiles: [] })
  const second = writes.dashboardSaveBoard({ name: 'Second', home: true, tiles: [] })
  expect(boardsOf(workspace.db).map(board => [board.id, board.home])).toEqual([
    [first.id, false],
    [second.id, true],
  ])
})

it('keeps filters and comparison under a name', () => {
  const filters = { members: { category: ['Food'] } }
  const view = writes.dashboardSaveView({ name: 'Food', filters, comparison: { kind: 'previous-year' } })
  const plain = writes.dashboardSaveView({ name: 'everything', filters: {} })
  expect(viewsOf(workspace.db)).toEqual([plain, view])
  expect(() => writes.dashboardSaveView({ ...view, revision: 7 })).toThrow('saved by somebody else')
  writes.dashboardRemoveView({ id: view.id })
  expect(viewsOf(workspace.db)).toEqual([plain])
})

it('adds a file’s boards and views beside those there are, numbering names that are taken', () => {
  writes.dashboardSaveBoard({ name: 'Cash', home: false, tiles: [] })
  const file = {
    farthing: 'boards' as const,
    version: 1 as const,
    boards: [
      { name: 'Cash', tiles: [note('a')] },
      { name: 'Cash', tiles: [] },
    ],
    views: [{ name: 'Food', filters: {} }],
  }
  expect(writes.dashboardImport(file)).toEqual({ boards: 2, views: 1 })
  expect(boardsOf(workspace.db).map(board => board.name)).toEqual(['Cash', 'Cash 2', 'Cash 3'])
  expect(viewsOf(workspace.db)).toHaveLength(1)
})

it('shows what it knows of a board that a later version saved', () => {
  const { id } = writes.dashboardSaveBoard({ name: 'New', home: false, tiles: [note('a')] })
  const later = [note('a'), { ...note('b', 4), content: { kind: 'hologram' } }]
  workspace.db.prepare('UPDATE board SET tiles = ? WHERE id = ?').run(JSON.stringify(later), id)
  expect(boardsOf(workspace.db)[0]?.tiles.map(tile => tile.id)).toEqual(['a'])
})
