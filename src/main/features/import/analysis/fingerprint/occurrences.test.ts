import { describe, expect, it } from 'vitest'
import { hashWords } from './index.ts'
import { Occurrences } from './occurrences.ts'

describe('occurrences', () => {
  it('counts as a map of all keys does, through many growths', () => {
    const occurrences = new Occurrences()
    const seen = new Map<string, number>()
    const words = new Int32Array(4)
    const key = new Int32Array(4)
    const wrong: number[] = []
    for (let i = 0; i < 200_000; i++) {
      // Every seventh row comes again a little later.
      words[0] = i % 7 === 0 ? Math.max(0, i - 700) : i
      hashWords(words, 4, 1, key, 0)
      const text = key.slice(0, 2).join()
      const n = (seen.get(text) ?? 0) + 1
      seen.set(text, n)
      if (occurrences.next(key[0] as number, key[1] as number) !== n) wrong.push(i)
    }
    expect(wrong).toEqual([])
    expect(seen.size).toBeLessThan(200_000)
  })

  it('tells apart keys that differ in one half, and knows noughts', () => {
    const occurrences = new Occurrences()
    const keys = [
      [0, 0],
      [0, 1],
      [2, 0],
      [2, 1],
      [-1, -1],
      [-1, 5],
      [0, 0],
      [-1, -1],
    ] as const
    expect(keys.map(([h, l]) => occurrences.next(h, l))).toEqual([1, 1, 1, 1, 1, 1, 2, 2])
  })
})
