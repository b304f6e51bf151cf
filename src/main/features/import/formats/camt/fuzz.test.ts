import { expect, it } from 'vitest'
import { fuzz, fuzzCount } from '../testing/fuzz.ts'
import { camt } from './index.ts'
import { BATCH, NOTIFICATION, STATEMENT } from './samples.ts'

it('survives what is left of its statements after random damage', async () => {
  const seeds = [STATEMENT, BATCH, NOTIFICATION].map(text => new TextEncoder().encode(text))
  const words = [
    '<Ntry>',
    '</Ntry>',
    '</Stmt>',
    '<Stmt>',
    '<TxDtls>',
    '</TxDtls>',
    '<!DOCTYPE a [',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '&amp;',
    '&x;',
    '&#0;',
    '&#x110000;',
    '<a b="',
    '<',
    '>',
    '</Document>',
    '<?xml',
    '<Amt Ccy="EUR">1e9</Amt>',
    '<Sts>PDNG</Sts>',
    '<Bal/>',
    '<d>'.repeat(70),
  ]
  const count = fuzzCount()
  const result = await fuzz(camt, { seeds, words, maxBytes: 16_384 }, count)
  expect(result.files).toBe(count)
  expect(result.withRecords).toBeGreaterThan(count / 4)
  expect(result.withProblems).toBeGreaterThan(count / 10)
}, 600_000)
