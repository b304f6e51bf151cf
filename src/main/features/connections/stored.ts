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
