import { exponentOf, toDecimal } from '../../../../../shared/money/minor.ts'
import { csvRecord } from '../../../../../shared/csv/write-csv.ts'
import type { Input, Output } from '../../../../../shared/contract/index.ts'
import type { Section } from '../../../../../shared/report/definition.ts'
import { rm } from 'node:fs/promises'
import { spill } from '../../make/rows.ts'
import { measured, type Making } from '../../make/making.ts'

export type AuditSection = Extract<Section, { kind: 'audit' }>
export type AuditRequest = Input<'audit.table'>['request']
export type AuditResult = Output<'audit.table'>

/** The test's parameters as the section sets them; undefined where one is missing that only a person can choose. */
export function requestOf({ test, limit, seed }: AuditSection): AuditRequest | undefined {
  switch (test) {
    case 'benford':
      return { test, digits: ['first-two'], seed }
    case 'sample':
      return limit === undefined ? undefined : { test, materiality: limit, seed }
    case 'split':
      return limit === undefined ? undefined : { test, limit }
    case 'limit':
      return limit === undefined ? undefined : { test, limits: [limit] }
    default:
      return { test } as AuditRequest
  }
}

const COLUMNS = ['date', 'amount', 'payee', 'reference', 'document', 'account', 'text', 'user'] as const

/** Runs the test on the entries of spending in the report's days; `entries` are the ids by row, counted from 1. */
export async function runTest(
  making: Making,
  request: AuditRequest,
  limit: number,
): Promise<{ result: AuditResult; entries: number[]; filters: Making['filters'] }> {
  const filters = measured(making.filters, 'spending', making.profile)
  const entries: number[] = [0]
  const exponent = exponentOf(making.currency)
  const negate = making.profile === 'personal'
  const file = await spill(making, filters, COLUMNS.join(','), entry => {
    entries.push(entry.id)
    const amount =
      entry.baseAmount === null ? '' : toDecimal(negate ? -entry.baseAmount : entry.baseAmount, exponent)
    const { payee = '', account = '', user = '' } = entry.members
    return csvRecord([
      entry.date,
      amount,
      payee,
      entry.reference,
      entry.document,
      account,
      entry.description,
      user,
    ])
  })
  try {
    const { token } = making.ctx.app.files.add(file.path, 'entries.csv', file.bytes, true)
    const gaps = request.test === 'gaps'
    const result = await making.call('audit.table', {
      token,
      columns: {
        amount: 'amount',
        payee: 'payee',
        date: 'date',
        reference: 'reference',
        ...(gaps && { number: 'document' }),
      },
      request,
      limit,
    })
    return { result, entries, filters }
  } finally {
    await rm(file.path, { force: true })
  }
}
