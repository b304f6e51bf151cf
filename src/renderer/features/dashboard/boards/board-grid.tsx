import { useElementSize } from '@mantine/hooks'
import type { Tile } from '../../../../shared/boards/tile.ts'
import { bands, shelves } from '../../../../shared/boards/pack.ts'
import type { Overview } from '../../../../shared/contract/dashboard.ts'
import type { Dashboard } from '../use-dashboard.ts'
import { TileBody } from './tile-body.tsx'
import styles from './boards.module.css'

/** Pixels of one row of the grid. */
export const ROW = 58
/** A sheet narrower than this sets tiles below each other instead of pressing them. */
const WIDE = 1100

/** Pixels in which a tile can be read. */
function least({ content }: Tile): number {
  switch (content.kind) {
    case 'panel':
      return { headline: WIDE, trend: 480, where: 360, heatmap: 620, 'income-expense': 380, payees: 360 }[
        content.panel
      ]
    case 'chart':
      // A dozen bars with their names below them.
      if (content.chart === 'waterfall') return 720
      return ['heatmap', 'sankey', 'calendar', 'scatter'].includes(content.chart) ? 560 : 360
    case 'anomalies':
      return 380
    // What is left or over stands below the gauge, to the minor unit.
    case 'budget':
      return 300
    case 'figure':
    case 'freshness':
    case 'note':
      return 230
  }
}

interface Props {
  tiles: readonly Tile[]
  overview: Overview
  dashboard: Dashboard
}

/** A board as it is read: bands of tiles, the last one down to the window's foot. */
export function BoardGrid({ tiles, overview, dashboard }: Props) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>()
  const width = measured || document.documentElement.clientWidth
  const cut = width >= WIDE ? bands(tiles) : shelves(tiles, width, tile => Math.min(width, least(tile)))
  return (
    <div ref={ref} className={styles.board}>
      {cut.map(band => {
        const alone = band.tiles.length === 1 ? band.tiles[0] : undefined
        const free = alone?.content.kind === 'panel' && alone.content.panel === 'headline'
        return (
          <div
            key={band.tiles.map(tile => tile.id).join(' ')}
            className={styles.band}
            data-free={free || undefined}
            style={
              free
                ? undefined
                : {
                    height: band.rows * ROW,
                    gridTemplateColumns: `repeat(${band.columns}, minmax(0, 1fr))`,
                    gridTemplateRows: `repeat(${band.rows}, minmax(0, 1fr))`,
                  }
            }
          >
            {band.tiles.map(tile => (
              <div
                key={tile.id}
                className={styles.cell}
                data-tile={tile.content.kind}
                data-edge={tile.x + tile.w === band.columns || undefined}
                style={
                  free
                    ? undefined
                    : {
                        gridColumn: `${tile.x + 1} / span ${tile.w}`,
                        gridRow: `${tile.y + 1} / span ${tile.h}`,
                      }
                }
              >
                <TileBody tile={tile} overview={overview} dashboard={dashboard} />
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}
