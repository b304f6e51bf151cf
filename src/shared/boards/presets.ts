import type { PanelName, Place, Tile } from './tile.ts'

const panel = (name: PanelName, place: Place): Tile => ({
  id: name,
  title: '',
  ...place,
  content: { kind: 'panel', panel: name },
})

/** The board that a workspace opens with: total for the period; trend, where it goes, heatmap, income against expense, top payees. */
export const OVERVIEW_TILES: readonly Tile[] = [
  panel('headline', { x: 0, y: 0, w: 24, h: 2 }),
  panel('trend', { x: 0, y: 2, w: 15, h: 5 }),
  panel('where', { x: 15, y: 2, w: 9, h: 5 }),
  panel('heatmap', { x: 0, y: 7, w: 10, h: 6 }),
  panel('income-expense', { x: 10, y: 7, w: 7, h: 6 }),
  panel('payees', { x: 17, y: 7, w: 7, h: 6 }),
]
