import type { MethodName } from '../../src/shared/contract/index.ts'

/** Secrets and a person, who are put into every flow that takes them, and looked for wherever they must not be. */
export const CANARY = {
  password: 'canary-password-1f6b0d',
  wrong: 'canary-wrong-password-77c1',
  serverPassword: 'canary-server-password-52aa',
  modelKey: 'canary-model-key-90e3',
  iban: 'DE89370400440532013000',
  person: 'Jörg Canary-Müller',
  note: 'canary-note-of-the-ledger-9d2e',
} as const

/** What flows know of each other. */
export interface Flowing {
  /** The last good answer of a method. */
  // Each flow knows what its own forerunner answers; a test of the answers' shapes this is not.
  // oxlint-disable-next-line typescript/no-explicit-any
  of(name: MethodName): any
  /** A file with this content, picked. */
  file(name: string, content: string): string
  /** A path in a folder of this test's own. */
  path(name: string): string
  person(): number
}

type Make = (f: Flowing) => object
/** `refused`: the answer is a failure, whose words are looked through like any answer. */
export type Flow = { input: Make; refused?: true } | { not: string }

const ok = (input: Make | object = {}): Flow => ({
  input: typeof input === 'function' ? (input as Make) : () => input,
})
const no = (input: Make | object): Flow => ({ input: typeof input === 'function' ? (input as Make) : () => input, refused: true }) // prettier-ignore
const not = (why: string): Flow => ({ not: why })

/** Two years of a household: rent to a person with an IBAN, salary, groceries; one row that cannot be read. */
function statement(): string {
  const rows = ['Date,Payee,Description,Category,Amount']
  for (let month = 0; month < 26; month += 1) {
    const day = (d: number): string => new Date(Date.UTC(2024, month, d)).toISOString().slice(0, 10)
    rows.push(
      `${day(1)},${CANARY.person},Rent to ${CANARY.person} ${CANARY.iban},Rent,-${500 + month}.00`,
      `${day(3)},Acme GmbH,Salary,Salary,${3000 + month}.00`,
      `${day(8)},Tesco Stores 3267,"Groceries for CANARY-MUELLER, JÖRG",Food,-${40 + ((month * 7) % 13)}.10`,
    )
  }
  rows.push('2024-12-24,Anna Weber,Gift,Food,-900.00', `bad,${CANARY.person},${CANARY.iban},Rent,x`)
  return `${rows.join('\n')}\n`
}

const rule = { name: `Rent of ${CANARY.person}`, conditions: [{ field: 'payee', op: 'equals', value: CANARY.person }], actions: [{ do: 'set', field: 'note', value: CANARY.note }] } // prettier-ignore
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
const table = 'Date,Who,Amount\n2024-01-01,A,1.00\n2024-02-01,B,2.00\n2024-03-01,A,90.00\n'
const board = { name: `Board of ${CANARY.person}`, tiles: [] }
const reach = { kind: 'postgres', name: 'Away', host: '127.0.0.1', port: 1, database: 'books', user: 'ada', tls: 'off' } // prettier-ignore
const job = (f: Flowing) => ({ name: 'Nightly', task: { kind: 'quality' }, cron: '0 3 * * *', active: false, folder: f.path('') }) // prettier-ignore
const expects = { name: 'Payees', severity: 'warning', active: true, expects: { kind: 'pattern', field: 'payee', pattern: '^Nobody' } } // prettier-ignore
const away = 'needs a database server: sources.test.ts and warehouse.test.ts hold their passwords'

/**
 * One flow for each method of the contract, in the order in which they are run: a method without one does not compile. Methods that take
 * the workspace away come last.
 */
export const FLOWS: Record<MethodName, Flow> = {
  'settings.about': ok(),
  'settings.get': ok(),
  'settings.set': ok({ theme: 'dark' }),
  // What is said in English, diagnostics.test.ts looks through.
  'settings.speak': ok({ language: 'de' }),
  'workspace.recent': ok(),
  'workspace.status': ok(),
  'anomalies.table': ok(f => ({ token: f.file('t.csv', table), columns: ['Amount'], method: 'z-score' })),
  'forecast.table': no(f => ({ token: f.file(`${CANARY.note}.csv`, 'no,numbers\nhere,at all\n') })),
  'root-cause.explainTable': ok(f => ({ token: f.file('t.csv', table), measure: 'Amount', by: ['Who'], period: 'Date', from: '2024-01-01', to: '2024-03-01' })), // prettier-ignore
  'audit.table': ok(f => ({ token: f.file('t.csv', table), columns: { amount: 'Amount' }, request: { test: 'round' } })), // prettier-ignore
  'reports.verifyEvidence': ok(f => ({ token: f.file(`${CANARY.note}.zip`, 'no zip') })),
  'workspace.create': ok({ name: 'Canaries', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 1, password: CANARY.password }), // prettier-ignore
  'import.members': ok(f => ({ token: f.file('bank.csv', statement()) })),
  'import.preview': ok(f => ({ token: f.file('bank.csv', statement()) })),
  'import.commit': ok(f => ({ token: f.file('bank.csv', statement()), answers: {} })),
  'privacy.setMasking': ok({ who: 'everybody' }),
  'privacy.masking': ok(),
  'privacy.report': ok(),
  'privacy.setPerson': ok(f => ({ payee: f.person(), person: true })),
  'privacy.retention': ok(),
  'privacy.setRetention': ok({ kind: 'raw-files', months: 600 }),
  'privacy.runRetention': ok({ apply: false }),
  'privacy.years': ok(),
  'import.batches': ok(),
  'import.rejects': ok(f => ({ batch: f.of('import.commit').id })),
  'import.mappings': ok(),
  'import.exportMapping': ok(f => ({ id: f.of('import.mappings')[0].id })),
  'import.saveMapping': ok(f => ({ mapping: { ...f.of('import.mappings')[0].mapping, name: `Bank of ${CANARY.person}` } })), // prettier-ignore
  'import.deleteMapping': no({ id: 999 }),
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
  'anomalies.find': ok({ method: 'robust-z', record: true }),
  'anomalies.monthly': ok({ by: 'payee' }),
  'anomalies.decide': ok({ entry: 2, verdict: 'dismissed', note: `rent of ${CANARY.person}` }),
  'anomalies.verdicts': ok(),
  'anomalies.runs': ok(),
  'anomalies.challenge': ok({ method: 'z-score' }),
  'anomalies.promote': no({ run: 999 }),
  'anomalies.archive': no({ run: 999 }),
  'forecast.run': ok({ by: 'payee', method: 'naive', horizon: 2 }),
  'forecast.keep': ok({ method: 'naive', horizon: 2, note: CANARY.person }),
  'forecast.runs': ok(),
  'forecast.kept': ok(f => ({ run: f.of('forecast.runs').runs?.[0]?.id ?? f.of('forecast.runs')[0].id })),
  'forecast.promote': no({ run: 999 }),
  'forecast.archive': no({ run: 999 }),
  'forecast.write': no({ run: 999 }),
  'forecast.countries': ok(),
  'root-cause.explain': ok({ by: ['payee'], filters: { from: '2025-01-01', to: '2025-12-31' } }),
  'root-cause.breakdown': ok({ by: 'payee', filters: { from: '2025-01-01', to: '2025-12-31' } }),
  'root-cause.association': ok({
    by: ['payee'],
    filters: { from: '2025-01-01', to: '2025-12-31' },
    trees: 10,
  }),
  'budget.previewFile': ok(f => ({ token: f.file('b.csv', 'Category,2024-01,2024-02\nFood,10.00,20.00\nRent,1.00,2.00\n') })), // prettier-ignore
  'budget.importFile': ok(f => ({ token: f.file('b.csv', 'Category,2024-01,2024-02\nFood,10.00,20.00\nRent,1.00,2.00\n'), scenario: 'Budget' })), // prettier-ignore
  'budget.scenarios': ok(),
  'budget.plan': ok({ scenario: 'Budget', by: 'category', year: 2024 }),
  'budget.setPlan': ok({ scenario: 'Budget', by: 'category', year: 2024, cells: [{ key: 'Food', month: '2024-03', amount: 3000 }] }), // prettier-ignore
  'budget.variance': ok({
    scenario: 'Budget',
    by: ['category'],
    filters: { from: '2024-01-01', to: '2024-02-29' },
  }),
  'budget.saveComment': ok({ scenario: 'Budget', from: '2024-01-01', to: '2024-01-31', members: {}, text: `Ask ${CANARY.person}` }), // prettier-ignore
  'budget.setCapital': ok({ rule: null }),
  'quality.saveRule': ok({ rule: expects }),
  'quality.rules': ok(),
  'quality.check': ok({ rule: expects }),
  'quality.run': ok(),
  'quality.runs': ok(),
  'quality.reconcile': ok(),
  'quality.deleteRule': no({ id: 999 }),
  'quality.resetRules': ok(),
  'reference.previewChart': no(f => ({ token: f.file('c.csv', `no chart of ${CANARY.person}\n`) })),
  'reference.importChart': no(f => ({ token: f.file('c.csv', `no chart of ${CANARY.person}\n`) })),
  'reference.previewRates': no(f => ({ token: f.file('r.csv', `no rates of ${CANARY.person}\n`) })),
  'reference.importRates': no(f => ({ token: f.file('r.csv', `no rates of ${CANARY.person}\n`) })),
  'reference.previewIndicators': no(f => ({ token: f.file('i.csv', `none of ${CANARY.person}\n`) })),
  'reference.importIndicators': no(f => ({ token: f.file('i.csv', `none of ${CANARY.person}\n`) })),
  'reference.setRate': ok({ currency: 'EUR', date: '2024-01-05', rate: '0.86' }),
  'reference.removeRate': ok({ currency: 'EUR', date: '2024-01-05' }),
  'reference.convert': ok(),
  'reference.rates': ok(),
  'reference.rateDays': ok({ currency: 'EUR' }),
  'reference.accounts': ok(),
  'reference.indicators': ok(),
  'reference.indicator': no({ id: 999 }),
  'reference.renameIndicator': no({ id: 999, name: CANARY.person }),
  'reference.removeIndicator': no({ id: 999 }),
  'reference.prices': no({ indicator: 999 }),
  'rules.save': ok({ rule }),
  'rules.list': ok(),
  'rules.export': ok(),
  'rules.import': ok(f => ({ json: JSON.stringify(f.of('rules.export')) })),
  'rules.dryRun': ok({ rule }),
  'rules.apply': ok(),
  'rules.suggest': ok(),
  'rules.transfers': ok(),
  'rules.pairTransfers': no({ pairs: [{ out: 999_998, in: 999_999 }] }),
  'rules.unpair': no({ id: 999_999 }),
  'rules.refuseTransfer': ok({ out: 999_998, in: 999_999 }),
  'rules.recurring': ok(),
  'rules.categories': ok(),
  'rules.createCategory': ok({ name: `For ${CANARY.person}` }),
  'rules.renameCategory': ok({ key: 'Food', name: 'Groceries' }),
  'rules.moveCategory': ok({ key: 'Salary', parent: ['Income'] }),
  'rules.mergeCategory': no({ key: CANARY.person, into: 'Rent' }),
  'rules.addStarterCategories': ok({ language: 'en' }),
  'rules.reorder': ok(f => ({ ids: f.of('rules.import').rules.map(({ id }: { id: number }) => id) })),
  'rules.remove': no({ id: 999 }),
  'schedule.save': ok(f => ({ job: job(f) })),
  'schedule.list': ok(),
  'schedule.run': ok(f => ({ id: f.of('schedule.list')[0].id })),
  'schedule.tick': ok(),
  'schedule.runs': ok(),
  'schedule.files': ok(f => ({ job: f.of('schedule.list')[0].id })),
  'schedule.remove': ok(f => ({ id: f.of('schedule.list')[0].id })),
  'alerts.saveRule': ok({ rule: { name: `Rent of ${CANARY.person}`, watch: { kind: 'threshold', filters: { members: { payee: [CANARY.person] } }, limit: 1 } } }), // prettier-ignore
  'alerts.rules': ok(),
  'alerts.look': ok({ force: true }),
  'alerts.list': ok(),
  'alerts.mark': ok({ as: 'read' }),
  'alerts.deleteRule': no({ id: 999 }),
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
  'warehouse.refresh': not(away),
  'warehouse.access': not(away),
  'warehouse.detach': not(away),
  'connections.remove': ok(f => ({ id: f.of('connections.list')[0].id })),
  'import.undo': ok(f => ({ batch: f.of('budget.importFile').batch })),
  'import.restore': no({ batch: 999 }),
  'security.addUser': ok({ name: 'Eva', role: 'viewer', password: `${CANARY.password}-eva` }),
  'security.users': ok(),
  'security.renameUser': ok(f => ({ id: idOf(f, 'Eva'), name: 'Eve' })),
  'security.setRole': ok(f => ({ id: idOf(f, 'Eva'), role: 'analyst' })),
  'security.resetPassword': ok(f => ({ id: idOf(f, 'Eva'), password: `${CANARY.password}-eve` })),
  'security.changePassword': no({ current: CANARY.wrong, next: `${CANARY.password}-next` }),
  'security.newRecoveryKey': ok({ current: CANARY.password }),
  'security.setAutoLock': ok({ minutes: 30 }),
  'security.autoLock': ok(),
  'security.auditHead': ok(),
  'security.log': ok(),
  'security.verifyLog': ok(),
  'security.acceptAlarms': ok(),
  'security.removeUser': ok(f => ({ id: idOf(f, 'Eva') })),
  'workspace.setPassword': ok({ password: `${CANARY.password}-set`, current: CANARY.password }),
  'workspace.update': ok({ name: 'Canaries' }),
  'workspace.verify': ok(),
  'workspace.duplicate': ok(f => ({ path: f.path('copy.farthing') })),
  'workspace.newDataKey': not('security.removeUser calls it, and is run'),
  'workspace.compact': not('answers two sizes, after the copy that workspace.duplicate makes'),
  'workspace.move': ok(f => ({ path: f.path('moved.farthing') })),
  'backup.configure': ok({ automatic: true }),
  'backup.make': ok(),
  'backup.list': ok(),
  'backup.verify': ok(f => ({ path: f.of('backup.make').path })),
  'backup.integrity': ok(),
  'backup.renew': ok(),
  'backup.restore': ok(f => ({ path: f.of('backup.renew').made.path, to: f.path('restored.farthing') })),
  'privacy.closeYear': ok({ year: 2024 }),
  'privacy.archiveYear': ok({ year: 2024 }),
  'privacy.reopenYear': ok({ year: 2024 }),
  'diagnostics.health': ok(),
  'diagnostics.losses': ok(),
  'diagnostics.lossesSeen': ok(),
  'diagnostics.log': ok(),
  'diagnostics.upkeep': ok({ now: true }),
  'diagnostics.bundlePreview': ok(),
  'diagnostics.bundle': ok(f => ({ to: f.path('bundle.zip') })),
  'privacy.erase': ok(f => ({ payee: f.person() })),
  'workspace.open': no(f => ({ path: f.path('moved.farthing'), password: CANARY.wrong })),
  'security.lock': ok(),
  'workspace.close': ok(),
  'workspace.sample': not('holds nothing of anybody’s'),
}

const idOf = (f: Flowing, name: string): string =>
  f.of('security.addUser').find((user: { name: string }) => user.name === name)?.id ?? ''
