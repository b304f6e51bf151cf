import type { ConnectionKind } from '../../../../shared/contract/connections.ts'
import type { Reach } from '../../../db/remote/reach.ts'
import type { OpenSource } from './source.ts'

/** Every kind of database there is, its driver loaded when one is first opened. A new one is a folder and a line here. */
const SOURCES: Readonly<Record<ConnectionKind, (reach: Reach) => Promise<OpenSource>>> = {
  postgres: async reach => (await import('./postgres/index.ts')).openPostgres(reach),
  mysql: async reach => (await import('./mysql/index.ts')).openMysql(reach),
  sqlite: async reach => (await import('./sqlite/index.ts')).openSqlite(reach),
}

export const openSource = (reach: Reach): Promise<OpenSource> => SOURCES[reach.kind](reach)
