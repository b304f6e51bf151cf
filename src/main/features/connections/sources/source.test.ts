import { expect, it } from 'vitest'
import { bareSelect } from './source.ts'
import { shortestFloat } from './mysql/values.ts'

it('leaves out what a statement ends with, and nothing of what it says', () => {
  for (const tail of ['', ';', ' ; ;\n', '; -- all; of them', ' -- all of them;', ' /* a;\n b */ ;', '\n'])
    expect(bareSelect(`SELECT 1${tail}`)).toBe('SELECT 1')
  for (const whole of [
    "SELECT ';'",
    "SELECT '-- it''s; '",
    'SELECT 1 AS "a;--b"',
    'SELECT $$;--$$',
    "SELECT $x$ ';-- $$ $x$",
    '/* first */ SELECT 2 - 1',
    'SELECT 1; DELETE FROM payments',
    "SELECT 'never closed ; --",
    'SELECT 8 # 3',
  ])
    expect(bareSelect(`${whole} ;`)).toBe(whole.endsWith('; --') ? `${whole} ;` : whole)
  for (const whole of ["SELECT 'it\\'s; -- '", 'SELECT `a;#`'])
    expect(bareSelect(`${whole}; # a comment;\n`, true)).toBe(whole)
})

it('shows a float of 32 bits by the fewest digits that mean it', () => {
  const typed = ['0.1', '12.34', '16777218', '-123456.79', '0', '99999.99', '1234567.1']
  expect(typed.map(text => shortestFloat(Math.fround(Number(text))))).toEqual(typed)
})
