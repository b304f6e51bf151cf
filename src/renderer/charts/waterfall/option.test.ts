import fc from 'fast-check'
import { expect, it } from 'vitest'
import { testStyle } from '../testing.ts'
import { spansOf, waterfallModel, type WaterfallStep } from './option.ts'

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
  const values = (model.option.series as { data: (number | { value: number })[] }[]).map(one =>
    one.data.map(v => (typeof v === 'number' ? v : v.value) + 0),
  )
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
