import {
  TileQuerySchema,
  type ChartName,
  type PanelName,
  type Place,
  type Tile,
  type TileQuery,
} from './tile.ts'

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

const query = (asked: Partial<TileQuery>): TileQuery => TileQuerySchema.parse(asked)
const freshness = (place: Place): Tile => ({
  id: 'freshness',
  title: '',
  ...place,
  content: { kind: 'freshness' },
})
const anomalies = (place: Place): Tile => ({
  id: 'anomalies',
  title: '',
  ...place,
  content: { kind: 'anomalies', filters: {} },
})
const chart = (id: ChartName, place: Place, asked: Partial<TileQuery>): Tile => ({
  id,
  title: '',
  ...place,
  content: { kind: 'chart', chart: id, query: query(asked) },
})

/** Everything that a household asks first, and by the day. */
const PERSONAL: readonly Tile[] = [
  panel('headline', { x: 0, y: 0, w: 24, h: 2 }),
  panel('trend', { x: 0, y: 2, w: 15, h: 5 }),
  panel('where', { x: 15, y: 2, w: 9, h: 5 }),
  panel('income-expense', { x: 0, y: 7, w: 9, h: 5 }),
  chart('pie', { x: 9, y: 7, w: 7, h: 5 }, {}),
  panel('payees', { x: 16, y: 7, w: 8, h: 5 }),
  chart('calendar', { x: 0, y: 12, w: 24, h: 4 }, {}),
  anomalies({ x: 0, y: 16, w: 18, h: 4 }),
  freshness({ x: 18, y: 16, w: 6, h: 4 }),
]

/** What is asked of a ledger: by cost centre, against the plan, and what changed. */
const LEDGER: readonly Tile[] = [
  panel('headline', { x: 0, y: 0, w: 24, h: 2 }),
  panel('trend', { x: 0, y: 2, w: 15, h: 5 }),
  panel('where', { x: 15, y: 2, w: 9, h: 5 }),
  panel('heatmap', { x: 0, y: 7, w: 14, h: 6 }),
  panel('income-expense', { x: 14, y: 7, w: 10, h: 6 }),
  chart('waterfall', { x: 0, y: 13, w: 16, h: 5 }, { by: 'account' }),
  {
    id: 'budget',
    title: '',
    x: 16,
    y: 13,
    w: 8,
    h: 5,
    content: { kind: 'budget', scenario: '', filters: {} },
  },
  anomalies({ x: 0, y: 18, w: 11, h: 5 }),
  panel('payees', { x: 11, y: 18, w: 8, h: 5 }),
  freshness({ x: 19, y: 18, w: 5, h: 5 }),
]

/** Boards that every workspace has: none can be changed, each can be copied. The first is the one that a workspace opens with. */
export const PRESETS = { overview: OVERVIEW_TILES, personal: PERSONAL, ledger: LEDGER } as const
export type PresetName = keyof typeof PRESETS
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[]
