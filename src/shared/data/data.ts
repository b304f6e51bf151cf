import { z } from 'zod'
import { CellSchema, QueryColumnSchema } from '../query/query.ts'

/** What every analysis returns and every chart consumes: a closed union by `kind`. Values are minor units or counts unless `unit` says else. */
export const UnitSchema = z.enum(['money', 'count', 'percent', 'number'])
export type Unit = z.infer<typeof UnitSchema>

const Value = z.union([z.number(), z.bigint(), z.null()])

/** Points along time or along categories; all lines share `x`. */
export const SeriesSchema = z.object({
  kind: z.literal('series'),
  unit: UnitSchema,
  currency: z.string().optional(),
  x: z.array(z.string()),
  lines: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      role: z.enum(['actual', 'comparison', 'budget', 'forecast', 'income', 'expense']),
      values: z.array(Value),
    }),
  ),
})
export type Series = z.infer<typeof SeriesSchema>

export const TableSchema = z.object({
  kind: z.literal('table'),
  currency: z.string().optional(),
  columns: z.array(QueryColumnSchema),
  rows: z.array(z.array(CellSchema)),
})
export type Table = z.infer<typeof TableSchema>

/** A grid of rows × columns; null where there is no data. */
export const MatrixSchema = z.object({
  kind: z.literal('matrix'),
  unit: UnitSchema,
  currency: z.string().optional(),
  rows: z.array(z.object({ key: z.string(), label: z.string() })),
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  values: z.array(z.array(Value)),
  /** The same cells for the comparison, where one was asked for. */
  before: z.array(z.array(Value)).optional(),
})
export type Matrix = z.infer<typeof MatrixSchema>

export interface TreeNode {
  key: string
  label: string
  value: number | bigint
  children?: TreeNode[]
}
const TreeNodeSchema: z.ZodType<TreeNode> = z.lazy(() =>
  z.object({
    key: z.string(),
    label: z.string(),
    value: z.union([z.number(), z.bigint()]),
    children: z.array(TreeNodeSchema).optional(),
  }),
)
export const TreeSchema = z.object({
  kind: z.literal('tree'),
  unit: UnitSchema,
  currency: z.string().optional(),
  root: TreeNodeSchema,
})
export type Tree = z.infer<typeof TreeSchema>

/** Amounts from node to node (Sankey). */
export const FlowSchema = z.object({
  kind: z.literal('flow'),
  unit: UnitSchema,
  currency: z.string().optional(),
  nodes: z.array(z.object({ key: z.string(), label: z.string() })),
  links: z.array(z.object({ from: z.string(), to: z.string(), value: z.union([z.number(), z.bigint()]) })),
})
export type FlowData = z.infer<typeof FlowSchema>

export const DataSchema = z.discriminatedUnion('kind', [
  SeriesSchema,
  TableSchema,
  MatrixSchema,
  TreeSchema,
  FlowSchema,
])
export type Data = z.infer<typeof DataSchema>
