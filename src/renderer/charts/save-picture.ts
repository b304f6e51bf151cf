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

function titled({ option, title, subtitle, style }: Picture): Record<string, unknown> {
  const { colours, fontFamily } = style
  const grid = option.grid && !Array.isArray(option.grid) ? option.grid : {}
  return {
    ...option,
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
