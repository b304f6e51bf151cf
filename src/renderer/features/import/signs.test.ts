import { expect, test } from 'vitest'
import type { Mapping, PreviewFile } from '../../../shared/contract/import.ts'
import { signsOf } from './signs.ts'

const preview = (...amounts: string[]): PreviewFile =>
  ({ rows: amounts.map((amount, line) => ({ line, outcome: 'load', amount })) }) as unknown as PreviewFile
const mapping = (rest: Partial<Mapping>, ...more: Mapping['fields']): Mapping =>
  ({ profile: 'personal', fields: [{ column: 2, field: 'amount' }, ...more], ...rest }) as Mapping
const NEGATED = { fields: [{ column: 2, field: 'amount', negate: true }] }

test('payments without a minus are told to be read as money in, and once turned as money out', () => {
  expect(signsOf(preview('3.20', '9.00'), mapping({}))).toEqual({ column: 2, all: 'in', turned: false })
  expect(signsOf(preview('-3.20', '-9.00'), mapping(NEGATED))).toEqual({
    column: 2,
    all: 'out',
    turned: true,
  })
})

test('nothing is told where the file says it itself', () => {
  expect(signsOf(preview('3.20', '-9.00'), mapping({}))).toBeUndefined()
  expect(signsOf(preview('-3.20', '-9.00'), mapping({}))).toBeUndefined()
  expect(signsOf(preview('3.20', '9.00'), mapping({}, { column: 3, field: 'balance' }))).toBeUndefined()
  expect(signsOf(preview('3.20', '9.00'), mapping({ format: 'ofx' }))).toBeUndefined()
  expect(signsOf(preview('3.20', '9.00'), mapping({ profile: 'ledger' }))).toBeUndefined()
})
