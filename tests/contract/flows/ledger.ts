import type { MethodName } from '../../../src/shared/contract/index.ts'
import { CANARY, ok, no, type Flow } from './flow.ts'

const board = { name: `Board of ${CANARY.person}`, tiles: [] }

/** What is done to entries, and how they are looked at. */
export const ledger = {
  'ledger.dimensions': ok(),
  'ledger.members': ok({ dimension: 'payee' }),
  'ledger.page': ok(),
  'ledger.groups': ok({ groupBy: { dimension: 'payee' } }),
  'ledger.entry': ok(f => ({ id: f.of('ledger.page').rows[0].id })),
  'ledger.origins': ok(f => ({ ids: [f.of('ledger.page').rows[0].id] })),
  'ledger.exportCsv': ok(),
  'ledger.edit': ok({ entries: { ids: [1] }, set: { note: `${CANARY.note} for ${CANARY.person}, ${CANARY.iban}` } }), // prettier-ignore
  'ledger.attach': ok(f => ({ entry: 1, token: f.file(`${CANARY.person}.txt`, `receipt ${CANARY.iban}`) })),
  'ledger.attachments': ok({ entry: 1 }),
  'ledger.attachmentPiece': no(f => ({ entry: 1, attachment: f.of('ledger.attachments')[0].id })),
  'ledger.detach': ok(f => ({ entry: 1, attachment: f.of('ledger.attachments')[0].id })),
  'ledger.split': ok({ id: 1, parts: [{ amount: -30_000, note: CANARY.person }, { amount: -20_000 }] }),
  'ledger.join': no({ id: 999_999 }),
  'ledger.remove': ok({ entries: { ids: [4] } }),
  'ledger.trash': ok(),
  'ledger.purge': ok({ entries: { olderThan: 1 } }),
  'ledger.restoreEntries': ok({ ids: [4] }),
  'ledger.history': ok(),
  'ledger.undo': ok(),
  'ledger.redo': ok(),
  'dashboard.overview': ok(),
  'dashboard.boards': ok(),
  'dashboard.saveBoard': ok({ ...board }),
  'dashboard.exportBoards': ok(),
  'dashboard.importBoards': ok(f => ({ json: JSON.stringify(f.of('dashboard.exportBoards')) })),
  'dashboard.removeBoard': no({ id: 999 }),
  'dashboard.saveView': ok({ name: `View of ${CANARY.person}`, filters: { members: { payee: [CANARY.person] } } }), // prettier-ignore
  'dashboard.views': ok(),
  'dashboard.removeView': no({ id: 999 }),
  'explore.query': ok({ query: { measures: [{ op: 'sum' }], groupBy: [{ dimension: 'payee' }] } }),
  'explore.profile': ok(),
  'explore.breakdown': ok({ by: 'payee' }),
  'explore.pivot': ok({ rows: 'payee', columns: 'account' }),
  'explore.series': ok(),
  'explore.correlation': ok(),
  'explore.distribution': ok({ by: 'payee' }),
  'explore.schema': ok(),
  'explore.sql': no({ text: `SELECT nonsense FROM "${CANARY.iban}" WHERE payee = '${CANARY.person}'` }),
} satisfies Partial<Record<MethodName, Flow>>
