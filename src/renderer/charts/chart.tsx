import { useReducedMotion } from '@mantine/hooks'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useMessages } from '../ui/messages.ts'
import styles from './charts.module.css'
import { MOVES, moveCursor, type Cursor } from './keys.ts'
import { messages } from './messages.ts'
import type { ChartModel, ChartStyle, Mark } from './model.ts'
import { tooltipNode } from './tooltip-node.ts'
import { useECharts } from './use-echarts.ts'
import { canZoom, inSight, zoomed, type Window } from './zoom.ts'

export interface ChartActions {
  /** A click, or Space: the mark becomes a filter; on a mark that already is one, one level deeper. */
  onSelect?: (mark: Mark) => void
  /** Enter: its entries. */
  onOpen?: (mark: Mark) => void
  /** Shift Enter: one level deeper. */
  onDrill?: (mark: Mark) => void
  /** W, or a right click: what the mark's figure comes from. */
  onWhy?: (mark: Mark) => void
}

interface Props extends ChartActions {
  model: ChartModel
  style: ChartStyle
  /** Its accessible name: the title, and the finding where there is one. */
  label: string
  height?: number
}

interface ItemEvent {
  seriesIndex?: number
  dataIndex: number
  dataType?: string
  event?: { event?: { preventDefault?: () => void } }
}

/** What a click on a column means: its first line that is in sight. */
const columnMark = ({ marks }: ChartModel, column: number): Mark | undefined =>
  marks.map(row => row[column]).find(mark => mark != null) ?? undefined

const plain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey

/** Every canvas chart: drawn by ECharts, pointed at by mouse, moved over by arrow keys, announced in words. */
export function Chart({ model, style, label, height, onSelect, onOpen, onDrill, onWhy }: Props) {
  const texts = useMessages(messages)
  const host = useRef<HTMLDivElement>(null)
  const keysId = useId()
  const reducedMotion = useReducedMotion()
  const [cursor, setCursor] = useState<Cursor | null>(null)
  const marks = useMemo(() => model.marks.reduce((a, row) => a + row.length, 0), [model])
  // What a click does is another function with every rendering: it must neither draw the chart again nor bind it again.
  const latest = useRef({ model, onSelect, onWhy })
  useLayoutEffect(() => {
    latest.current = { model, onSelect, onWhy }
  })
  const clickable = onSelect !== undefined
  const asks = onWhy !== undefined
  const zooms = canZoom(model.zoom)

  const option = useMemo(() => {
    const hint = clickable ? [texts.hint, asks && texts.hintWhy].filter(Boolean).join(', ') : ''
    const formatter = (params: unknown): HTMLElement | string => {
      const [first] = (Array.isArray(params) ? params : [params]) as {
        seriesIndex: number
        dataIndex: number
        dataType?: string
      }[]
      if (!first) return ''
      const { row, column } =
        model.trigger === 'axis'
          ? { row: 0, column: first.dataIndex }
          : model.locate(first.seriesIndex, first.dataIndex, first.dataType)
      return tooltipNode(model.tooltip({ row, column, label: '' }), hint)
    }
    return {
      ...model.option,
      // The wheel scrolls the page; with Ctrl, as everywhere, it comes nearer.
      ...(zooms
        ? {
            dataZoom: [
              { type: 'inside' as const, zoomOnMouseWheel: 'ctrl' as const, moveOnMouseWheel: false },
            ],
          }
        : {}),
      tooltip: {
        ...model.option.tooltip,
        confine: true,
        transitionDuration: 0,
        formatter,
        // Where it would go by itself; told so, ECharts does not ask for the element's computed style at every drawing.
        appendTo: (element: HTMLElement) => element,
      },
    }
  }, [model, clickable, asks, texts, zooms])

  const chart = useECharts(host, option, {
    colours: style.colours,
    fontFamily: style.fontFamily,
    marks,
    patterns: model.patterns,
    reducedMotion,
    part: model.parts,
    zoom: zooms,
  })

  const { trigger } = model
  useEffect(() => {
    if (!chart || chart.isDisposed() || !clickable) return
    if (trigger === 'item') {
      const at = (event: ItemEvent): Mark | undefined => {
        const { row, column } = latest.current.model.locate(
          event.seriesIndex ?? 0,
          event.dataIndex,
          event.dataType,
        )
        return latest.current.model.marks[row]?.[column] ?? undefined
      }
      const click = (event: ItemEvent): void => {
        const mark = at(event)
        if (mark) latest.current.onSelect?.(mark)
      }
      const ask = (event: ItemEvent): void => {
        const mark = at(event)
        if (!mark || !latest.current.onWhy) return
        event.event?.event?.preventDefault?.()
        latest.current.onWhy(mark)
      }
      chart.on('click', click)
      chart.on('contextmenu', ask)
      return () => {
        if (chart.isDisposed()) return
        chart.off('click', click)
        chart.off('contextmenu', ask)
      }
    }
    const zr = chart.getZr()
    const columnAt = (event: { offsetX: number; offsetY: number }): number => {
      const [column] = chart.convertFromPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]) as number[]
      return Math.round(column ?? -1)
    }
    const inside = (event: { offsetX: number; offsetY: number }): boolean =>
      chart.containPixel('grid', [event.offsetX, event.offsetY])
    const click = (event: { offsetX: number; offsetY: number }): void => {
      const mark = inside(event) ? columnMark(latest.current.model, columnAt(event)) : undefined
      if (mark) latest.current.onSelect?.(mark)
    }
    const ask = (event: {
      offsetX: number
      offsetY: number
      event?: { preventDefault?: () => void }
    }): void => {
      const mark = inside(event) ? columnMark(latest.current.model, columnAt(event)) : undefined
      if (!mark || !latest.current.onWhy) return
      event.event?.preventDefault?.()
      latest.current.onWhy(mark)
    }
    const move = (event: { offsetX: number; offsetY: number }): void => {
      if (inside(event)) zr.setCursorStyle('pointer')
    }
    zr.on('click', click)
    zr.on('mousemove', move)
    zr.on('contextmenu', ask)
    return () => {
      if (chart.isDisposed()) return
      zr.off('click', click)
      zr.off('mousemove', move)
      zr.off('contextmenu', ask)
    }
  }, [chart, trigger, clickable])

  const shown = useRef<Window | undefined>(undefined)
  useEffect(() => {
    // Other figures are shown whole.
    shown.current = undefined
  }, [model])
  const show = (next: Window): void => {
    shown.current = next
    chart?.dispatchAction({ type: 'dataZoom', startValue: next.first, endValue: next.last })
  }
  const range = (): Window => shown.current ?? { first: 0, last: (model.zoom ?? 1) - 1 }

  const current = cursor ? model.marks[cursor.row]?.[cursor.column] : undefined
  useEffect(() => {
    if (!chart || chart.isDisposed()) return undefined
    if (!current) {
      // The words under a pointer are of the figures before. Each action is a drawing: none where nothing is pointed at.
      if (host.current?.matches(':hover')) chart.dispatchAction({ type: 'hideTip' })
      return undefined
    }
    const place = model.place(current)
    chart.dispatchAction({ type: 'highlight', ...place })
    chart.dispatchAction({ type: 'showTip', ...place })
    return () => {
      if (chart.isDisposed()) return
      chart.dispatchAction({ type: 'downplay' })
      chart.dispatchAction({ type: 'hideTip' })
    }
  }, [chart, current, model])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (MOVES.includes(event.key)) {
      event.preventDefault()
      const next = moveCursor(model.marks, cursor, event.key)
      if (next && zooms && shown.current) show(inSight(range(), next.column))
      setCursor(next)
      return
    }
    const nearer =
      zooms && plain(event) ? zoomed(event.key, range(), model.zoom ?? 0, cursor?.column) : undefined
    if (nearer) {
      event.preventDefault()
      show(nearer)
      return
    }
    if (!current) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (event.shiftKey) onDrill?.(current)
      else onOpen?.(current)
    } else if (event.key === ' ') {
      event.preventDefault()
      onSelect?.(current)
    } else if (event.key === 'w' && onWhy && plain(event)) {
      event.preventDefault()
      onWhy(current)
    }
  }

  return (
    <div
      className={styles.chart}
      style={height === undefined ? undefined : { height }}
      role="group"
      aria-roledescription={texts.chart}
      aria-label={label}
      aria-describedby={keysId}
      tabIndex={0}
      data-chart={chart ? 'drawn' : 'waiting'}
      onKeyDown={onKeyDown}
      onBlur={() => setCursor(null)}
    >
      <div ref={host} className={styles.canvas} aria-hidden="true" />
      <span id={keysId} className="visually-hidden">
        {[texts.keys, asks && texts.keysWhy, zooms && texts.keysZoom].filter(Boolean).join(' ')}
      </span>
      <span className="visually-hidden" aria-live="polite">
        {current?.label ?? ''}
      </span>
    </div>
  )
}
