import type { MethodName } from '../../../src/shared/contract/index.ts'
import { CANARY, ok, no, type Flow } from './flow.ts'

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
const table = 'Date,Who,Amount\n2024-01-01,A,1.00\n2024-02-01,B,2.00\n2024-03-01,A,90.00\n'

/** A workspace is made out of a statement, and who may be seen is said. */
export const ground = {
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
} satisfies Partial<Record<MethodName, Flow>>
