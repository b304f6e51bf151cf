import { z } from 'zod'
import { TileSchema, type Tile } from '../../../shared/boards/tile.ts'
import { ViewSchema, type Board, type View } from '../../../shared/contract/boards.ts'
import type { ReadableDB } from '../../db/types.ts'
import { selectBoards, selectViews } from './queries.ts'

const TilesSchema = z.array(TileSchema)
const KeptSchema = ViewSchema.pick({ filters: true, comparison: true })

/** All boards as they were saved. */
export function boardsOf(db: ReadableDB): Board[] {
  return selectBoards(db).map(({ tiles, home, ...row }) => ({
    ...row,
    home: home === 1,
    tiles: readTiles(tiles),
  }))
}

export function viewsOf(db: ReadableDB): View[] {
  return selectViews(db).map(({ filters, comparison, ...row }) => ({
    ...row,
    ...KeptSchema.parse({
      filters: JSON.parse(filters) as unknown,
      ...(comparison === '' ? {} : { comparison: JSON.parse(comparison) as unknown }),
    }),
  }))
}

/** Tiles that this version does not know are left out: the others are as good as ever. Saving the board then drops them. */
function readTiles(text: string): Tile[] {
  const all = JSON.parse(text) as unknown[]
  const whole = TilesSchema.safeParse(all)
  return whole.success
    ? whole.data
    : all.flatMap(one => {
        const tile = TileSchema.safeParse(one)
        return tile.success ? [tile.data] : []
      })
}
