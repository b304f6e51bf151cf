import { readMeta, writeMeta } from '../../db/meta.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { CapitalRuleSchema, type CapitalRule } from '../../../shared/contract/budget.ts'

const CAPITAL = 'budget_capital'

/** The rule that a person has set; undefined where none is. */
export function readCapital(db: ReadableDB): CapitalRule | undefined {
  const json = readMeta(db, CAPITAL)
  return json === undefined || json === '' ? undefined : CapitalRuleSchema.parse(JSON.parse(json))
}

export function writeCapital(db: WritableDB, rule: CapitalRule | null): void {
  writeMeta(db, CAPITAL, rule === null ? '' : JSON.stringify(rule))
}
