import { expect, test } from 'vitest'
import { AskedSchema } from './asked.ts'
import { filtersOf } from './compile.ts'

const asked = (over: object) => AskedSchema.parse({ intent: 'breakdown', measure: 'spending', ...over })
const PAYEES = [{ dimension: 'payee' }]

test('the largest of a kind are those that have a name; a whole breakdown leaves nothing out', () => {
  expect(filtersOf(asked({ by: PAYEES, top: 5 })).notMembers).toEqual({ payee: [''] })
  expect(filtersOf(asked({ by: PAYEES, top: 5, notMembers: { payee: ['Shop'] } })).notMembers).toEqual({
    payee: ['Shop', ''],
  })
  expect(filtersOf(asked({ by: PAYEES })).notMembers).toBeUndefined()
  expect(filtersOf(asked({ by: [{ grain: 'month' }], top: 3 })).notMembers).toBeUndefined()
  expect(filtersOf(asked({ by: PAYEES, top: 5, members: { payee: [''] } })).notMembers).toBeUndefined()
})
