import {
  AlertRuleSchema,
  AlertSchema,
  type AlertList,
  type AlertRule,
  type AlertRuleBody,
} from '../../../shared/contract/alerts.ts'
import type { ReadableDB } from '../../db/types.ts'
import { countUnread, selectAlerts, selectRules, type RuleRow } from './queries.ts'

/** Rules as they stand in the workspace. Throws where a row is not one: only a damaged file has such. */
export const rulesOf = (db: ReadableDB): AlertRule[] =>
  selectRules(db).map(row =>
    AlertRuleSchema.parse({
      id: row.id,
      name: row.name,
      enabled: row.enabled === 1,
      createdAt: row.createdAt,
      watch: { ...(JSON.parse(row.parameters) as object), kind: row.kind },
    }),
  )

export function toRow({ name, enabled, watch }: AlertRuleBody): Omit<RuleRow, 'id' | 'createdAt'> {
  const { kind, ...parameters } = watch
  return { kind, name, parameters: JSON.stringify(parameters), enabled: enabled ? 1 : 0 }
}

export const listOf = (db: ReadableDB): AlertList => ({
  alerts: selectAlerts(db).map(({ figures, filters, readAt, ...row }) =>
    AlertSchema.parse({
      ...row,
      figures: JSON.parse(figures),
      ...(filters !== '' && { filters: JSON.parse(filters) }),
      read: readAt !== null,
    }),
  ),
  unread: countUnread(db),
})
