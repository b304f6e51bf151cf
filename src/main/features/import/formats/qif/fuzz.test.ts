import { expect, test } from 'vitest'
import { fuzz, fuzzCount } from '../testing/fuzz.ts'
import { qif } from './index.ts'

const WORDS = [
  '!Type:Bank\n',
  '!Type:Invst\n',
  '!Type:Cat\n',
  '!Type:\n',
  '!Account\n',
  '!Option:AutoSwitch\n',
  '^\n',
  'D1/2/03\n',
  'D31.12.2024\n',
  "D1/ 2' 5\n",
  'T1.000\n',
  'T-1,5\n',
  'U2\n',
  'S[x]/y\n',
  '$-1\n',
  '%50\n',
  'NBuyX\n',
  'NReinvDiv\n',
  'L[a]|b/c\n',
  'M\n',
  '\n',
  "'",
  ',',
  '.',
]

const FILES = [
  '!Account\nNPurse\nTCash\n^\n!Type:Cash\nD25/12/2024\nT-30.00\nPGröße\nMall\nSFood\nEbread\n$-10.00\nS[Cash]/Trip\n$-20.00\n^\nD26/12/2024\nT1,5\n^\n',
  "!Type:Invst\nD12/31'04\nNBuyX\nYMills\nI1.000\nQ2\nT21\nL[Bank]\n$21\n^\nD1/ 2' 5\nNReinvDiv\nYMills\nT3\n^\nD1/3'05\nNShrsIn\nYMills\nQ4\n^\n",
  '!Type:Cat\nNFood\nE\n^\n!Type:Bank\r\nD01/02/2024\r\nT1.000\r\nLFood\r\n^\r\nD02/01/2024\r\nT7\r\n^\r\n',
]

test('mutated files end in records and problems', async () => {
  const seeds = FILES.map(file => new TextEncoder().encode(file))
  const result = await fuzz(qif, { seeds, words: WORDS }, fuzzCount())
  expect(result.withRecords).toBeGreaterThan(result.files / 3)
  expect(result.withProblems).toBeGreaterThan(result.files / 5)
  expect(result.refused).toBeGreaterThan(0)
}, 600_000)
