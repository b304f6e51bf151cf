import type { Rule, RuleBody, Suggestion } from '../../../shared/contract/rules.ts'
import { RuleBodySchema } from '../../../shared/contract/rules.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import type { Item } from './analysis/recurring.ts'
import { suggestRules } from './analysis/suggest.ts'
import type { Side } from './analysis/transfers.ts'
import { categoriesOf } from './categories.ts'
import { countPairs, selectLastDay, selectNames, selectPaired, selectRefusals, selectRows, selectRules, selectUsage } from './queries.ts' // prettier-ignore
import { activeRules, mustCompile, PIECE, Run, type Plan } from './run.ts'
import { say } from './messages.ts'

export function rulesReads(db: ReadableDB, _engine: Engine) {
  return {
    rulesList: (): Rule[] => rulesOf(db),

    /** Answers other calls between its pieces. `rule`: only this one, saved or not. */
    rulesPlan: async (
      input: { rule?: RuleBody; id?: number; batch?: number; examples: number },
      op: OpContext,
    ): Promise<Plan> => {
      const rules = input.rule ? [mustCompile({ ...input.rule, id: 0 })] : activeRules(db, input.id)
      const run = new Run(db, rules, input.examples)
      if (rules.length === 0) return run.plan
      await eachPiece(db, op, input.batch, rows => run.take(rows))
      return run.plan
    },

    rulesSuggest: (input: { atLeast: number; purity: number }): Suggestion[] => {
      const rules = activeRules(db).filter(rule =>
        rule.actions.some(action => action.do === 'set' && action.field === 'category'),
      )
      const covered = (payee: string): boolean =>
        rules.some(rule =>
          rule.matches({ id: 0, day: 0, amount: 0, texts: { payee }, flow: '', part: false }),
        )
      return suggestRules(selectUsage(db), { ...input, covered })
    },

    /** Entries that may be sides of transfers: with an account, not paired yet. */
    rulesSides: async (
      _input: object,
      op: OpContext,
    ): Promise<{ sides: Side[]; refused: [number, number][]; paired: number }> => {
      const paired = selectPaired(db)
      const names = selectNames(db)
      const sides: Side[] = []
      await eachPiece(db, op, undefined, rows => {
        for (const row of rows) {
          if (row.account === 0 || row.amount === 0 || paired.has(row.id)) continue
          const { id, day, amount, base, description, reference, note } = row
          sides.push({
            id,
            day,
            amount,
            base,
            currency: names.currency[row.currency] ?? '',
            account: names.account[row.account] ?? '',
            text: `${names.payee[row.payee] ?? ''} ${description} ${reference} ${note}`,
            flow: names.flow[row.flow] ?? '',
            category: names.category[row.category] ?? '',
          })
        }
      })
      return { sides, refused: selectRefusals(db), paired: countPairs(db) }
    },

    rulesItems: async (_input: object, op: OpContext): Promise<{ items: Item[]; until: number }> => {
      const names = selectNames(db)
      const items: Item[] = []
      await eachPiece(db, op, undefined, rows => {
        for (const row of rows) {
          if ((names.flow[row.flow] ?? '') === 'transfer') continue
          items.push({
            id: row.id,
            day: row.day,
            amount: row.amount,
            currency: names.currency[row.currency] ?? '',
            payee: names.payee[row.payee] || row.description,
            account: names.account[row.account] ?? '',
            category: names.category[row.category] ?? '',
          })
        }
      })
      return { items, until: selectLastDay(db) ?? 0 }
    },

    rulesCategories: () => categoriesOf(db),
  }
}

export function rulesOf(db: ReadableDB): Rule[] {
  return selectRules(db).map(({ id, position, json }) => ({
    ...RuleBodySchema.parse(JSON.parse(json)),
    id,
    position,
  }))
}

/** All entries, piece by piece; what else is asked of the reader is answered in between. */
async function eachPiece(
  db: ReadableDB,
  op: OpContext,
  batch: number | undefined,
  take: (rows: ReturnType<typeof selectRows>) => void,
): Promise<void> {
  let done = 0
  for (let after = -1; ;) {
    if (op.cancelled()) throw new FailureError('cancelled', say().cancelled())
    const rows = selectRows(db, after, PIECE, batch)
    take(rows)
    done += rows.length
    op.progress({ stage: 'rules', done, total: 0, unit: 'entries' })
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    // oxlint-disable-next-line no-await-in-loop -- so that a page of the ledger need not wait for all of them
    await new Promise(resolve => setImmediate(resolve))
  }
}
