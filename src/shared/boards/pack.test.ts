import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bands, below, overlaps, packed, replaced, shelves, type Placed } from './pack.ts'
import { OVERVIEW_TILES, PRESETS } from './presets.ts'
import { COLUMNS } from './tile.ts'

const tile = fc.record({
  x: fc.integer({ min: -3, max: 30 }),
  y: fc.integer({ min: 0, max: 40 }),
  w: fc.integer({ min: 1, max: 30 }),
  h: fc.integer({ min: 1, max: 12 }),
})
const board = fc
  .array(tile, { minLength: 1, maxLength: 14 })
  .map(tiles => tiles.map((place, i): Placed => ({ ...place, id: `t${i}` })))

const ids = (tiles: readonly Placed[]): string[] => tiles.map(one => one.id)
const clashes = (tiles: readonly Placed[]): string[] =>
  tiles.flatMap((a, i) => tiles.slice(i + 1).flatMap(b => (overlaps(a, b) ? [`${a.id} ${b.id}`] : [])))
const inside = (tiles: readonly Placed[]): boolean =>
  tiles.every(one => one.x >= 0 && one.x + one.w <= COLUMNS && one.y >= 0)

describe('packing', () => {
  it('loses no tile, lets none overlap and leaves none hanging, whatever it is given', () => {
    fc.assert(
      fc.property(board, tiles => {
        const done = packed(tiles)
        expect(ids(done)).toEqual(ids(tiles))
        expect(clashes(done)).toEqual([])
        expect(inside(done)).toBe(true)
        const hanging = done.filter(
          one =>
            one.y > 0 &&
            !done.some(other => other.id !== one.id && overlaps({ ...one, y: one.y - 1 }, other)),
        )
        expect(hanging).toEqual([])
        expect(packed(done)).toEqual(done)
      }),
    )
  })

  it('keeps the other tiles’ sizes and columns when one is moved or resized', () => {
    fc.assert(
      fc.property(board, tile, fc.nat(13), (tiles, to, at) => {
        const before = packed(tiles)
        const moved = before[at % before.length] as Placed
        const after = replaced(before, moved.id, to)
        expect(ids(after)).toEqual(ids(before))
        expect(clashes(after)).toEqual([])
        expect(inside(after)).toBe(true)
        for (const [i, one] of before.entries()) {
          if (one.id === moved.id) continue
          expect(after[i]).toMatchObject({ x: one.x, w: one.w, h: one.h })
        }
      }),
    )
  })

  it('a tile that is moved onto another takes its place; the other goes below', () => {
    const two: Placed[] = [
      { id: 'a', x: 0, y: 0, w: 12, h: 4 },
      { id: 'b', x: 0, y: 4, w: 12, h: 2 },
    ]
    expect(replaced(two, 'b', { y: 0 })).toEqual([
      { id: 'a', x: 0, y: 2, w: 12, h: 4 },
      { id: 'b', x: 0, y: 0, w: 12, h: 2 },
    ])
    expect(below(two)).toBe(6)
    expect(replaced(two, 'nobody', { y: 0 })).toEqual(two)
  })
})

describe('drawing', () => {
  it('each tile stands in exactly one band, and none overlap there', () => {
    fc.assert(
      fc.property(board, fc.integer({ min: 300, max: 1400 }), (tiles, width) => {
        const done = packed(tiles)
        for (const cut of [bands(done), shelves(done, width, one => 120 + one.w * 10)]) {
          expect(cut.flatMap(band => ids(band.tiles)).toSorted()).toEqual(ids(done).toSorted())
          for (const band of cut) {
            expect(clashes(band.tiles)).toEqual([])
            expect(inside(band.tiles)).toBe(true)
            expect(Math.max(...band.tiles.map(one => one.y + one.h))).toBe(band.rows)
          }
        }
      }),
    )
  })

  it('cuts the preset into the strip, the upper and the lower part', () => {
    expect(packed(OVERVIEW_TILES)).toEqual([...OVERVIEW_TILES])
    expect(bands(OVERVIEW_TILES).map(band => [band.rows, ids(band.tiles)])).toEqual([
      [2, ['headline']],
      [5, ['trend', 'where']],
      [6, ['heatmap', 'income-expense', 'payees']],
    ])
  })

  it('sets tiles under each other where a window is too narrow for them', () => {
    const least = (one: Placed): number => (one.id === 'heatmap' ? 620 : one.id === 'headline' ? 972 : 380)
    const lines = shelves(OVERVIEW_TILES, 972, least)
    expect(lines.map(line => ids(line.tiles))).toEqual([
      ['headline'],
      ['trend', 'where'],
      ['heatmap'],
      ['income-expense', 'payees'],
    ])
    expect(lines.map(line => line.tiles.reduce((sum, one) => sum + one.w, 0))).toEqual([24, 24, 24, 24])
  })
})

it.each(Object.entries(PRESETS))('the preset %s leaves no gap and has each tile once', (_name, tiles) => {
  expect(packed(tiles)).toEqual([...tiles])
  expect(new Set(tiles.map(tile => tile.id)).size).toBe(tiles.length)
})
