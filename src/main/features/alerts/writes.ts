import type { AlertList, AlertRule, AlertRuleBody } from '../../../shared/contract/alerts.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { WritableDB } from '../../db/types.ts'
import { deleteAlertsOf, deleteRule, insertAlert, insertRule, markAlerts, updateRule } from './queries.ts'
import { listOf, rulesOf, toRow } from './rows.ts'
import type { Said } from './say.ts'
import { say } from './messages.ts'

/** None of these changes what queries answer: the ledger's revision stays. */
export function alertsWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  return {
    alertsSaveRule: ({ id, rule }: { id?: number; rule: AlertRuleBody }): AlertRule[] =>
      change(() => {
        if (id === undefined) insertRule(db, { ...toRow(rule), createdAt: new Date().toISOString() })
        else if (!updateRule(db, { ...toRow(rule), id })) throw noRule(id)
        return rulesOf(db)
      }),

    alertsDeleteRule: ({ id }: { id: number }): AlertRule[] =>
      change(() => {
        deleteAlertsOf(db, id)
        if (!deleteRule(db, id)) throw noRule(id)
        return rulesOf(db)
      }),

    /** Keeps what is new. */
    alertsRaise: ({ said }: { said: Said[] }): { raised: number } =>
      change(() => {
        const raisedAt = new Date().toISOString()
        let raised = 0
        for (const { figures, filters, ...one } of said) {
          const kept = insertAlert(db, {
            ...one,
            figures: JSON.stringify(figures),
            filters: filters ? JSON.stringify(filters) : '',
            raisedAt,
          })
          if (kept) raised += 1
        }
        return { raised }
      }),

    alertsMark: ({ ids, as }: { ids?: number[]; as: 'read' | 'unread' | 'dismissed' }): AlertList =>
      change(() => {
        markAlerts(db, ids, as)
        return listOf(db)
      }),
  }
}

const noRule = (id: number): FailureError => new FailureError('not-found', say().noRule(id))
