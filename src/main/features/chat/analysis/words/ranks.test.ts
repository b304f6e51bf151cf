import { expect, test } from 'vitest'
import { Line, tokenise } from '../text.ts'
import type { Groups } from './grouping.ts'
import { ranks } from './ranks.ts'

const DIMENSIONS = ['payee', 'region', 'cost_centre'].map(id => ({ id, label: id }))
function ranked(text: string): Groups {
  const groups: Groups = { by: [], items: false, cues: [], ranked: false, asked: false, missing: [] }
  ranks(new Line(tokenise(text)), groups, { dimensions: DIMENSIONS, fiscal: 1 })
  return groups
}

test.each([
  ['top 5 suppliers', { top: 5, order: 'largest', items: false }],
  ['bottom three suppliers', { top: 3, order: 'smallest' }],
  ['the five cheapest suppliers', { top: 5, order: 'smallest' }],
  ['largest payment', { top: 1, items: true, order: 'largest' }],
  ['10 largest invoices', { top: 10, items: true }],
  ['smallest invoices', { items: true, order: 'smallest' }],
  ['the second biggest payment', { top: 2, items: true, order: 'largest' }],
  ['die drittgrößte Rechnung', { top: 3, items: true }],
  ['the biggest grocery bill', { top: 1, items: true }],
  ['the most we ever paid in one go', { top: 1, items: true }],
  ['the cheapest month', { by: [{ grain: 'month' }], top: 1, order: 'smallest' }],
  ['3 most expensive days', { by: [{ grain: 'day' }], top: 3 }],
  ['months with the highest costs', { by: [{ grain: 'month' }] }],
  ['the most we paid in a single month', { by: [{ grain: 'month' }], top: 1 }],
  ['the last month', { by: [], items: false }],
])('%s', (text, wanted) => expect(ranked(text)).toMatchObject(wanted))

test('which month had the highest bill ranks months, not bills', () =>
  expect(ranked('which month had the highest energy bill')).toMatchObject({ items: false }))
