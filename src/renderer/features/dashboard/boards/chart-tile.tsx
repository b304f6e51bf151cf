import { lazy, Suspense } from 'react'
import { GridTile, SeriesTile } from './axis-tiles.tsx'
import type { ChartTileProps } from './chart-tile-props.ts'
import { RankedTile } from './ranked-tile.tsx'
import { TileNotice } from './tile-notice.tsx'

// Kinds that most boards do not have come when a board has one.
const PieTile = lazy(() => import('./pie-tile.tsx'))
const TreeTile = lazy(() => import('./tree-tile.tsx'))
const FlowTile = lazy(() => import('./flow-tile.tsx'))
const CalendarTile = lazy(() => import('./calendar-tile.tsx'))
const ChangeTile = lazy(() => import('./change-tile.tsx'))

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
