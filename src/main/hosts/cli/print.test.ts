import { expect, test } from 'vitest'
import { table, visible } from './print.ts'

test('a terminal obeys nothing that came from a file', () => {
  const hostile = 'Shop\u001b]0;owned\u0007\u001b[2J\u009b31m\u202egnp.exe\r\nnext\u0000\u007f'
  const shown = table(['payee', 'amount'], [[hostile, '-12.30']], 1)
  // oxlint-disable-next-line no-control-regex -- that there is none is what is tested
  expect(shown.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  expect(shown.split('\n')).toHaveLength(2)
  expect(shown).toContain('Shop')
  expect(shown).toContain('-12.30')
})

test('other writing is left as it is', () => {
  for (const text of ['Größe 🙂', 'قهوة', 'a\u200db', '1 234,50']) expect(visible(text)).toBe(text)
})

test('a table of many rows is no call of many arguments', () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => [`payee ${i}`, '1.00'])
  expect(table(['payee', 'amount'], rows, 1).split('\n')).toHaveLength(200_001)
})
