import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build, type Built } from './built.ts'
import { CONTROLS } from './controls.ts'

let built: Built
beforeAll(() => {
  built = build()
})
afterAll(() => built?.remove())

describe.each(CONTROLS)('$name', control => {
  test('is in the built program', () => {
    expect(control.holds(built)).toBe(true)
  })

  test('is missed when it is lost', () => {
    const lost = control.lose(built)
    expect(lost.main + lost.preload).not.toBe(built.main + built.preload)
    expect(control.holds(lost)).toBe(false)
  })
})
