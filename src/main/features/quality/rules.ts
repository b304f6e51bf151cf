import {
  ExpectationSchema,
  SEVERITIES,
  type Expectation,
  type QualityRule,
  type QualityRuleBody,
} from '../../../shared/contract/quality.ts'
import { readMeta, writeMeta } from '../../db/meta.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { deleteQualityRules, insertQualityRule, selectQualityRules, type RuleRow } from './queries.ts'

const SEEDED = 'quality_rules'

const rule = (severity: QualityRuleBody['severity'], expects: Expectation): QualityRuleBody => ({
  name: '',
  severity,
  active: true,
  expects,
})

/** What is expected of every workspace until somebody says otherwise; no rule needs to know the data. */
const DEFAULTS: Record<'personal' | 'ledger', readonly QualityRuleBody[]> = {
  personal: [
    rule('error', { kind: 'not-null', field: 'base_amount' }),
    rule('warning', { kind: 'not-null', field: 'description' }),
    rule('info', { kind: 'not-null', field: 'category' }),
    rule('warning', { kind: 'date', from: '1970-01-01', ahead: 31 }),
    rule('info', {
      kind: 'unique',
      fields: ['day', 'amount', 'currency', 'account', 'payee', 'description', 'reference'],
    }),
    rule('info', { kind: 'refers', field: 'category', to: 'category-in-use' }),
    rule('info', { kind: 'fresh', days: 45, by: 'account' }),
  ],
  ledger: [
    rule('error', { kind: 'not-null', field: 'base_amount' }),
    rule('error', { kind: 'not-null', field: 'account' }),
    rule('warning', { kind: 'not-null', field: 'document' }),
    rule('error', { kind: 'balanced' }),
    rule('warning', { kind: 'refers', field: 'account', to: 'account-type' }),
    rule('warning', { kind: 'date', from: '1970-01-01', ahead: 31 }),
    rule('info', {
      kind: 'unique',
      fields: [
        'day',
        'amount',
        'currency',
        'account',
        'cost_centre',
        'company',
        'document',
        'reference',
        'description',
      ],
    }),
    rule('info', { kind: 'fresh', days: 45 }),
  ],
}

/** The rules; in a workspace in which nobody has touched them, its profile's, under the ids that they will have. */
export function qualityRulesOf(db: ReadableDB): QualityRule[] {
  if (readMeta(db, SEEDED) !== undefined) return selectQualityRules(db).map(fromRow)
  return defaultsOf(db).map((body, i) => ({ ...body, id: i + 1 }))
}

function defaultsOf(db: ReadableDB): readonly QualityRuleBody[] {
  return DEFAULTS[readMeta(db, 'profile') === 'ledger' ? 'ledger' : 'personal']
}

/** Writes the profile's rules down where they have not been. Inside the writer's transaction. */
export function seedRules(db: WritableDB): void {
  if (readMeta(db, SEEDED) === undefined) resetRules(db)
}

export function resetRules(db: WritableDB): void {
  deleteQualityRules(db)
  for (const [i, body] of defaultsOf(db).entries()) insertQualityRule(db, { ...toRow(body), id: i + 1 })
  writeMeta(db, SEEDED, 'yes')
}

export function toRow({ name, severity, active, expects }: QualityRuleBody): Omit<RuleRow, 'id'> {
  const { kind, ...parameters } = expects
  return { kind, name, severity, active: active ? 1 : 0, parameters: JSON.stringify(parameters) }
}

function fromRow({ id, kind, name, parameters, severity, active }: RuleRow): QualityRule {
  return {
    id,
    name,
    severity: SEVERITIES.find(one => one === severity) ?? 'warning',
    active: active === 1,
    expects: ExpectationSchema.parse({ kind, ...(JSON.parse(parameters) as object) }),
  }
}
