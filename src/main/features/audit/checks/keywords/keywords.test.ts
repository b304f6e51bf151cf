import { expect, test } from 'vitest'
import { noSteps, populated } from '../testing.ts'
import { keywords } from './keywords.ts'

test('words by their beginning, without case and accents, and not inside other words', () => {
  const rows = populated([100, -200, 300, 400, 500], {
    text: ['Manual ADJUSTMENT per CFO', 'maladjusted', 'Künstler-Gage', 'kunst', ''],
  })
  const found = keywords(rows, { words: ['adjust', 'per cfo', 'Kunst', 'adjust'] }, noSteps)
  expect(found.exceptions.map(one => [one.rows[0], one.values['words']])).toEqual([
    [3, 'kunst'],
    [2, 'kunst'],
    [0, 'adjust, per cfo'],
  ])
  expect(found.words).toEqual([
    { word: 'adjust', rows: 1, sum: 100n },
    { word: 'per cfo', rows: 1, sum: 100n },
    { word: 'kunst', rows: 2, sum: 700n },
  ])
})
