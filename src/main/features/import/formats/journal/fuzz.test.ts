import { expect, it } from 'vitest'
import { fuzz, fuzzCount } from '../testing/fuzz.ts'
import { beancount, ledger } from './index.ts'
import { BEANCOUNT, EUROPEAN, LEDGER } from './samples.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it('ledger survives what is left of its journals after random damage', async () => {
  const words = [
    '2024-01-01 a\n',
    '\n    b  1\n',
    '  ',
    '@@',
    '@ ',
    '{',
    '}',
    '{{',
    '=',
    '==*',
    '(x)',
    '[x]',
    '"',
    '~\n',
    '= x\n',
    'comment\n',
    'end comment\n',
    'include x\n',
    'Y 2023\n',
    'alias a=b\n',
    'D 1,000\n',
    'commodity ',
    '1,000',
    '1.000,00',
    '-$-',
    '; a:b',
    '9'.repeat(70),
    '1 000',
  ]
  const count = fuzzCount()
  const result = await fuzz(
    ledger,
    { seeds: [bytes(LEDGER), bytes(EUROPEAN)], words, maxBytes: 16_384 },
    count,
  )
  expect(result.files).toBe(count)
  expect(result.withRecords).toBeGreaterThan(count / 4)
  expect(result.withProblems).toBeGreaterThan(count / 4)
}, 600_000)

it('beancount survives what is left of its journals after random damage', async () => {
  const words = [
    '2024-01-01 * "',
    '"',
    '\\',
    '{',
    '}',
    '{{',
    '{}',
    '@',
    '@@',
    '/0',
    '((((',
    '))',
    '*',
    '#x',
    '^y',
    ';',
    'pad ',
    'balance ',
    'option "',
    ' EUR',
    '1/3',
    'pushtag #a\n',
    '9'.repeat(70),
    '*9999999999999999999'.repeat(20),
    'Assets:A',
    '2024-02-30',
    '~ 1',
  ]
  const count = fuzzCount()
  const result = await fuzz(beancount, { seeds: [bytes(BEANCOUNT)], words, maxBytes: 16_384 }, count)
  expect(result.files).toBe(count)
  expect(result.withRecords).toBeGreaterThan(count / 4)
  expect(result.withProblems).toBeGreaterThan(count / 4)
}, 600_000)
