import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeRecoveryKey, readRecoveryKey } from './recovery-key.ts'

const SHAPE = /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/

test('a recovery key is seven groups of four, never twice the same, and reads back as itself', () => {
  const keys = Array.from({ length: 200 }, makeRecoveryKey)
  expect(keys.every(key => SHAPE.test(key) && readRecoveryKey(key) === key)).toBe(true)
  expect(new Set(keys).size).toBe(200)
})

test('how it is typed does not matter: case, spaces, other dashes, O for 0, I and L for 1', () => {
  for (let i = 0; i < 50; i += 1) {
    const key = makeRecoveryKey()
    const typed = ` ${key
      .toLowerCase()
      .replaceAll('-', ' – ')
      .replaceAll('0', 'o')
      .replaceAll('1', i % 2 ? 'l' : 'I')} `
    expect(readRecoveryKey(typed)).toBe(key)
  }
})

test('a slip of one character is noticed, but for one in a thousand', () => {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  let missed = 0
  let tried = 0
  for (let k = 0; k < 10; k += 1) {
    const key = makeRecoveryKey()
    for (let at = 0; at < key.length; at += 1) {
      if (key[at] === '-') continue
      for (const letter of letters) {
        if (letter === key[at]) continue
        tried += 1
        if (readRecoveryKey(key.slice(0, at) + letter + key.slice(at + 1))) missed += 1
      }
    }
  }
  expect(missed / tried).toBeLessThan(0.003)
})

test('anything else is no recovery key', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: 'binary' }), text => readRecoveryKey(text) === undefined),
  )
  const key = makeRecoveryKey()
  expect([key.slice(1), `${key}0`, key.replace('-', 'U')].map(readRecoveryKey)).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
