import { z } from 'zod'

export const DimensionSchema = z.object({
  id: z.string(),
  /** What people call it: the built-in name is translated in the renderer; custom ones carry the source column's header. */
  label: z.string(),
  kind: z.enum(['built-in', 'derived', 'custom']),
  /** Members in use, '' (none) not counted. */
  members: z.number().int(),
  /** True where an entry can have several members: it can be filtered by, not grouped by. */
  several: z.boolean().optional(),
})
export type Dimension = z.infer<typeof DimensionSchema>
