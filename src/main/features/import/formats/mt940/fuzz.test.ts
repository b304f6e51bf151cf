import { expect, it } from 'vitest'
import { fuzz, fuzzCount } from '../testing/fuzz.ts'
import { mt940 } from './index.ts'
import { DUTCH, GERMAN, INTRADAY, MULTIPLE } from './samples.ts'

it('survives what is left of its statements after random damage', async () => {
  const seeds = [GERMAN, DUTCH, INTRADAY, MULTIPLE].map(text => new TextEncoder().encode(text))
  const words = [
    ':61:',
    ':86:',
    ':62F:',
    ':60F:',
    ':20:',
    ':25:',
    ':NS:',
    ':90C:',
    '\n:\n',
    '-}',
    '{4:',
    '{1:F01',
    '-\n',
    'RC',
    '?20',
    '?32',
    '?60',
    'SVWZ+',
    'EREF+',
    '/REMI/',
    '/CNTP/',
    '999999999999999999999999999999999999999,99',
    '990231',
    '//',
    'C,',
    'NONREF',
  ]
  const count = fuzzCount()
  const result = await fuzz(mt940, { seeds, words, maxBytes: 16_384 }, count)
  expect(result.files).toBe(count)
  expect(result.withRecords).toBeGreaterThan(count / 4)
  expect(result.withProblems).toBeGreaterThan(count / 50)
}, 600_000)
