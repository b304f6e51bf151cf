import { z } from 'zod'

export const Total = z.union([z.number(), z.bigint()])

/** Days, both ends included, as YYYY-MM-DD. */
export const SpanSchema = z.object({ from: z.string(), to: z.string() })

/** A ranked list: its rows and `rest` sum to `total`. */
export const RankingSchema = z.object({
  dimension: z.string(),
  rows: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      value: Total,
      before: Total.nullable(),
      entries: z.number().int(),
    }),
  ),
  rest: z.object({
    members: z.number().int(),
    value: Total,
    before: Total.nullable(),
    entries: z.number().int(),
  }),
  total: Total,
  totalBefore: Total.nullable(),
})
export type Ranking = z.infer<typeof RankingSchema>
