import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chartTokens, tokens, type ThemeName } from './tokens.ts'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

describe.each(['light', 'dark', 'contrast'] as const)('the %s theme', theme => {
  test('has every colour of tokens.json in the style sheet', () => {
    const block = css.slice(css.indexOf(`[data-theme='${theme}']`)).split('}', 1)[0] ?? ''
    for (const [name, value] of Object.entries(tokens.color[theme])) {
      const variable = `--${name.replace(/[A-Z]/g, c => `-${c.toLowerCase()}`)}: ${value.toLowerCase()};`
      expect(block).toContain(variable)
    }
    chartTokens(theme).categorical.forEach((colour, i) => {
      expect(block).toContain(`--c${i + 1}: ${colour.toLowerCase()};`)
    })
  })

  test('keeps text readable on every surface and on its tints (WCAG 2.2: 4.5)', () => {
    const c = tokens.color[theme]
    for (const surface of [c.canvas, c.surface, c.sunken, c.raised, c.hover, c.selected])
      for (const text of [c.text, c.text2, c.text3, c.accent, c.favourable, c.adverse, c.warning, c.anomaly])
        expect(contrast(text, surface), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5)
    for (const [text, tint] of [
      [c.favourable, c.favourableTint],
      [c.adverse, c.adverseTint],
      [c.warning, c.warningTint],
      [c.anomaly, c.anomalyTint],
      [c.text, c.warningTint],
      [c.accent, c.accentTint],
      [c.onAccent, c.accent],
    ] as const)
      expect(contrast(text, tint), `${text} on ${tint}`).toBeGreaterThanOrEqual(4.5)
  })

  test('keeps the borders of controls and the focus ring visible (3)', () => {
    const c = tokens.color[theme]
    for (const surface of [c.canvas, c.surface, c.sunken, c.raised]) {
      expect(contrast(c.lineStrong, surface)).toBeGreaterThanOrEqual(3)
      expect(contrast(c.focus, surface)).toBeGreaterThanOrEqual(3)
    }
  })
})

test('high contrast takes the chart colours it does not name from dark', () => {
  const names: ThemeName[] = ['light', 'dark', 'contrast']
  expect(names.map(name => chartTokens(name).decals)).toEqual([false, false, true])
  expect(chartTokens('contrast').sequential).toEqual(tokens.chart.dark.sequential)
})

/** Contrast ratio of two colours, as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const v = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
