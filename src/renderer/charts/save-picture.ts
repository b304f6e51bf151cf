// Loaded when the first picture is saved: the SVG renderer and the title are needed for nothing else.
import { TitleComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { init } from './echarts.ts'
import type { ChartOption, ChartStyle } from './model.ts'
import { echartsTheme } from './theme.ts'

use([TitleComponent, SVGRenderer])

export interface Picture {
  title: string
  subtitle: string
  option: ChartOption
  style: ChartStyle
  width: number
  height: number
}

/** Room above the plot for title and subtitle, which on screen stand outside the canvas. */
const HEAD = 48

/** The chart as a PNG at twice the size on screen, on the sheet's colour, with its title. */
export async function picturePng(picture: Picture): Promise<Blob> {
  const holder = document.createElement('div')
  const chart = init(holder, echartsTheme(picture.style.colours, picture.style.fontFamily), {
    renderer: 'canvas',
    width: picture.width,
    height: picture.height + HEAD,
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
    height: picture.height + HEAD,
  })
  try {
    chart.setOption({ ...titled(picture), backgroundColor: picture.style.colours.surface })
    return new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' })
  } finally {
    // An instance that is not disposed keeps its host alive.
    chart.dispose()
  }
}

function titled({ option, title, subtitle, style, height }: Picture): Record<string, unknown> {
  const { colours, fontFamily } = style
  const grid = option.grid && !Array.isArray(option.grid) ? option.grid : {}
  const { calendar } = option as { calendar?: { top?: number } }
  return {
    ...option,
    series: list(option.series).map(series => below(series as Placed, height)),
    ...(calendar ? { calendar: { ...calendar, top: (calendar.top ?? 0) + HEAD } } : {}),
    animation: false,
    tooltip: { show: false },
    title: {
      text: title,
      subtext: subtitle,
      left: 16,
      top: 10,
      itemGap: 4,
      textStyle: { color: colours.text, fontSize: 13, fontWeight: 600, fontFamily },
      subtextStyle: { color: colours.text3, fontSize: 11, fontFamily },
    },
    grid: {
      ...grid,
      left: Number(grid.left ?? 0) + 16,
      right: Number(grid.right ?? 0) + 16,
      top: Number(grid.top ?? 0) + HEAD,
      bottom: Number(grid.bottom ?? 0) + 12,
    },
  }
}

/** How a series without axes says where it stands. */
interface Placed {
  type?: string
  center?: (string | number)[]
  top?: number
}

/** Moves a series that has no axes under the title: those with axes go with their grid. */
function below(series: Placed, height: number): Placed {
  const [x = '50%', y = '50%'] = series.center ?? []
  switch (series.type) {
    case 'pie':
    case 'sunburst':
    case 'gauge':
      return { ...series, center: [x, HEAD + (Number.parseFloat(String(y)) / 100) * height] }
    case 'treemap':
    case 'sankey':
      return { ...series, top: (series.top ?? 0) + HEAD }
    default:
      return series
  }
}

const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
