import type { MethodName } from '../../../src/shared/contract/index.ts'
import { CANARY, ok, no, not, type Flow } from './flow.ts'

const reach = { kind: 'postgres', name: 'Away', host: '127.0.0.1', port: 1, database: 'books', user: 'ada', tls: 'off' } // prettier-ignore
const elsewhere = 'needs a database server: sources.test.ts and warehouse.test.ts hold their passwords'

/** Other people’s databases. */
export const away = {
  'connections.save': ok({ connection: reach, password: CANARY.serverPassword }),
  'connections.list': ok(),
  'connections.test': no({ connection: reach, password: CANARY.serverPassword }),
  'connections.tables': no(f => ({ id: f.of('connections.list')[0].id })),
  'connections.preview': no(f => ({ id: f.of('connections.list')[0].id, source: { sql: `SELECT '${CANARY.iban}'` } })), // prettier-ignore
  'connections.saveQuery': ok(f => ({ query: { connection: f.of('connections.list')[0].id, name: 'All', source: { sql: 'SELECT 1' } } })), // prettier-ignore
  'connections.queries': ok(),
  'connections.extract': no(f => ({
    id: f.of('connections.queries')[0].id,
    password: CANARY.serverPassword,
  })),
  'connections.import': no(f => ({ id: f.of('connections.queries')[0].id, password: CANARY.serverPassword })),
  'connections.origin': ok(f => ({ batch: f.of('import.commit').id })),
  'connections.removeQuery': ok(f => ({ id: f.of('connections.queries')[0].id })),
  'warehouse.status': ok(),
  'warehouse.push': no(f => ({
    connection: f.of('connections.list')[0].id,
    password: CANARY.serverPassword,
  })),
  'warehouse.attach': no(f => ({
    connection: f.of('connections.list')[0].id,
    password: CANARY.serverPassword,
  })),
  'warehouse.reads': no({ on: true, password: CANARY.serverPassword }),
  'warehouse.refresh': not(elsewhere),
  'warehouse.access': not(elsewhere),
  'warehouse.detach': not(elsewhere),
  'connections.remove': ok(f => ({ id: f.of('connections.list')[0].id })),
} satisfies Partial<Record<MethodName, Flow>>
