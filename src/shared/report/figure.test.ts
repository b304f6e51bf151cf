import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FigureSchema, derivedFigure, deriveValue, figureId, queryFigure, readFigureId } from './figure.ts'
import { sha256OfAscii } from './sha256.ts'

const context = { workspace: 'w1', revision: 7, asOf: '2025-07-01T08:00:00.000Z', currency: 'GBP' }
const sum = { op: 'sum', of: 'amount' } as const
const food = { from: '2025-06-01', to: '2025-06-30', members: { category: ['Food', 'Drink'] } }

test('SHA-256 is node’s', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii', maxLength: 300 }), text => {
      expect(sha256OfAscii(text)).toBe(createHash('sha256').update(text).digest('hex'))
    }),
  )
  expect(() => sha256OfAscii('é')).toThrow(RangeError)
})

test('a figure’s id is that of its question: not of its value, its label, or the order in which filters were given', () => {
  const one = queryFigure('Food', { filters: food, measure: sum, negate: true }, -12345, context)
  expect(FigureSchema.parse(one)).toEqual(one)
  expect(one).toMatchObject({ value: '123.45', unit: 'GBP', revision: 7 })
  expect(one.query.filters.members).toEqual({ category: ['Food', 'Drink'], scenario: ['Actual', ''] })
  const turned = {
    members: { scenario: ['', 'Actual'], category: ['Drink', 'Food', 'Food'] },
    notMembers: {},
    to: '2025-06-30',
    from: '2025-06-01',
  }
  const other = queryFigure(
    'Essen',
    { filters: turned, measure: { of: 'amount', op: 'sum' }, negate: true },
    1,
    {
      ...context,
      revision: 9,
    },
  )
  expect(other.id).toBe(one.id)
  const ids = [
    one.id,
    queryFigure('', { filters: food, measure: sum }, 1, context).id,
    queryFigure('', { filters: { ...food, to: '2025-06-29' }, measure: sum, negate: true }, 1, context).id,
    queryFigure('', { filters: { ...food, members: {} }, measure: sum, negate: true }, 1, context).id,
    queryFigure(
      '',
      { filters: { ...food, members: { category: [] } }, measure: sum, negate: true },
      1,
      context,
    ).id,
    queryFigure('', { filters: food, measure: { op: 'count', of: 'amount' }, negate: true }, 1, context).id,
    queryFigure('', { filters: food, measure: sum, negate: true }, 1, { ...context, workspace: 'w2' }).id,
  ]
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id is read as people type it', () => {
  const { id } = queryFigure('', { filters: food, measure: sum }, 1, context)
  expect(id).toMatch(/^F-....-....-....$/)
  expect(readFigureId(id.toLowerCase())).toBe(id)
  expect(readFigureId(` ${id.replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(id)
  expect(readFigureId('F-1234')).toBeUndefined()
  expect(readFigureId('hello world and more')).toBeUndefined()
})

test('derived figures are exact, rounded only where they divide, and have no value where there is none', () => {
  const figure = (value: number | null) => queryFigure('', { filters: food, measure: sum }, value, context)
  const derive = (how: 'sum' | 'difference' | 'ratio' | 'share' | 'change', ...values: (number | null)[]) =>
    derivedFigure('', { how }, values.map(figure), context)
  expect(derive('sum', 10, 20, -5)).toMatchObject({ value: '0.25', unit: 'GBP' })
  expect(derive('difference', 10, 30)).toMatchObject({ value: '-0.20', unit: 'GBP' })
  expect(derive('share', 1, 3)).toMatchObject({ value: '33.3', unit: 'percent' })
  expect(derive('change', -150, -100)).toMatchObject({ value: '-50.0' })
  // From a gain to a loss: no percentage says what that is.
  expect(derive('change', -433, 100)).toMatchObject({ value: null })
  expect(derive('change', 100, -433)).toMatchObject({ value: null })
  expect(derive('change', 0, -100)).toMatchObject({ value: '100.0' })
  expect(derive('ratio', 2, 3)).toMatchObject({ value: '0.67', unit: 'ratio' })
  expect(derive('ratio', 2, 0).value).toBeNull()
  expect(derive('sum', 2, null).value).toBeNull()
  expect(derivedFigure('', { how: 'per', by: 12 }, [figure(100_000)], context).value).toBe('83.33')
  expect(deriveValue({ how: 'sum' }, ['9007199254740993.01', '0.5'])).toBe('9007199254740993.51')
  expect(deriveValue({ how: 'difference' }, ['-0.5', '0.25'])).toBe('-0.75')
})

test('the parts of a sum may stand in any order, those of a difference may not', () => {
  const a = queryFigure('', { filters: food, measure: sum }, 1, context).id
  const b = queryFigure('', { filters: {}, measure: sum }, 1, context).id
  const id = (how: 'sum' | 'difference', of: string[]) => figureId({ derived: { how, of } }, 'w1')
  expect(id('sum', [a, b])).toBe(id('sum', [b, a]))
  expect(id('difference', [a, b])).not.toBe(id('difference', [b, a]))
})

test('names beyond ASCII make ids too', () => {
  const id = (key: string) =>
    figureId({ query: { filters: { members: { payee: [key] } }, measure: sum } }, 'w')
  expect(id('Müller 😀')).not.toBe(id('Muller'))
})
