import { expect, it } from 'vitest'
import { canZoom, inSight, zoomed } from './zoom.ts'

it('comes nearer to the step that is looked at, and goes back to all', () => {
  const all = { first: 0, last: 23 }
  const near = zoomed('+', all, 24, 20)
  expect(near).toEqual({ first: 12, last: 23 })
  expect(zoomed('+', near ?? all, 24, 14)).toEqual({ first: 11, last: 16 })
  expect(zoomed('-', { first: 11, last: 16 }, 24, undefined)).toEqual({ first: 8, last: 19 })
  expect(zoomed('+', { first: 4, last: 7 }, 24, 5)).toEqual({ first: 3, last: 6 })
  expect(zoomed('0', { first: 4, last: 7 }, 24, 5)).toEqual(all)
  expect(zoomed('x', all, 24, 5)).toBeUndefined()
})

it('moves along with the cursor', () => {
  expect(inSight({ first: 4, last: 7 }, 9)).toEqual({ first: 6, last: 9 })
  expect(inSight({ first: 4, last: 7 }, 3)).toEqual({ first: 3, last: 6 })
  expect(inSight({ first: 4, last: 7 }, 5)).toEqual({ first: 4, last: 7 })
})

it('is only for axes with enough steps', () => {
  expect([undefined, 4, 12].map(canZoom)).toEqual([false, false, true])
})
