// Loaded when the first picture is saved: the SVG renderer and the title are needed for nothing else.
import { TitleComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { init } from './echarts.ts'
import type { LegendItem } from './legend.tsx'
import type { ChartOption, ChartStyle } from './model.ts'
import { echartsTheme } from './theme.ts'

use([TitleComponent, SVGRenderer])

export interface Picture {
  title: string
  subtitle: string
  option: ChartOption
  style: ChartStyle
  /** What is in sight of it. */
  legend?: readonly LegendItem[]
  width: number
  height: number
}

/** Room above the plot for title and subtitle, which on screen stand outside the canvas. */
const HEAD = 48
/** A line of the legend, and what an item has beside its name; pixels. Names are measured by their letters. */
const LEGEND = { line: 18, beside: 32, letter: 6.4 }

/** The legend's items by line. */
function legendLines({ legend = [], width }: Pick<Picture, 'legend' | 'width'>): LegendItem[][] {
  const lines: LegendItem[][] = []
  let used = Infinity
  for (const item of legend) {
    const wide = item.label.length * LEGEND.letter + LEGEND.beside
    if (used + wide > width - 32) {
      lines.push([])
      used = 0
    }
    lines.at(-1)?.push(item)
    used += wide
  }
  return lines
}

const headOf = (picture: Pick<Picture, 'legend' | 'width'>): number =>
  HEAD + legendLines(picture).length * LEGEND.line

/** The chart as a PNG at twice the size on screen, on the sheet's colour, with its title. */
export async function picturePng(picture: Picture): Promise<Blob> {
  const holder = document.createElement('div')
  const chart = init(holder, echartsTheme(picture.style.colours, picture.style.fontFamily), {
    renderer: 'canvas',
    width: picture.width,
    height: picture.height + headOf(picture),
    devicePixelRatio: 2,
  })
  try {
    chart.setOption(titled(picture))
    const canvas = chart.renderToCanvas({ backgroundColor: picture.style.colours.surface, pixelRatio: 2 })
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        blob => (blob ? resolve(blob) : reject(new Error('the canvas gave no picture'))),
        'image/png',
      )
    })
  } finally {
    chart.dispose()
  }
}

export function pictureSvg(picture: Picture): Blob {
  const chart = init(null, echartsTheme(picture.style.colours, picture.style.fontFamily), {
    renderer: 'svg',
    ssr: true,
    width: picture.width,
    height: picture.height + headOf(picture),
  })
  try {
    chart.setOption({ ...titled(picture), backgroundColor: picture.style.colours.surface })
    return new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' })
  } finally {
    // An instance that is not disposed keeps its host alive.
    chart.dispose()
  }
}

function titled(picture: Picture): Record<string, unknown> {
  const { option, title, subtitle, style } = picture
  const { colours, fontFamily } = style
  const head = headOf(picture)
  const grid = option.grid && !Array.isArray(option.grid) ? option.grid : {}
  const { calendar } = option as { calendar?: { top?: number } }
  return {
    ...option,
    series: list(option.series).map(series => below(series as Placed, picture, head)),
    ...(calendar ? { calendar: { ...calendar, top: (calendar.top ?? 0) + head } } : {}),
    animation: false,
    tooltip: { show: false },
    title: [
      {
        text: title,
        subtext: subtitle,
        left: 16,
        top: 10,
        itemGap: 4,
        textStyle: { color: colours.text, fontSize: 13, fontWeight: 600, fontFamily },
        subtextStyle: { color: colours.text3, fontSize: 11, fontFamily },
      },
      ...legendTitle(picture),
    ],
    grid: {
      ...grid,
      left: Number(grid.left ?? 0) + 16,
      right: Number(grid.right ?? 0) + 16,
      top: Number(grid.top ?? 0) + head,
      bottom: Number(grid.bottom ?? 0) + 12,
    },
  }
}

/** The legend as a second title: a swatch and a name each. On screen it stands outside the canvas, too. */
function legendTitle(picture: Picture): Record<string, unknown>[] {
  const lines = legendLines(picture)
  if (lines.length === 0) return []
  const { colours, fontFamily } = picture.style
  const items = lines.flat()
  // Braces would be read as marks of the library's own.
  const plain = (label: string): string => label.replaceAll('{', '(').replaceAll('}', ')')
  const swatch = ({ colour, fill, shape = 'line' }: LegendItem): Record<string, unknown> => ({
    width: shape === 'line' || shape === 'dashes' ? 14 : 10,
    height: shape === 'line' || shape === 'dashes' ? 3 : 10,
    backgroundColor: fill ?? colour,
    borderColor: colour,
    borderWidth: fill === undefined ? 0 : 1,
    borderRadius: shape === 'circle' ? 5 : 1,
  })
  return [
    {
      text: lines
        .map(line => line.map(item => `{s${items.indexOf(item)}|} ${plain(item.label)}`).join('     '))
        .join('\n'),
      left: 16,
      top: HEAD - 4,
      textStyle: {
        color: colours.text2,
        fontSize: 11,
        fontWeight: 400,
        fontFamily,
        lineHeight: LEGEND.line,
        rich: Object.fromEntries(items.map((item, i) => [`s${i}`, swatch(item)])),
      },
    },
  ]
}

type Radius = string | number | undefined

/** How a series without axes says where it stands. */
interface Placed {
  type?: string
  center?: (string | number)[]
  radius?: Radius | Radius[]
  levels?: { r0?: Radius; r?: Radius }[]
  top?: number
}

/** Moves a series that has no axes under the title: those with axes go with their grid. Round ones keep their size. */
function below(series: Placed, { width, height }: Picture, head: number): Placed {
  const [x = '50%', y = '50%'] = series.center ?? []
  // A percentage of a radius is of the smaller side, which the title has made higher.
  const shrink = Math.min(width, height) / Math.min(width, height + head)
  const scaled = (radius: Radius): Radius =>
    typeof radius === 'string' && radius.endsWith('%') ? `${Number.parseFloat(radius) * shrink}%` : radius
  switch (series.type) {
    case 'pie':
    case 'sunburst':
    case 'gauge': {
      const { radius, levels } = series
      return {
        ...series,
        center: [x, head + (Number.parseFloat(String(y)) / 100) * height],
        ...(radius !== undefined && { radius: Array.isArray(radius) ? radius.map(scaled) : scaled(radius) }),
        ...(levels && {
          levels: levels.map(level => ({
            ...level,
            ...(level.r0 !== undefined && { r0: scaled(level.r0) }),
            ...(level.r !== undefined && { r: scaled(level.r) }),
          })),
        }),
      }
    }
    case 'treemap':
    case 'sankey':
      return { ...series, top: (series.top ?? 0) + head }
    default:
      return series
  }
}

const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
