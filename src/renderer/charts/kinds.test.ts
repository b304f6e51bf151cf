import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REST_KEY } from '../../shared/boards/tile.ts'
import type { FlowData, Series, Tree } from '../../shared/data/data.ts'
import { areaModel } from './area/option.ts'
import { calendarModel, calendarSteps, dayAt } from './calendar/option.ts'
import { correlationFill, correlationModel } from './correlation/option.ts'
import { gaugeModel, gaugeShare } from './gauge/option.ts'
import { lineModel } from './line/option.ts'
import type { ChartModel } from './model.ts'
import { pieModel, slicesOf, type Part } from './pie/option.ts'
import { memberOf, sankeyModel } from './sankey/option.ts'
import { stackedModel } from './stacked/option.ts'
import { sunburstModel } from './sunburst/option.ts'
import { testStyle } from './testing.ts'
import { treeTwin } from './tree.ts'
import { treemapModel } from './treemap/option.ts'

const percent = (ratio: number): string => `${Math.round(ratio * 100)}%`
const words = { none: 'None', others: 'Others', percent }
const seriesOf = (model: ChartModel): Record<string, unknown>[] => model.option.series as never

/** Every mark is drawn where the pointer finds it again. */
function findsItsMarks(model: ChartModel): number {
  let seen = 0
  for (const mark of model.marks.flat()) {
    if (!mark) continue
    seen += 1
    const { seriesIndex, dataIndex } = model.place(mark)
    expect(model.locate(seriesIndex, dataIndex)).toEqual({ row: mark.row, column: mark.column })
    expect(model.tooltip(mark).rows.length).toBeGreaterThan(0)
  }
  return seen
}

const months: Series = {
  kind: 'series',
  unit: 'money',
  currency: 'GBP',
  x: ['2025-01', '2025-02', '2025-03'],
  lines: [
    { id: 'm:Food', label: 'Food', role: 'actual', values: [30_00, 20_00, null] },
    { id: 'm:Rent', label: 'Rent', role: 'actual', values: [50_00, -10_00, 40_00] },
    { id: REST_KEY, label: 'Others', role: 'actual', values: [5_00, 5_00, 5_00] },
  ],
}

describe('areas and stacks', () => {
  it('an area begins at nil and keeps a gap a gap', () => {
    const model = areaModel(months, testStyle)
    const [food] = seriesOf(model) as { data: { value: unknown }[]; areaStyle: unknown }[]
    expect(food?.areaStyle).toBeDefined()
    expect(food?.data.map(point => point.value)).toEqual([30, 20, '-'])
    expect((model.option.yAxis as { min: number }).min).toBeLessThanOrEqual(0)
    findsItsMarks(model)
  })

  it('a stack has an axis for its sums, and says the whole in its tooltip', () => {
    const model = stackedModel(months, testStyle, 'Total')
    expect((model.option.yAxis as { max: number; min: number }).max).toBeGreaterThanOrEqual(85)
    expect((model.option.yAxis as { min: number }).min).toBeLessThanOrEqual(-10)
    expect(model.tooltip({ row: 0, column: 1, label: '' }).rows.at(-1)).toMatchObject({
      label: 'Total',
      value: '£15.00',
    })
    // With a part below nil it is bars, however many steps there are.
    expect(seriesOf(model).map(s => s['type'])).toEqual(['bar', 'bar', 'bar'])
  })

  it('is areas over many steps', () => {
    const x = Array.from(
      { length: 60 },
      (_, i) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    )
    const long: Series = { ...months, x, lines: [{ ...months.lines[0]!, values: x.map((_, i) => i * 100) }] }
    expect(seriesOf(stackedModel(long, testStyle, 'Total')).map(s => s['type'])).toEqual(['line'])
  })

  it('the others are grey; a line that the legend hides keeps its place, and the axis follows what is seen', () => {
    const all = lineModel(months, testStyle)
    const some = lineModel(months, testStyle, new Set(['m:Rent']))
    const colours = (model: ChartModel) =>
      seriesOf(model).map(s => (s['lineStyle'] as { color: string }).color)
    expect(colours(some)).toEqual(colours(all))
    expect(colours(all).at(-1)).toBe(testStyle.colours.other)
    expect(some.marks[1]).toEqual([null, null, null])
    expect(some.tooltip({ row: 0, column: 0, label: '' }).rows.map(row => row.label)).toEqual([
      'Food',
      'Others',
    ])
    expect((some.option.yAxis as { max: number }).max).toBeLessThan((all.option.yAxis as { max: number }).max)
  })
})

describe('a pie', () => {
  const part = (key: string, value: number): Part => ({ key, label: key, value })

  it('has at most six slices, which sum to all that is above nil', () => {
    const value = fc.integer({ min: -1000, max: 1_000_000 })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 20 }), fc.boolean(), (values, withRest) => {
        const parts = [...values.map((v, i) => part(`m${i}`, v)), ...(withRest ? [part(REST_KEY, 77)] : [])]
        const { slices, left, drawn } = slicesOf(parts, 'Others')
        expect(slices.length).toBeLessThanOrEqual(6)
        expect(drawn).toBe(parts.reduce((sum, { value: v }) => sum + Math.max(0, Number(v)), 0))
        expect(left).toHaveLength(values.filter(v => v < 0).length)
        expect(new Set(slices.map(slice => slice.key)).size).toBe(slices.length)
        expect(findsItsMarks(pieModel(slices, testStyle, percent))).toBe(slices.length)
      }),
    )
  })

  it('says name, amount and share', () => {
    const { slices } = slicesOf([part('Food', 25_00), part('Rent', 75_00)], 'Others')
    expect(pieModel(slices, testStyle, percent).marks[0]?.map(mark => mark?.label)).toEqual([
      'Rent, £75.00, 75%',
      'Food, £25.00, 25%',
    ])
  })
})

describe('trees', () => {
  const tree: Tree = {
    kind: 'tree',
    unit: 'money',
    currency: 'GBP',
    root: {
      key: '',
      label: '',
      value: 100_00,
      children: [
        {
          key: 'D1',
          label: 'Roads',
          value: 80_00,
          children: [
            { key: 'a', label: 'Tar', value: 90_00 },
            { key: '', label: '', value: -10_00 },
          ],
        },
        { key: REST_KEY, label: '', value: 20_00 },
      ],
    },
  }

  it.each([treemapModel, sunburstModel])('%o draws what has an area, and counts what has none', build => {
    const model = build(tree, testStyle, words)
    expect(model.left).toBe(1)
    expect(findsItsMarks(model)).toBe(3)
    expect(model.marks.map(row => row.map(mark => mark?.label))).toEqual([
      ['Roads, £80.00, 80%', 'Roads, Tar, £90.00, 90%'],
      ['Others, £20.00, 20%'],
    ])
    expect(model.at({ row: 0, column: 1 })?.parent?.node.key).toBe('D1')
    expect(model.at({ row: 4, column: 1 })).toBeUndefined()
  })

  it('a sunburst names its parts in a legend, and in the ring where a name has room', () => {
    const { legend, option } = sunburstModel(tree, testStyle, words)
    expect(legend.map(item => item.label)).toEqual(['Roads', 'Others'])
    expect(sunburstModel(tree, testStyle, words, new Set(['D1']))).toMatchObject({ legend, marks: [[{ label: 'Others, £20.00, 20%' }]] }) // prettier-ignore
    const narrow = { ...tree, root: { ...tree.root, children: [
      { key: 'A', label: 'Almost all', value: 98_00 },
      { key: 'B', label: 'Hardly any', value: 2_00, children: [{ key: 'b', label: 'Part', value: 2_00 }] },
    ] } } // prettier-ignore
    const drawn = (of: typeof option) =>
      (of.series as { data: { name: string; label: { show?: boolean } }[] }[])[0]?.data
    expect(drawn(option)?.map(node => node.label.show)).toEqual([true, true])
    expect(drawn(sunburstModel(narrow, testStyle, words).option)?.map(node => node.label.show)).toEqual([
      true,
      false,
    ])
  })

  it('are whole as a table', () => {
    const { rows } = treeTwin(
      tree,
      { ...words, member: 'Directorate', within: 'Account', value: 'Amount' },
      testStyle,
    )
    expect(rows.map(row => [row.head, ...row.cells.map(cell => cell.data)])).toEqual([
      ['Roads', 'Tar', '90.00'],
      ['Roads', 'None', '-10.00'],
      ['Others', '', '20.00'],
    ])
  })
})

it('a Sankey chart tells two members of one name apart, and leaves links without a width to the table', () => {
  const flow: FlowData = {
    kind: 'flow',
    unit: 'money',
    currency: 'GBP',
    nodes: [
      { key: 'a:1', label: 'Roads' },
      { key: 'b:1', label: 'Roads' },
      { key: `b:${REST_KEY}`, label: '' },
    ],
    links: [
      { from: 'a:1', to: 'b:1', value: 30_00 },
      { from: 'a:1', to: `b:${REST_KEY}`, value: 10_00 },
      { from: 'a:1', to: 'b:1', value: -5_00 },
    ],
  }
  const model = sankeyModel(flow, testStyle, words)
  expect(model.left).toBe(1)
  expect(findsItsMarks(model)).toBe(3)
  expect(model.marks.flat().map(mark => mark?.label)).toEqual([
    'Roads, £40.00',
    'Roads, £30.00',
    'Others, £10.00',
  ])
  expect(model.tooltip({ ...model.locate(0, 1, 'edge'), label: '' })).toEqual({
    title: 'Roads → Others',
    rows: [{ label: '', value: '£10.00', strong: true }],
  })
  expect(memberOf(model.nodeAt({ row: 1, column: 1 }) ?? '')).toEqual({ side: 'b', member: REST_KEY })
})

describe('a calendar', () => {
  const days: Series = {
    ...months,
    // A Wednesday to the Tuesday after next.
    x: Array.from({ length: 14 }, (_, i) => `2025-01-${String(i + 1).padStart(2, '0')}`),
    lines: [
      { id: 'value', label: '', role: 'actual', values: Array.from({ length: 14 }, (_, i) => i * 100) },
    ],
  }

  it('has weeks as columns, Monday on top', () => {
    const model = calendarModel(days, testStyle, { months: [], weekdays: [] })
    expect(findsItsMarks(model)).toBe(14)
    expect(model.marks.map(row => row.map(mark => mark !== null))).toEqual([
      [false, true, true],
      [false, true, true],
      [true, true, false],
      [true, true, false],
      [true, true, false],
      [true, true, false],
      [true, true, false],
    ])
    expect(dayAt(days, { row: 2, column: 0 })).toBe('2025-01-01')
    expect(dayAt(days, { row: 0, column: 1 })).toBe('2025-01-06')
  })

  it('fills by sixths, so that one great day does not leave the others pale', () => {
    expect(calendarSteps([1, 2, 3, 4, 5, 1_000_000])).toEqual([2, 3, 4, 5, 1_000_000])
    expect(calendarSteps([-3, 0])).toEqual([])
  })
})

describe('a gauge', () => {
  const said = {
    budget: 'Budget',
    spent: 'Spent',
    left: 'Left',
    over: 'Over',
    share: (text: string) => `${text} of it`,
    percent,
  }
  const titleOf = (model: ChartModel): string =>
    (seriesOf(model) as { data: { name: string }[] }[])[0]?.data[0]?.name ?? ''

  it('is full at the budget, and says in words by how much it is passed', () => {
    expect(titleOf(gaugeModel({ actual: 60_00, budget: 80_00 }, said, testStyle))).toBe('Left £20.00')
    const over = gaugeModel({ actual: 100_00, budget: 80_00 }, said, testStyle)
    expect(titleOf(over)).toBe('Over £20.00')
    expect(over.marks[0]?.[0]?.label).toBe('125% of it, Spent £100.00, Budget £80.00, Over £20.00')
    findsItsMarks(over)
  })

  it('of no budget has no share', () => {
    expect(gaugeShare({ actual: 5, budget: 0 })).toBeNull()
  })
})

describe('correlation', () => {
  it('has no cell where a measure does not vary', () => {
    const model = correlationModel(
      ['Sum', 'Count'],
      [
        [1, null],
        [null, null],
      ],
      testStyle,
      { r: 'r', two: r => r.toFixed(2) },
    )
    expect(findsItsMarks(model)).toBe(1)
    expect(model.marks[0]?.[0]?.label).toBe('Sum, Sum, 1.00')
  })

  it('is ink together, ochre against each other, neutral between', () => {
    const { colours } = testStyle
    expect([1, -1, 0].map(r => correlationFill(r, colours))).toEqual(
      [colours.categorical[0], colours.categorical[1], colours.diverging[3]].map(colour =>
        colour?.toLowerCase(),
      ),
    )
  })
})
