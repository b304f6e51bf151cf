import fc from 'fast-check'
import { expect, it } from 'vitest'
import { testStyle } from '../testing.ts'
import { spansOf, waterfallModel, wrapped, type WaterfallStep } from './option.ts'

const level = (key: string, value: number): WaterfallStep => ({ key, label: key, kind: 'level', value })
const change = (key: string, value: number): WaterfallStep => ({ key, label: key, kind: 'change', value })

it('each bar begins where the one before it ended, and the last ends at the level after', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(fc.integer(), { maxLength: 10 }), (before, deltas) => {
      const after = deltas.reduce((a, b) => a + b, before)
      const spans = spansOf(
        [level('before', before), ...deltas.map((d, i) => change(String(i), d)), level('after', after)],
        'JPY',
      )
      for (let i = 1; i < spans.length - 1; i += 1) expect(spans[i]?.from).toBe(spans[i - 1]?.to)
      expect(spans.at(-2)?.to).toBe(spans.at(-1)?.to)
    }),
  )
})

it('a bar across nil has a part on either side', () => {
  const model = waterfallModel(
    [level('before', 200), change('refund', -500), level('after', -300)],
    'JPY',
    testStyle,
  )
  const parts = (model.option.series as { stack?: string; data: (number | { value: number })[] }[]).filter(
    one => one.stack !== undefined,
  )
  const values = parts.map(one => one.data.map(v => (typeof v === 'number' ? v : v.value) + 0))
  expect(values).toEqual([
    [0, 0, 0],
    [200, 200, 0],
    [0, 0, 0],
    [0, -300, -300],
  ])
  expect(model.startsAtNil).toBe(true)
})

it('says every step in words, and starts above nil where the changes are small', () => {
  const model = waterfallModel(
    [level('before', 1000_00), change('rent', 3_00), level('after', 1003_00)],
    'GBP',
    testStyle,
  )
  expect(model.marks[0]?.map(mark => mark?.label.split(',')[0])).toEqual(['before', 'rent', 'after'])
  expect(model.startsAtNil).toBe(false)
})

it('a judged change has the colour, the fill and the word of its judgement, whichever side its bar lies on', () => {
  const model = waterfallModel(
    [
      level('before', -100),
      { ...change('worse', -50), judgement: 'adverse' },
      { ...change('better', 80), judgement: 'favourable' },
      level('after', -70),
    ],
    'GBP',
    testStyle,
    { favourable: 'favourable', adverse: 'adverse' },
  )
  const series = model.option.series as { data: { itemStyle: Record<string, unknown> }[] }[]
  const { favourable, adverse, adverseTint } = testStyle.colours
  expect(series[3]?.data[1]?.itemStyle).toMatchObject({ color: adverseTint, borderColor: adverse })
  expect(series[3]?.data[2]?.itemStyle).toEqual({ color: favourable, borderRadius: 1 })
  expect(model.marks[0]?.map(mark => mark?.label)).toEqual([
    'before, £-1.00',
    'worse, £-0.50, adverse',
    'better, £0.80, favourable',
    'after, £-0.70',
  ])
  expect(model.tooltip({ row: 0, column: 1, label: '' }).rows[0]?.label).toBe('adverse')
})

it('a long label goes over three lines, and only what is longer still is cut', () => {
  expect(wrapped('Rent')).toBe('Rent')
  expect(wrapped('Depreciation of plant')).toBe('Depreciation\nof plant')
  expect(wrapped('Depreciation', 10)).toBe('Depreciation')
  expect(wrapped('Gas and electrical supplies and repairs')).toBe('Gas and\nelectrical\nsupplies and…')
  expect(wrapped('Instandhaltungskosten')).toBe('Instandhaltun-\ngskosten')
})

it('writes each figure at its bar: what shrinks below it where there is room, changes with their sign', () => {
  const { option } = waterfallModel(
    [level('before', 100_00), change('more', 50_00), change('less', -20_00), level('after', 130_00)],
    'GBP',
    testStyle,
  )
  const figures = (option.series as { id?: string; data: unknown[] }[]).find(one => one.id === 'figures')
  const data = figures?.data as { value: number[]; label: { formatter: string; position: string } }[]
  expect(data.map(one => one.label.formatter)).toEqual(['100.0', '+50.0', '-20.0', '130.0'])
  expect(data.map(one => one.label.position)).toEqual(['top', 'top', 'bottom', 'top'])
  expect(data.map(one => one.value)).toEqual([
    [0, 100],
    [1, 150],
    [2, 130],
    [3, 130],
  ])
})
