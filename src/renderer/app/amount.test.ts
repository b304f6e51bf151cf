import { expect, test } from 'vitest'
import { readAmount } from './amount.ts'

test.each([
  ['1234.56', 'en-GB', 123456],
  ['1,234.56', 'en-GB', 123456],
  ['1,234', 'en-GB', 123400],
  ['-5', 'en-GB', -500],
  ['−5', 'en-GB', -500],
  ['1.234,56', 'de-DE', 123456],
  ['1.234', 'de-DE', 123400],
  ['1234,5', 'de-DE', 123450],
  ['1234.5', 'de-DE', 123450],
  ['1 234,5', 'fr-FR', 123450],
])('“%s” typed in %s is %d', (text, locale, minor) => {
  expect(readAmount(text, locale, 2)).toBe(minor)
})

test('blank is no bound; words, too many places and too many digits are wrong', () => {
  expect(readAmount('  ', 'en-GB', 2)).toBeUndefined()
  for (const text of ['ten', '1.234', '1,2,3', '99999999999999999999', '1e5', '--1'])
    expect(readAmount(text, 'en-GB', 2), text).toBe('wrong')
})
