import { lazy, Suspense } from 'react'
import type { TileQuery } from '../../../../shared/boards/tile.ts'
import type { TileAnswer } from '../../../../shared/contract/boards.ts'
import type { Dashboard } from '../use-dashboard.ts'
import { GridTile, SeriesTile } from './axis-tiles.tsx'
import { RankedTile } from './ranked-tile.tsx'
import { TileNotice } from './tile-notice.tsx'

// Kinds that most boards do not have come when a board has one.
const PieTile = lazy(() => import('./pie-tile.tsx'))
const TreeTile = lazy(() => import('./tree-tile.tsx'))
const FlowTile = lazy(() => import('./flow-tile.tsx'))
const CalendarTile = lazy(() => import('./calendar-tile.tsx'))
const ChangeTile = lazy(() => import('./change-tile.tsx'))

/** What every chart of a tile is given. */
export interface ChartTileProps {
  title: string
  note: string | undefined
  chart: string
  query: TileQuery
  answer: TileAnswer
  dashboard: Dashboard
}

/** A chart over the tile's own figures: drawn by what was answered and by what kind was asked for. */
export function ChartTile(props: ChartTileProps) {
  return (
    <Suspense fallback={<TileNotice title={props.title} loading />}>
      <Drawn {...props} />
    </Suspense>
  )
}

function Drawn(props: ChartTileProps) {
  const { chart, answer } = props
  const { data } = answer
  switch (data?.kind) {
    case 'series':
      return chart === 'calendar' ? (
        <CalendarTile {...props} data={data} />
      ) : (
        <SeriesTile {...props} data={data} />
      )
    case 'ranking':
      if (chart === 'pie') return <PieTile {...props} data={data} />
      return chart === 'waterfall' ? (
        <ChangeTile {...props} data={data} />
      ) : (
        <RankedTile {...props} data={data} />
      )
    case 'tree':
      return <TreeTile {...props} data={data} />
    case 'flow':
      return <FlowTile {...props} data={data} />
    case 'matrix':
      return <GridTile {...props} data={data} />
    case 'figure':
    case undefined:
      return <TileNotice title={props.title} />
  }
}
