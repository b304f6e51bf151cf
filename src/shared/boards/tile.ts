import { z } from 'zod'
import { GRAINS } from '../calendar/grain.ts'
import { DimensionId, FiltersSchema } from '../query/query.ts'

/** A board is a grid of this many columns; rows are as many as the tiles need. */
export const COLUMNS = 24
export const MOST_ROWS = 400
export const MOST_TILES = 60

/** Where a tile stands, in cells. */
export const PlaceSchema = z.object({
  x: z
    .number()
    .int()
    .min(0)
    .max(COLUMNS - 1),
  y: z.number().int().min(0).max(MOST_ROWS),
  w: z.number().int().min(1).max(COLUMNS),
  h: z.number().int().min(1).max(40),
})
export type Place = z.infer<typeof PlaceSchema>

/** The parts of the preset boards: each shows figures of the overview, and what it shows is chosen on it. */
export const PANELS = ['headline', 'trend', 'where', 'heatmap', 'income-expense', 'payees'] as const
export type PanelName = (typeof PANELS)[number]

/** Drawn from figures over time, from parts of a total, from parts of parts, or from single entries. */
export const TIME_CHARTS = ['line', 'area', 'stacked', 'bar', 'calendar'] as const
export const PART_CHARTS = ['ranking', 'pie', 'waterfall'] as const
export const TREE_CHARTS = ['treemap', 'sunburst', 'sankey', 'heatmap'] as const
export const ENTRY_CHARTS = ['histogram', 'box', 'scatter'] as const
export const CHARTS = [...TIME_CHARTS, ...PART_CHARTS, ...TREE_CHARTS, ...ENTRY_CHARTS] as const
export type ChartName = (typeof CHARTS)[number]

/** Spending and income are positive; 'net' is income less spending; 'all' are the amounts as posted. */
export const SIDES = ['expense', 'income', 'net', 'all'] as const
export type Side = (typeof SIDES)[number]
export const TILE_MEASURES = ['sum', 'count', 'mean', 'median', 'max'] as const
export type TileMeasure = (typeof TILE_MEASURES)[number]
/** Those whose parts sum to the whole: only they have shares. */
export const ADDITIVE: readonly TileMeasure[] = ['sum', 'count']

/** Stands for all members that are not named: no member's key has this character. */
export const REST_KEY = '\u0000rest'

/** What a tile asks, of the entries that pass both its own filters and the page's. */
export const TileQuerySchema = z.object({
  side: z.enum(SIDES).default('expense'),
  measure: z.enum(TILE_MEASURES).default('sum'),
  /** The parts, the lines of a chart over time, or the rows. */
  by: DimensionId.optional(),
  /** The parts of each part; the columns of a heatmap. */
  within: DimensionId.optional(),
  /** Default: by month, by day where the span is 62 days or less. */
  grain: z.enum(GRAINS).optional(),
  /** Members shown; the others together are one more. */
  top: z.number().int().min(1).max(50).default(8),
  filters: FiltersSchema.default({}),
})
export type TileQuery = z.infer<typeof TileQuerySchema>

export const TileContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('panel'), panel: z.enum(PANELS) }),
  z.object({ kind: z.literal('figure'), query: TileQuerySchema }),
  z.object({ kind: z.literal('chart'), chart: z.enum(CHARTS), query: TileQuerySchema }),
  /** Spending to date against the budget of a scenario; without one, against the first there is. */
  z.object({
    kind: z.literal('budget'),
    scenario: z.string().max(200).default(''),
    filters: FiltersSchema.default({}),
  }),
  z.object({ kind: z.literal('anomalies'), filters: FiltersSchema.default({}) }),
  z.object({ kind: z.literal('freshness') }),
  z.object({ kind: z.literal('note'), text: z.string().max(4000) }),
])
export type TileContent = z.infer<typeof TileContentSchema>

export const TileSchema = PlaceSchema.extend({
  /** Unique on its board. */
  id: z.string().min(1).max(64),
  /** '' is what the tile is called by what it shows. */
  title: z.string().max(200).default(''),
  content: TileContentSchema,
})
export type Tile = z.infer<typeof TileSchema>

/** The tiles that ask the engine. */
export const asksEngine = ({ content }: Pick<Tile, 'content'>): boolean =>
  content.kind === 'figure' ||
  (content.kind === 'chart' && !(ENTRY_CHARTS as readonly string[]).includes(content.chart))
