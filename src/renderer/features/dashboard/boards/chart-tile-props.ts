import type { TileQuery } from '../../../../shared/boards/tile.ts'
import type { TileAnswer } from '../../../../shared/contract/boards.ts'
import type { Dashboard } from '../use-dashboard.ts'

/** What every chart of a tile is given. */
export interface ChartTileProps {
  title: string
  note: string | undefined
  chart: string
  query: TileQuery
  answer: TileAnswer
  dashboard: Dashboard
}
