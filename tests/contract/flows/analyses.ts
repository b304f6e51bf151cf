import type { MethodName } from '../../../src/shared/contract/index.ts'
import { CANARY, ok, no, type Flow } from './flow.ts'

/** What is unusual, what comes, why, and what was planned. */
export const analyses = {
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
} satisfies Partial<Record<MethodName, Flow>>
