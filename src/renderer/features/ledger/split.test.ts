import { expect, test } from 'vitest'
import { evenParts, leftOver } from './split.ts'
import { readTags, tagChanges } from './tags.ts'

test('what is left over is exact, and unknown while something is no amount', () => {
  expect(leftOver(-1250, [-1000, -250])).toBe(0)
  expect(leftOver(-1250, [-1000, undefined])).toBe(-250)
  expect(leftOver(-1250, ['wrong', -250])).toBeUndefined()
  expect(leftOver(Number.MAX_SAFE_INTEGER, [1])).toBe(Number.MAX_SAFE_INTEGER - 1)
})

test('equal parts add up to the amount', () => {
  expect(evenParts(-1000, 3)).toEqual([-334, -333, -333])
})

test('tags are read from a list and compared with those there were', () => {
  expect(readTags(' a, b,, a ')).toEqual(['a', 'b'])
  expect(tagChanges('a, b', 'b, c')).toEqual({ addTags: ['c'], removeTags: ['a'] })
  expect(tagChanges('', '')).toEqual({})
})
