import { expect, test } from 'vitest'
import type { Cell } from '../../../../shared/report/document.ts'
import { formatsOf } from '../format.ts'
import { sentence } from './sentence.ts'

const formats = formatsOf('en', 'code', 1)
const money = (value: number, figure?: string): Cell => ({
  kind: 'money',
  value,
  currency: 'GBP',
  ...(figure !== undefined && { figure }),
})

test('a figure within a sentence is found again where its words stand', () => {
  const { text, marks = [] } = sentence(
    { formats },
    'note',
    put =>
      `From ${put(money(150_00, 'a'))} to ${put(money(-1_234_56, 'b'), '−1,234.56')}, not ${put(money(5))}.`,
  )
  expect(text).toBe('From 150.00\u00a0GBP to −1,234.56, not 0.05\u00a0GBP.')
  expect(
    marks.map(mark => [text.slice(mark.start, mark.end), 'figure' in mark.cell && mark.cell.figure]),
  ).toEqual([
    ['150.00\u00a0GBP', 'a'],
    ['−1,234.56', 'b'],
  ])
})

test('a name that holds the brackets moves no mark, and a sentence without figures has none', () => {
  const evil = 'A\u{f0000}0 \u{f0001}'
  const { text, marks = [] } = sentence({ formats }, 'text', put => `${put(money(1, 'a'), evil)} of B`)
  expect(text).toBe('A0  of B')
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['A0 '])
  expect(sentence({ formats }, 'text', () => 'Nothing.')).toEqual({
    kind: 'paragraph',
    text: 'Nothing.',
    tone: 'text',
  })
})
