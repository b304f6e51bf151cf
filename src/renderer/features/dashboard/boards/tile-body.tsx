import { lazy, memo, Suspense } from 'react'
import type { Tile } from '../../../../shared/boards/tile.ts'
import type { Overview } from '../../../../shared/contract/dashboard.ts'
import { useMessages } from '../../../ui/index.ts'
import { KpiStrip } from '../kpi-strip.tsx'
import { IncomeAgainstExpense, MonthHeatmap } from '../month-panels.tsx'
import { TopPayees, WhereItGoes } from '../ranking-panels.tsx'
import { TrendPanel } from '../trend-panel.tsx'
import type { Dashboard } from '../use-dashboard.ts'
import { ChartTile } from './chart-tile.tsx'
import { FigureTile } from './figure-tile.tsx'
import { messages } from './messages.ts'
import { FreshnessTile, NoteTile } from './plain-tiles.tsx'
import { TileNotice } from './tile-notice.tsx'
import { useTileTitle } from './tile-title.ts'

const BudgetTile = lazy(() => import('./budget-tile.tsx'))
const AnomaliesTile = lazy(() => import('./anomalies-tile.tsx'))
const EntriesTile = lazy(() => import('./entries-tile.tsx'))

const PANELS = {
  headline: KpiStrip,
  trend: TrendPanel,
  where: WhereItGoes,
  heatmap: MonthHeatmap,
  'income-expense': IncomeAgainstExpense,
  payees: TopPayees,
}

interface Props {
  tile: Tile
  overview: Overview
  dashboard: Dashboard
}

/** What stands in a tile. It is drawn again when the figures or what it shows change, not when it is moved. */
export const TileBody = memo(
  function TileBody({ tile, overview, dashboard }: Props) {
    const titleOf = useTileTitle()
    const title = titleOf(tile)
    return (
      <Suspense fallback={<TileNotice title={title} loading />}>
        <Content tile={tile} title={title} overview={overview} dashboard={dashboard} />
      </Suspense>
    )
  },
  (before, now) =>
    before.overview === now.overview &&
    before.dashboard === now.dashboard &&
    before.tile.title === now.tile.title &&
    before.tile.content === now.tile.content,
)

function Content({ tile, title, overview, dashboard }: Props & { title: string }) {
  const t = useMessages(messages)
  const { content } = tile
  switch (content.kind) {
    case 'panel': {
      const Shown = PANELS[content.panel]
      return <Shown overview={overview} dashboard={dashboard} />
    }
    case 'note':
      return <NoteTile title={title} text={content.text} />
    case 'freshness':
      return <FreshnessTile title={title} overview={overview} />
    case 'budget':
      return (
        <BudgetTile
          title={title}
          scenario={content.scenario}
          filters={content.filters}
          dashboard={dashboard}
        />
      )
    case 'anomalies':
      return <AnomaliesTile title={title} filters={content.filters} dashboard={dashboard} shape="list" />
    case 'figure':
    case 'chart': {
      const { query } = content
      if (content.kind === 'chart' && (content.chart === 'histogram' || content.chart === 'box'))
        return <EntriesTile title={title} chart={content.chart} query={query} dashboard={dashboard} />
      if (content.kind === 'chart' && content.chart === 'scatter')
        return <AnomaliesTile title={title} filters={query.filters} dashboard={dashboard} shape="scatter" />
      const answer = overview.tiles.find(one => one.id === tile.id)
      if (!answer) return <TileNotice title={title} loading />
      if (answer.failure !== undefined) return <TileNotice title={title} failure={answer.failure} />
      const note = Object.keys(query.filters).length > 0 ? t.own : undefined
      return content.kind === 'figure' ? (
        <FigureTile title={title} note={note} query={query} answer={answer} dashboard={dashboard} />
      ) : (
        <ChartTile
          title={title}
          note={note}
          chart={content.chart}
          query={query}
          answer={answer}
          dashboard={dashboard}
        />
      )
    }
  }
}
