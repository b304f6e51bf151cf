import { z } from 'zod'
import { longMethod, method } from './method.ts'

/** Servers that a warehouse may be. Only PostgreSQL is run in the tests; the others by what their documentation says they take. */
export const WAREHOUSE_KINDS = ['postgres', 'citus', 'cockroach', 'redshift'] as const
export type WarehouseKind = (typeof WAREHOUSE_KINDS)[number]

const password = z.string().max(1024).optional()

export const WarehouseTargetSchema = z.object({
  connection: z.number().int(),
  schema: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'small letters, digits and _')
    .default('farthing'),
  kind: z.enum(WAREHOUSE_KINDS).default('postgres'),
})

/** Entries selected beyond which distinct members are counted by estimate, where somebody has thrown the switch. */
export const APPROXIMATE_ABOVE = 10_000_000

export const AttachedSchema = WarehouseTargetSchema.extend({
  connectionName: z.string(),
  /** Questions are answered there, in SQL, and not from this file. */
  reads: z.boolean(),
  /** This workspace holds a copy of what its database user may see there, and takes over what others push. */
  follows: z.boolean(),
  /** Nothing of it is in this file: all is asked of the warehouse, and its entries never leave it but a page at a time. */
  asksOnly: z.boolean(),
  /** Entries selected beyond which the warehouse may estimate distinct counts for whoever shows that they are estimates; null: never. */
  approximateAbove: z.number().int().min(0).nullable(),
})
export type Attached = z.infer<typeof AttachedSchema>

/** A figure that the warehouse and the workspace do not agree on. */
export const DifferenceSchema = z.object({ what: z.string(), here: z.string(), there: z.string() })

export const PushedSchema = z.object({
  revision: z.number().int(),
  entries: z.number().int(),
  /** Pieces of 16,384 entry ids: sent, known to be there already, and taken out. */
  units: z.object({ sent: z.number().int(), same: z.number().int(), removed: z.number().int() }),
  /** Fiscal periods whose counts and sums were held against each other. */
  periods: z.number().int(),
  /** Empty where all agree. */
  differences: z.array(DifferenceSchema),
  ms: z.number(),
})
export type Pushed = z.infer<typeof PushedSchema>

export const warehouse = {
  status: method('viewer', z.object({}), AttachedSchema.nullable()),
  /**
   * Makes the tables where they are missing and sends what is not there yet. Each piece goes in a transaction of its own, so that a
   * push that was cut off goes on where it was. At the end counts and sums are held against the workspace's.
   */
  push: longMethod(
    'analyst',
    WarehouseTargetSchema.extend({
      /** Citus: spreads the tables over the cluster when they are first made. */
      distribute: z.boolean().default(false),
      indexes: z.boolean().default(true),
      password,
    }),
    PushedSchema,
  ),
  /**
   * Makes this workspace belong to a warehouse. `follow`: an empty workspace takes over what its database user may see there. Without it
   * an empty workspace only asks.
   */
  attach: longMethod(
    'analyst',
    WarehouseTargetSchema.extend({ follow: z.boolean().default(false), password }),
    AttachedSchema,
  ),
  detach: method('analyst', z.object({}), z.object({})),
  /** Where questions are answered: there or here; and from how many entries on distinct counts may be estimates (absent: as it is). */
  reads: method(
    'analyst',
    z.object({ on: z.boolean(), approximateAbove: z.number().int().min(0).nullable().optional(), password }),
    AttachedSchema,
  ),
  /** Looks what was pushed since; a following workspace takes it over. Called by the window every half minute. */
  refresh: longMethod(
    'viewer',
    z.object({ password }),
    z.object({
      revision: z.number().int(),
      /** Something new was there. */
      changed: z.boolean(),
      /** False while somebody pushes. */
      complete: z.boolean(),
      pushedAt: z.string(),
    }),
  ),
  /** Who may what with the facts, from the server's catalogue. */
  access: longMethod(
    'viewer',
    z.object({ password }),
    z.object({
      user: z.string(),
      mayWrite: z.boolean(),
      grants: z.array(z.object({ role: z.string(), rights: z.array(z.string()) })),
    }),
  ),
}
