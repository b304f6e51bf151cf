import { describe, expect, test } from 'vitest'
import { gridAction } from './keys.ts'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => gridAction({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }, 28, true)

describe('keys of the ledger', () => {
  test('arrows and J K move by one row, page keys by what is in view', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'move', by: 1, extend: false })
    expect(press('k')).toEqual({ kind: 'move', by: -1, extend: false })
    expect(press('PageDown')).toEqual({ kind: 'move', by: 28, extend: false })
  })

  test('Shift extends the selection', () => {
    expect(press('ArrowUp', { shiftKey: true })).toEqual({ kind: 'move', by: -1, extend: true })
    expect(press('End', { shiftKey: true })).toEqual({ kind: 'to', end: 'last', extend: true })
    expect(press('J', { shiftKey: true })).toEqual({ kind: 'move', by: 1, extend: true })
  })

  test('Ctrl A selects all matched entries, Ctrl F is left to the page', () => {
    expect(press('a', { ctrlKey: true })).toEqual({ kind: 'all' })
    expect(press('f', { ctrlKey: true })).toBeUndefined()
    expect(press('ArrowDown', { altKey: true })).toBeUndefined()
  })

  test('single letters can be turned off; Space still selects', () => {
    const held = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    expect(gridAction({ key: 'x', ...held }, 28, false)).toBeUndefined()
    expect(gridAction({ key: ' ', ...held }, 28, false)).toEqual({ kind: 'toggle' })
  })
})
