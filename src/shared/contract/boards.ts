import { z } from 'zod'
import { MOST_TILES, TileQuerySchema, TileSchema } from '../boards/tile.ts'
import { FlowSchema, MatrixSchema, SeriesSchema, TreeSchema } from '../data/data.ts'
import { ComparisonSchema, FiltersSchema } from '../query/query.ts'
import { logged, method } from './method.ts'
import { RankingSchema, SpanSchema, Total } from './ranking.ts'

const Name = z.string().trim().min(1).max(200)
const Tiles = z.array(TileSchema).max(MOST_TILES)

export const BoardSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  /** The one that the page opens with. */
  home: z.boolean(),
  revision: z.number().int(),
  tiles: z.array(TileSchema),
})
export type Board = z.infer<typeof BoardSchema>

export const ViewSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  filters: FiltersSchema,
  comparison: ComparisonSchema.optional(),
  revision: z.number().int(),
})
export type View = z.infer<typeof ViewSchema>

/** Boards and views to give to somebody else. */
export const BoardFileSchema = z.object({
  farthing: z.literal('boards'),
  version: z.literal(1),
  boards: z.array(z.object({ name: Name, tiles: Tiles })).max(100),
  views: z
    .array(z.object({ name: Name, filters: FiltersSchema, comparison: ComparisonSchema.optional() }))
    .max(1000)
    .default([]),
})
export type BoardFile = z.infer<typeof BoardFileSchema>

/** What a tile wants to know: its query and the form of the answer. */
export const TileRequestSchema = z.object({
  id: z.string().min(1).max(64),
  chart: z.enum([
    'figure',
    'line',
    'area',
    'stacked',
    'bar',
    'calendar',
    'ranking',
    'pie',
    'waterfall',
    'treemap',
    'sunburst',
    'sankey',
    'heatmap',
  ]),
  query: TileQuerySchema,
})
export type TileRequest = z.infer<typeof TileRequestSchema>

export const TileDataSchema = z.discriminatedUnion('kind', [
  /** `before`: of the comparison; null where there are no entries then or nothing is compared. */
  z.object({
    kind: z.literal('figure'),
    unit: z.enum(['money', 'count']),
    value: Total.nullable(),
    before: Total.nullable(),
  }),
  RankingSchema.extend({ kind: z.literal('ranking'), unit: z.enum(['money', 'count']) }),
  SeriesSchema,
  MatrixSchema,
  TreeSchema,
  FlowSchema,
])
export type TileData = z.infer<typeof TileDataSchema>

/** A tile's figures, or why it has none: the others stand all the same. */
export const TileAnswerSchema = z.object({
  id: z.string(),
  /** Entries behind it. */
  entries: z.number().int(),
  /** The filters that its rows pass, its own and the page's: the ledger opened with them sums to it. */
  door: FiltersSchema,
  comparedWith: SpanSchema.optional(),
  /** The dimension of its parts: the one that was asked for, or the usual one. */
  by: z.string().optional(),
  data: TileDataSchema.optional(),
  failure: z.string().optional(),
})
export type TileAnswer = z.infer<typeof TileAnswerSchema>

export const boardMethods = {
  boards: method('viewer', z.object({}), z.array(BoardSchema)),
  /** Without an id a new one. `revision` is the one that was changed; refused where somebody has saved the board since. */
  saveBoard: method(
    'analyst',
    z.object({
      id: z.number().int().optional(),
      revision: z.number().int().optional(),
      name: Name,
      home: z.boolean().default(false),
      tiles: Tiles,
    }),
    BoardSchema,
  ),
  removeBoard: method('analyst', z.object({ id: z.number().int() }), z.object({})),
  views: method('viewer', z.object({}), z.array(ViewSchema)),
  saveView: method(
    'analyst',
    z.object({
      id: z.number().int().optional(),
      revision: z.number().int().optional(),
      name: Name,
      filters: FiltersSchema,
      comparison: ComparisonSchema.optional(),
    }),
    ViewSchema,
  ),
  removeView: method('analyst', z.object({ id: z.number().int() }), z.object({})),
  /** All boards, or one, with the views. */
  exportBoards: logged(method('viewer', z.object({ id: z.number().int().optional() }), BoardFileSchema)),
  /** Adds what the file has; a name that is taken gets a number. */
  importBoards: method(
    'analyst',
    z.object({ json: z.string().max(10_000_000) }),
    z.object({ boards: z.number().int(), views: z.number().int() }),
  ),
}
