import { useEffect, useRef, useState, type RefObject } from 'react'
import type { ECharts } from './echarts.ts'
import type { ChartColours, ChartOption, PartName } from './model.ts'
import { loadPart } from './parts.ts'
import { echartsTheme } from './theme.ts'

/** Under this many marks a change is animated (tokens: motion.chartMaxPoints). */
const ANIMATED_MARKS = 2000
const CHART_MOTION_MS = 180

/** The drawing library, a chunk of its own. */
const loadCharts = () => import('./echarts.ts')

/** Has the drawing library on its way while figures are worked out. Where it does not come, the first chart asks again. */
export const fetchCharts = (): void => void loadCharts().catch(() => undefined)

let fonts: Promise<unknown> | undefined

/** Canvas text does not reflow when a font arrives: the first chart waits for the interface's font, at most a second. */
function fontsReady(family: string): Promise<unknown> {
  fonts ??= Promise.race([
    Promise.all([document.fonts.load(`420 11px ${family}`), document.fonts.load(`600 12px ${family}`)]),
    new Promise(resolve => setTimeout(resolve, 1000)),
  ])
  return fonts
}

/**
 * One ECharts instance in an element: made when library and fonts are there, resized with the element, always disposed.
 * A change of colours makes a new one.
 */
export function useECharts(
  host: RefObject<HTMLDivElement | null>,
  option: ChartOption,
  settings: {
    colours: ChartColours
    fontFamily: string
    marks: number
    patterns: boolean
    reducedMotion: boolean
    part: PartName | undefined
    zoom: boolean
  },
): ECharts | null {
  const [chart, setChart] = useState<ECharts | null>(null)
  const { colours, fontFamily, part, zoom } = settings

  useEffect(() => {
    let made: ECharts | undefined
    let mount: HTMLDivElement | undefined
    let gone = false
    let observer: ResizeObserver | undefined
    const start = async (): Promise<void> => {
      // Before it is made: an instance knows only of the parts that were there at its beginning.
      const [library] = await Promise.all([loadCharts(), fontsReady(fontFamily), part && loadPart(part)])
      const element = host.current
      if (gone || !element) return
      // An element of its own: ECharts gives back the instance that an element still has, and the one before is disposed a little later.
      mount = document.createElement('div')
      mount.style.width = '100%'
      mount.style.height = '100%'
      element.append(mount)
      made = library.init(mount, echartsTheme(colours, fontFamily), { renderer: 'canvas' })
      const instance = made
      observer = new ResizeObserver(() => {
        const { clientWidth: width, clientHeight: height } = element
        if (width === 0 || height === 0 || instance.isDisposed()) return
        if (width === instance.getWidth() && height === instance.getHeight()) return
        // No animation: a chart that grows after its window reads as lag. Resizing empties the canvas, and with nothing to
        // animate the new picture may wait for a frame that does not come: it is painted at once.
        instance.resize({ animation: { duration: 0 } })
        instance.getZr().refreshImmediately()
      })
      observer.observe(element)
      setChart(instance)
    }
    void start()
    return () => {
      gone = true
      observer?.disconnect()
      setChart(null)
      mount?.remove()
      if (made) disposeSoon(made)
    }
  }, [host, colours, fontFamily, part])

  const moving = useRef(false)
  useEffect(() => {
    if (!chart || chart.isDisposed()) return
    const patterns = colours.decals && settings.patterns
    const animation = moving.current && !settings.reducedMotion && settings.marks < ANIMATED_MARKS
    chart.setOption(
      {
        ...option,
        animation,
        animationDuration: CHART_MOTION_MS,
        animationDurationUpdate: CHART_MOTION_MS,
        aria: { enabled: patterns, label: { enabled: false }, decal: { show: patterns } },
      },
      { replaceMerge: ['series', 'xAxis', 'yAxis', 'grid', ...(zoom ? ['dataZoom'] : [])] },
    )
    // The first drawing stands at once; only changes move.
    moving.current = true
  }, [chart, zoom, option, colours, settings.reducedMotion, settings.marks, settings.patterns])

  return chart
}

/**
 * A painting that was begun goes on in the next frame and would find nothing to paint on; an emptied chart ends it, and two
 * frames later nothing is left to come.
 */
function disposeSoon(chart: ECharts): void {
  chart.clear()
  requestAnimationFrame(() => requestAnimationFrame(() => chart.dispose()))
}
