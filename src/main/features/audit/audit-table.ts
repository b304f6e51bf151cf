import type { AuditColumns, AuditRequest, AuditTableResult } from '../../../shared/contract/audit.ts'
import { toDecimal, type Total } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { readPlainTable, textColumn, type PlainTable } from '../../files/plain-table.ts'
import { benford } from './checks/benford/benford.ts'
import { readDecimal, unitsOf } from './checks/decimal.ts'
import { duplicates } from './checks/duplicates/duplicates.ts'
import { gaps } from './checks/gaps/gaps.ts'
import { missingFor } from './checks/index.ts'
import { belowLimits } from './checks/limit/below-limit.ts'
import { sumOf, type Exception, type Population, type Steps } from './checks/population.ts'
import { roundAmounts } from './checks/round/round.ts'
import { splitInvoices } from './checks/split/split-invoices.ts'
import { sampleTable } from './sample-table.ts'
import { statementOf } from './statements.ts'
import { placesOf, populationOf } from './table-population.ts'

export interface AuditTableRequest {
  path: string
  name: string
  columns: AuditColumns
  request: AuditRequest
  limit: number
}

type Outcome = Omit<AuditTableResult, 'test' | 'parameters' | 'population' | 'found' | 'exceptions'> & {
  exceptions?: readonly Exception[]
}

/** Op: one audit test on a plain table. Throws `bad-input` naming line, column and value, or the columns missing, and `cancelled`. */
export function auditTable(
  { columns, request, limit, ...file }: AuditTableRequest,
  op: OpContext,
): AuditTableResult {
  const missing = missingFor(request.test, new Set(Object.keys(columns)))
  if (missing.length > 0)
    throw new FailureError(
      'bad-input',
      `The test ${request.test} needs to know which column is the ${missing.join(' and the ')}.`,
    )
  if (columns.audit !== undefined && request.test !== 'sample')
    throw new FailureError('bad-input', 'Audit values go with the test sample.')
  const table = readPlainTable(file)
  if (table.rows.length === 0) throw new FailureError('bad-input', `${file.name} has a header and no rows.`)
  const population = populationOf(table, columns, Math.max(placesAsked(request), auditPlaces(table, columns)))
  const money = (units: Total): string => toDecimal(units, population.places)
  const { exceptions = [], ...detail } = run(table, population, columns, request, stepsOf(op))
  return {
    test: request.test,
    parameters: parametersOf(request, columns),
    population: {
      rows: population.count,
      sum: columns.amount === undefined ? null : money(sumOf(population.amounts)),
    },
    found: exceptions.length,
    exceptions: exceptions.slice(0, limit).map(one => ({
      rows: one.rows.map(row => row + 1),
      lines: one.rows.map(row => table.lines[row] as number),
      code: one.code,
      values: valuesOf(one, money),
      amount: money(one.amount),
      statement: statementOf(one, money),
    })),
    ...detail,
  }
}

function run(
  table: PlainTable,
  population: Population,
  columns: AuditColumns,
  request: AuditRequest,
  steps: Steps,
): Outcome {
  const units = (text: string): number => {
    const value = unitsOf(text, population.places)
    if (value !== undefined && value > 0) return value
    throw new FailureError('bad-input', `${text} is not an amount that can be kept beside those of the file.`)
  }
  switch (request.test) {
    case 'benford':
      return {
        benford: request.signs.flatMap(sign =>
          request.digits.map(digits => benford(population, { digits, sign, seed: request.seed }, steps)),
        ),
      }
    case 'duplicates': {
      const { exceptions, found, reversed } = duplicates(population, request, steps)
      return { exceptions, duplicates: { ...found, reversed } }
    }
    case 'gaps': {
      const { exceptions, ...rest } = gaps(population)
      return { exceptions, gaps: rest }
    }
    case 'limit': {
      const { bands, exceptions } = belowLimits(population, {
        limits: request.limits.map(units),
        percent: request.percent,
      })
      const limits = bands.map(band => ({ ...band, limit: toDecimal(band.limit, population.places) }))
      return { exceptions, limits }
    }
    case 'round': {
      const { exceptions, ...round } = roundAmounts(population, request)
      return { exceptions, round }
    }
    case 'sample':
      return { sample: sampleTable(table, population, columns.audit, request, units) }
    case 'split':
      return { exceptions: splitInvoices(population, { ...request, limit: units(request.limit) }) }
  }
}

/** Places of the amounts that were asked for: a limit of 4999.995 is not rounded to the file's cents. */
function placesAsked(request: AuditRequest): number {
  const asked =
    request.test === 'limit'
      ? request.limits
      : request.test === 'split'
        ? [request.limit]
        : request.test === 'sample'
          ? [request.materiality, request.interval ?? '0']
          : []
  return asked.reduce((most, text) => Math.max(most, readDecimal(text)?.places ?? 0), 0)
}

/** An audit value is never rounded to the places of the book values. */
const auditPlaces = (table: PlainTable, { audit }: AuditColumns): number =>
  audit === undefined ? 0 : placesOf(textColumn(table, audit))

function parametersOf(
  { test: _test, ...rest }: AuditRequest,
  columns: AuditColumns,
): Record<string, string | number> {
  const named = Object.entries(columns).map(([field, column]) => [`column.${field}`, column] as const)
  const given = Object.entries(rest).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value as string | number)] as const,
  )
  return Object.fromEntries([...given, ...named].filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number
  >
}

/** A limit among the values is money. */
const valuesOf = ({ values }: Exception, money: (units: Total) => string): Record<string, string | number> =>
  typeof values['limit'] === 'number' ? { ...values, limit: money(values['limit']) } : { ...values }

const stepsOf = (op: OpContext): Steps => ({
  step(done, total) {
    if (op.cancelled()) throw new FailureError('cancelled', 'Cancelled.')
    op.progress({ stage: 'audit', done, total, unit: 'steps' })
  },
})
