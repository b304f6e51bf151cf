import type { AuditRequest } from '../../../shared/data/audit-request.ts'
import type { AuditResult } from '../../../shared/data/audit-result.ts'
import { toDecimal, type Total } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { readDecimal, unitsOf } from './checks/decimal.ts'
import { MONEY_VALUES, sumOf, type Exception, type Population, type Steps } from './checks/population.ts'
import { outcomeOf } from './outcomes.ts'
import { statementOf } from './statements.ts'
import type { Origin } from './tools.ts'
import { say } from './messages.ts'

/** Runs one test and writes its answer. The same rows give the same answer, from a file or from a workspace. Throws `bad-input` and `cancelled`. */
export async function runTest(
  population: Population,
  request: AuditRequest,
  origin: Origin,
  op: OpContext,
): Promise<AuditResult> {
  const money = (units: Total): string => toDecimal(units, population.places)
  const units = (text: string): number => {
    const value = unitsOf(text, population.places)
    if (value !== undefined) return value
    throw new FailureError('bad-input', say().amountBeside(text))
  }
  const steps = stepsOf(op)
  const { exceptions = [], ...detail } = await outcomeOf(population, request, { steps, money, units, origin })
  const { entries, lines, numbers } = origin
  return {
    test: request.test,
    parameters: { ...parametersOf(request), ...origin.parameters },
    population: {
      rows: population.count,
      sum: origin.withAmount ? money(sumOf(population.amounts)) : null,
      ...(origin.blank !== undefined && { blank: origin.blank }),
      ...(origin.rounded !== undefined && { rounded: origin.rounded }),
      ...(origin.unconverted !== undefined && { unconverted: origin.unconverted }),
    },
    found: exceptions.length,
    exceptions: exceptions.slice(0, origin.limit).map(one => ({
      rows: one.rows.map(row => numbers?.[row] ?? row + 1),
      ...(lines && { lines: one.rows.map(row => lines[row] as number) }),
      ...(entries && { entries: one.rows.map(row => entries[row] as number) }),
      code: one.code,
      values: valuesOf(one, money),
      amount: money(one.amount),
      statement: statementOf(one, population.places, origin.withAmount),
    })),
    ...detail,
  }
}

/** Places of the amounts that were asked for: a limit of 4999.995 is not rounded to the file's cents. */
export function placesAsked(request: AuditRequest): number {
  const asked =
    request.test === 'limit'
      ? request.limits
      : request.test === 'split'
        ? [request.limit]
        : request.test === 'sample'
          ? [request.materiality, request.interval]
          : request.test === 'stratify'
            ? [...(request.bounds ?? []), request.total]
            : request.test === 'aging'
              ? [request.total]
              : request.test === 'period-end'
                ? [request.minimum]
                : []
  return asked.reduce((most, text) => Math.max(most, readDecimal(text ?? '0')?.places ?? 0), 0)
}

/** A list of people is its number: it is no parameter to print. */
function parametersOf({ test: _test, ...rest }: AuditRequest): Record<string, string | number | boolean> {
  const shown: Record<string, string | number | boolean> = {}
  for (const [name, value] of Object.entries(rest) as [string, unknown][]) {
    if (value === undefined) continue
    if (name === 'employees') shown[name] = (value as unknown[]).length
    else shown[name] = Array.isArray(value) ? value.join(', ') : (value as string | number | boolean)
  }
  return shown
}

function valuesOf({ values }: Exception, money: (units: Total) => string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && MONEY_VALUES.includes(name) ? money(value) : value,
    ]),
  )
}

const stepsOf = (op: OpContext): Steps => ({
  step(done, total) {
    if (op.cancelled()) throw new FailureError('cancelled', say().cancelled)
    op.progress({ stage: 'audit', done, total, unit: 'steps' })
  },
})
