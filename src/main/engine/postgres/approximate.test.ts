import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { errorOf, estimate, estimatesOf, estimateSql } from './approximate.ts'
import { notPortable } from './portable.ts'

/** The sketch of whole numbers as the statement makes it on a server: registers by the place of their first bit. */
function placesOf(from: number, until: number): number[] {
  const least = new Map<string, string>()
  for (let value = from; value < until; value += 1) {
    const hash = createHash('md5').update(String(value)).digest('hex')
    const [register, rest] = [hash.slice(0, 3), hash.slice(3, 16)]
    const known = least.get(register)
    if (known === undefined || rest < known) least.set(register, rest)
  }
  const places = Array.from({ length: 54 }, () => 0)
  for (const rest of least.values()) {
    const bits = [...rest].map(digit => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
    const place = bits.includes('1') ? bits.indexOf('1') + 1 : 53
    places[place] = (places[place] ?? 0) + 1
  }
  return places
}

describe('distinct members by estimate', () => {
  it('stays within the error that is stated, from none to many, and is exact for a few', () => {
    expect(estimate(Array.from({ length: 54 }, () => 0))).toBe(0)
    for (const count of [1, 2, 7, 20]) expect(estimate(placesOf(0, count))).toBe(count)
    const errors = [100, 1000, 4096, 10_000, 30_000, 50_000].flatMap(count =>
      [0, 1_000_000].map(from => Math.abs(estimate(placesOf(from, from + count)) / count - 1)),
    )
    expect(Math.max(...errors)).toBeLessThan(errorOf('postgres'))
    // The standard error, not only three of it: 1.6 %.
    expect(Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length)).toBeLessThan(0.022)
  })

  it('is said in words that each server takes', () => {
    const asked = { rows: 'SELECT e."day" AS k0, e.payee AS v FROM "s"."entry" e', names: ['k0'] }
    for (const kind of ['postgres', 'citus', 'cockroach'] as const)
      expect(notPortable(estimateSql(asked, kind))).toEqual([])
    const own = estimateSql(asked, 'redshift')
    expect(own).toMatch(/^SELECT k0, APPROXIMATE count\(DISTINCT v\) FROM .* GROUP BY k0$/u)
    expect(notPortable(own, ['redshift'])).toEqual([])
    expect(notPortable(own, ['postgres', 'citus', 'cockroach'])).toHaveLength(3)
    expect(estimatesOf([['9', '41']], 1, 'redshift').get('["9"]')).toBe(41)
  })
})
