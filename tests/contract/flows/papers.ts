import type { MethodName } from '../../../src/shared/contract/index.ts'
import { CANARY, ok, no, type Flow } from './flow.ts'

const report = {
  name: `Paid to ${CANARY.person}`,
  template: 'own',
  parameters: { period: '2024' },
  sections: [
    { id: 'k', kind: 'kpis' },
    { id: 't', kind: 'table', by: 'payee' },
    { id: 'd', kind: 'data' },
    { id: 'n', kind: 'notes', text: `Ask ${CANARY.person}, ${CANARY.iban}` },
  ],
}

/** Workpapers, reports, conversations. */
export const papers = {
  'audit.tests': ok(),
  'audit.find': ok({ request: { test: 'round' } }),
  'audit.record': ok({ request: { test: 'round' }, title: CANARY.person, by: 'Ada' }),
  'audit.runs': ok(),
  'audit.show': ok(f => ({ run: f.of('audit.record').run })),
  'audit.verdict': no(f => ({ run: f.of('audit.record').run, exceptions: [99_999], verdict: 'cleared', note: CANARY.person })), // prettier-ignore
  'audit.values': no(f => ({ run: f.of('audit.record').run, items: [{ item: 1, audit: '1.00' }] })),
  'audit.valuesFile': no(f => ({ run: f.of('audit.record').run, token: f.file('v.csv', 'x\n') })),
  'audit.conclude': ok(f => ({ run: f.of('audit.record').run, conclusion: `Paid to ${CANARY.person}` })),
  'audit.sign': no({ run: 999 }),
  'audit.discard': no({ run: 999 }),
  'reports.templates': ok(),
  'reports.save': ok({ report }),
  'reports.list': ok(),
  'reports.preview': ok({ report }),
  'reports.make': ok(f => ({ which: { id: f.of('reports.save').id }, format: 'xlsx' })),
  'reports.piece': ok(f => ({ token: f.of('reports.make').token, offset: 0 })),
  'reports.runs': ok(),
  'reports.trace': no({ id: CANARY.note }),
  'reports.compare': no({ run: 999 }),
  'reports.compareRows': no({ run: 999, figure: 'k.total', cause: 'edits' }),
  'reports.makeEvidence': ok(f => ({
    which: { id: f.of('reports.save').id },
    formats: ['json', 'html', 'csv'],
  })),
  'reports.deliver': ok(f => ({ id: f.of('reports.save').id, format: 'html', folder: f.path('') })),
  'reports.duplicate': ok(f => ({ id: f.of('reports.save').id })),
  'reports.remove': no({ id: 999 }),
  'chat.ask': ok({ question: `How much went to ${CANARY.person}?` }),
  'chat.createRoom': ok({ name: CANARY.person }),
  'chat.say': ok(f => ({ room: f.of('chat.createRoom').id, question: `Wie viel ging an ${CANARY.person}?` })),
  'chat.rooms': ok(),
  'chat.messages': ok(f => ({ room: f.of('chat.createRoom').id })),
  'chat.exportRoom': ok(f => ({ room: f.of('chat.createRoom').id, format: 'markdown' })),
  'chat.renameRoom': ok(f => ({ room: f.of('chat.createRoom').id, name: 'Rent' })),
  'chat.suggestions': ok(),
  'chat.setModel': ok({ baseUrl: 'http://127.0.0.1:1/v1', model: 'm', key: CANARY.modelKey }),
  'chat.consent': ok({ allow: true }),
  'chat.model': ok(),
  'chat.preview': ok({ question: `What did ${CANARY.person} get?` }),
  'chat.askModel': no(f => ({
    question: `What did ${CANARY.person} get?`,
    digest: f.of('chat.preview').digest,
  })),
  'chat.modelLog': ok(),
  'chat.clearRoom': ok(f => ({ room: f.of('chat.createRoom').id })),
  'chat.deleteRoom': ok(f => ({ room: f.of('chat.createRoom').id })),
} satisfies Partial<Record<MethodName, Flow>>
