import type { Total } from '../../../shared/money/minor.ts'
import { addTotals } from '../../../shared/money/add.ts'
import { REST_KEY } from '../../../shared/boards/tile.ts'
import type { ChartModel, ChartStyle, Mark } from '../model.ts'

/** A part of a whole. Values in minor units, or counts. */
export interface Part {
  key: string
  label: string
  value: Total
}

/** More slices than this cannot be compared; the smallest are drawn as one. */
const MOST_SLICES = 6

/**
 * The slices of a whole, the largest first: at most six, the smallest together as `others`. Parts below nil cannot be drawn as a slice:
 * they are in `left`, and slices are shares of what is drawn.
 */
export function slicesOf(
  parts: readonly Part[],
  others: string,
): { slices: Part[]; left: Part[]; drawn: Total } {
  const positive = parts.filter(part => part.value > 0)
  const rest = positive.find(part => part.key === REST_KEY)
  const named = positive
    .filter(part => part !== rest)
    .toSorted((a, b) => (a.value === b.value ? 0 : a.value < b.value ? 1 : -1))
  const room = named.length + (rest ? 1 : 0) > MOST_SLICES ? MOST_SLICES - 1 : named.length
  const small = [...named.slice(room), ...(rest ? [rest] : [])]
  const slices = [
    ...named.slice(0, room),
    ...(small.length > 0
      ? [{ key: REST_KEY, label: others, value: addTotals(small.map(part => part.value)) }]
      : []),
  ]
  const drawn = addTotals(slices.map(slice => slice.value))
  return { slices, left: parts.filter(part => part.value < 0), drawn }
}

/** Beside the ring a name stands on lines; the longest are cut, and whole in tooltip and table. */
const LONGEST = 42
const shortName = (name: string): string =>
  name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name

/** A ring of at most six parts, each labelled with its share. */
export function pieModel(
  slices: readonly Part[],
  style: ChartStyle,
  percent: (ratio: number) => string,
): ChartModel {
  const { colours, words, fontFamily } = style
  const whole = addTotals(slices.map(slice => slice.value))
  const shareOf = (slice: Part): string => percent(whole === 0 ? 0 : Number(slice.value) / Number(whole))
  const colourOf = (slice: Part, i: number): string =>
    slice.key === REST_KEY ? colours.other : (colours.categorical[i % colours.categorical.length] as string)
  return {
    parts: 'pie',
    trigger: 'item',
    patterns: true,
    option: {
      tooltip: { trigger: 'item' },
      series: [
        {
          type: 'pie',
          radius: ['35%', '56%'],
          center: ['50%', '50%'],
          startAngle: 90,
          minAngle: 2,
          itemStyle: { borderColor: colours.surface, borderWidth: 1.5 },
          emphasis: { scaleSize: 4 },
          avoidLabelOverlap: true,
          label: {
            alignTo: 'edge',
            edgeDistance: 2,
            minMargin: 4,
            fontFamily,
            fontSize: 11.5,
            lineHeight: 15,
            color: colours.text,
            overflow: 'break',
          },
          labelLine: { length: 8, length2: 8, lineStyle: { color: colours.lineStrong } },
          data: slices.map((slice, i) => ({
            name: slice.label,
            value: Number(slice.value),
            itemStyle: { color: colourOf(slice, i) },
            label: { formatter: `${shortName(slice.label)}\n${shareOf(slice)}` },
          })),
        },
      ],
    },
    marks: [
      slices.map((slice, column): Mark => ({
        row: 0,
        column,
        label: `${slice.label}, ${words.full(slice.value)}, ${shareOf(slice)}`,
      })),
    ],
    tooltip: ({ column }) => {
      const slice = slices[column]
      if (!slice) return { title: '', rows: [] }
      return {
        title: slice.label,
        rows: [
          {
            swatch: colourOf(slice, column),
            shape: 'square',
            label: shareOf(slice),
            value: words.full(slice.value),
            strong: true,
          },
        ],
      }
    },
    locate: (_series, column) => ({ row: 0, column }),
    place: ({ column }) => ({ seriesIndex: 0, dataIndex: column }),
  }
}
