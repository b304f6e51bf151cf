import { z } from 'zod'
import {
  ConnectionBodySchema,
  SourceQueryBodySchema,
  type ConnectionBody,
  type SourceQuery,
} from '../../../shared/contract/connections.ts'
import type { ConnectionRow, QueryRow } from './queries.ts'

export interface StoredConnection extends ConnectionBody {
  id: number
}

export function connectionOf({ id, name, kind, parameters }: ConnectionRow): StoredConnection {
  const body = ConnectionBodySchema.parse({ ...(JSON.parse(parameters) as object), name, kind })
  return { id, ...body }
}

export function queryOf({ id, connection, name, parameters, ...state }: QueryRow): SourceQuery {
  const body = SourceQueryBodySchema.parse({ ...(JSON.parse(parameters) as object), connection, name })
  return { id, ...body, ...state }
}

const ColumnsSchema = z.object({ columns: z.array(z.string()).optional() })

/** The columns that a query had when it was last loaded; nobody but the reading itself asks for them. */
export const columnsOf = ({ parameters }: QueryRow): string[] | undefined =>
  ColumnsSchema.parse(JSON.parse(parameters)).columns
