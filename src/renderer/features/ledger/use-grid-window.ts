import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, type RefObject } from 'react'
import { offsetToShow, scaleFor, toLogical, toPhysical, type Scale } from './window.ts'

interface GridWindowOptions {
  scroller: RefObject<HTMLDivElement | null>
  count: number
  /** CSS pixels. */
  rowHeight: number
  headHeight: number
  /** Where the list is shown at first: the logical offset that it was left at. */
  initialOffset: number
}

export interface GridWindow {
  slots: readonly number[]
  /** Height of the element that holds the rows. */
  height: number
  /** Where a row stands in that element. */
  topOf: (slot: number) => number
  /** Rows that fit in view, less one: what a page key moves by. */
  page: number
  showSlot: (slot: number) => void
  /** Logical offset of the view's top. */
  offset: () => number
}

type Rows = Virtualizer<HTMLDivElement, Element>

/**
 * The rows in view of a list of any length. TanStack's virtualizer works in logical pixels; where the list is higher than the
 * browser can make an element, the scroll bar's pixels are stretched (`Scale`), while the wheel still moves one to one.
 */
export function useGridWindow({
  scroller,
  count,
  rowHeight,
  headHeight,
  initialOffset,
}: GridWindowOptions): GridWindow {
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const scale = useRef<Scale>(scaleFor(0, 0))
  // The offset as it was set, which the scroll bar can only hold to a pixel of its own.
  const held = useRef({ offset: initialOffset, physical: -1 })

  const currentOffset = useCallback((): number => {
    const element = scroller.current
    if (!element) return held.current.offset
    if (Math.abs(element.scrollTop - held.current.physical) > 1)
      held.current = { offset: toLogical(scale.current, element.scrollTop), physical: element.scrollTop }
    return held.current.offset
  }, [scroller])

  const virtualizer: Rows = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset,
    useFlushSync: false,
    observeElementOffset: (_instance, tell) => {
      const element = scroller.current
      if (!element) return undefined
      const onScroll = (): void => {
        tell(currentOffset(), false)
        // Between two redraws, scaled rows travel at the bar's pace instead of their own.
        if (scale.current.ratio !== 1) redraw()
      }
      tell(currentOffset(), false)
      element.addEventListener('scroll', onScroll, { passive: true })
      return () => element.removeEventListener('scroll', onScroll)
    },
    scrollToFn: () => {},
  })

  const viewport = scroller.current?.clientHeight ?? 0
  scale.current = scaleFor(Math.max(count * rowHeight, 1), Math.max(0, viewport - headHeight))

  const scrollTo = useCallback(
    (offset: number): void => {
      const element = scroller.current
      if (!element) return
      element.scrollTop = toPhysical(scale.current, offset)
      held.current = { offset, physical: element.scrollTop }
    },
    [scroller],
  )

  // A change of row height or of the list's length keeps the virtualizer's measures fresh and the view within the list.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight])
  const filled = count > 0
  useLayoutEffect(() => {
    if (filled) scrollTo(held.current.offset)
  }, [filled, scrollTo])

  useWheel(scroller, scale, currentOffset, scrollTo)

  const physical = scroller.current?.scrollTop ?? 0
  const shift = scale.current.ratio === 1 ? 0 : physical - currentOffset()
  return {
    slots: virtualizer.getVirtualItems().map(item => item.index),
    height: scale.current.height,
    topOf: slot => slot * rowHeight + shift,
    page: Math.max(1, Math.floor((viewport - headHeight) / rowHeight) - 1),
    showSlot: slot => {
      const view = scroller.current?.clientHeight ?? 0
      const to = offsetToShow(slot, rowHeight, currentOffset(), view, headHeight)
      if (to !== undefined) scrollTo(to)
    },
    offset: currentOffset,
  }
}

/** Only for stretched lists: there, one notch of the wheel would otherwise fly past rows. */
function useWheel(
  scroller: RefObject<HTMLDivElement | null>,
  scale: RefObject<Scale>,
  currentOffset: () => number,
  scrollTo: (offset: number) => void,
): void {
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const onWheel = (event: WheelEvent): void => {
      if (scale.current.ratio === 1 || event.ctrlKey || event.shiftKey || event.deltaY === 0) return
      event.preventDefault()
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 40 : 1
      const most = scale.current.logicalHeight - scale.current.viewport
      scrollTo(Math.max(0, Math.min(most, currentOffset() + event.deltaY * lines)))
      // A step smaller than one pixel of the bar fires no scroll event of its own.
      element.dispatchEvent(new Event('scroll'))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [scroller, scale, currentOffset, scrollTo])
}
