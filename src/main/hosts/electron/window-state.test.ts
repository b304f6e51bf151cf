import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeWindow, readWindowState, writeWindowState } from './window-state.ts'

const laptop = { x: 0, y: 0, width: 1920, height: 1040 }
const beside = { x: 1920, y: -200, width: 2560, height: 1400 }

test('the first window opens in the middle of the primary screen', () => {
  expect(placeWindow(undefined, [laptop])).toEqual({
    bounds: { x: 240, y: 70, width: 1440, height: 900 },
    maximised: false,
  })
})

test('a window opens where it was closed, on the second screen as well', () => {
  const saved = { bounds: { x: 2000, y: -100, width: 1200, height: 800 }, maximised: true }
  expect(placeWindow(saved, [laptop, beside])).toEqual(saved)
})

test('a window whose screen is gone comes back to the first one and stays maximised', () => {
  const saved = { bounds: { x: 2000, y: -100, width: 1200, height: 800 }, maximised: true }
  expect(placeWindow(saved, [laptop])).toEqual({
    bounds: { x: 240, y: 70, width: 1440, height: 900 },
    maximised: true,
  })
})

test('a window larger than its screen is made to fit it', () => {
  const saved = { bounds: { x: 10, y: 10, width: 5000, height: 5000 }, maximised: false }
  expect(placeWindow(saved, [laptop]).bounds).toEqual({ x: 10, y: 10, width: 1920, height: 1040 })
})

test('wherever the window was and whatever screens there are, its title bar can be reached', () => {
  const pixels = fc.integer({ min: -20_000, max: 20_000 })
  const size = fc.integer({ min: 1, max: 9000 })
  const screen = fc.record({
    x: pixels,
    y: pixels,
    width: fc.integer({ min: 640, max: 8000 }),
    height: fc.integer({ min: 480, max: 5000 }),
  })
  const saved = fc.option(
    fc.record({
      bounds: fc.record({ x: pixels, y: pixels, width: size, height: size }),
      maximised: fc.boolean(),
    }),
    { nil: undefined },
  )
  fc.assert(
    fc.property(saved, fc.array(screen, { minLength: 1, maxLength: 3 }), (state, screens) => {
      const { bounds } = placeWindow(state, screens)
      const reachable = screens.some(
        s =>
          bounds.x < s.x + s.width &&
          bounds.x + bounds.width > s.x &&
          bounds.y >= s.y &&
          bounds.y < s.y + s.height,
      )
      expect(reachable).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('the state is kept through a file, and a damaged file counts as none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'window-state-'))
  const file = join(folder, 'config', 'window.json')
  const state = { bounds: { x: 1, y: 2, width: 1000, height: 700 }, maximised: false }
  expect(readWindowState(file)).toBeUndefined()
  writeWindowState(file, state)
  expect(readWindowState(file)).toEqual(state)
  expect(readdirSync(join(folder, 'config'))).toEqual(['window.json'])
  for (const damaged of [
    '',
    '{',
    '[]',
    '{"bounds":{"x":"1"},"maximised":true}',
    '{"bounds":{"x":1e9,"y":0,"width":1,"height":1},"maximised":false}',
  ]) {
    writeFileSync(file, damaged)
    expect(readWindowState(file)).toBeUndefined()
  }
  rmSync(folder, { recursive: true })
})
