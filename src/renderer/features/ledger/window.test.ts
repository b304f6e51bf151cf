import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  MAX_HEIGHT_PX,
  offsetToShow,
  PAGE_SIZE,
  pagesFor,
  scaleFor,
  toLogical,
  toPhysical,
} from './window.ts'

describe('the scroll area', () => {
  test('a million compact rows move one to one with the scroll bar', () => {
    const scale = scaleFor(1_000_000 * 26, 800)
    expect(scale).toEqual({ height: 26_000_000, logicalHeight: 26_000_000, viewport: 800, ratio: 1 })
  })

  test('ten million rows stay below the height that Chromium allows, and the end of the bar is the end of the rows', () => {
    const scale = scaleFor(10_000_000 * 26, 800)
    expect(scale.height).toBe(MAX_HEIGHT_PX)
    expect(toLogical(scale, 0)).toBe(0)
    expect(toLogical(scale, scale.height - 800)).toBe(260_000_000 - 800)
  })

  test('fewer rows than fit are not scaled', () => {
    expect(scaleFor(3 * 26, 800).ratio).toBe(1)
    expect(toLogical(scaleFor(3 * 26, 800), 0)).toBe(0)
  })

  test('there and back again is the same place, whatever the height', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000_000 }),
        fc.integer({ min: 100, max: 3000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rows, viewport, part) => {
          const scale = scaleFor(rows * 26, viewport)
          const offset = Math.max(0, rows * 26 - viewport) * part
          expect(toLogical(scale, toPhysical(scale, offset))).toBeCloseTo(offset, 3)
          expect(toPhysical(scale, offset)).toBeLessThanOrEqual(MAX_HEIGHT_PX)
        },
      ),
    )
  })
})

describe('showing a row', () => {
  test('a row in view moves nothing', () => {
    expect(offsetToShow(5, 26, 0, 800, 28)).toBeUndefined()
  })
  test('a row above comes to the top, one below to the bottom, clear of the head', () => {
    expect(offsetToShow(2, 26, 520, 800, 28)).toBe(52)
    expect(offsetToShow(100, 26, 0, 800, 28)).toBe(101 * 26 - 772)
  })
  test('what is shown is then in view', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.nat(26_000_000),
        fc.integer({ min: 100, max: 2000 }),
        (slot, at, view) => {
          const to = offsetToShow(slot, 26, at, view, 28) ?? at
          expect(offsetToShow(slot, 26, to, view, 28)).toBeUndefined()
        },
      ),
    )
  })
})

describe('pages to hold', () => {
  test('the pages in view come first, then the one ahead', () => {
    expect(pagesFor(390, 430, 1_000_000, 1)).toEqual([1, 2, 3])
    expect(pagesFor(390, 430, 1_000_000, -1)).toEqual([1, 2, 0])
  })
  test('never a page before the first row or after the last', () => {
    expect(pagesFor(0, 30, 31, 1)).toEqual([0])
    expect(pagesFor(0, 30, 100_000, -1)).toEqual([0])
    expect(pagesFor(0, -1, 0, 1)).toEqual([])
  })
  test('every row in view lies in one of the pages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000_000 }),
        fc.nat(),
        fc.nat(200),
        fc.constantFrom<1 | -1>(1, -1),
        (total, start, height, direction) => {
          const first = start % total
          const last = Math.min(total - 1, first + height)
          const pages = pagesFor(first, last, total, direction)
          for (let row = first; row <= last; row++) expect(pages).toContain(Math.floor(row / PAGE_SIZE))
          expect(new Set(pages).size).toBe(pages.length)
        },
      ),
    )
  })
})
