/** Rows fetched at a time, and the grid on which fetches are laid, so that a page is one cache entry. */
export const PAGE_SIZE = 200

/**
 * Chromium cuts an element's height off at 2^25 px (33,554,432). Beyond this height the scroll bar moves in steps of
 * `ratio` logical pixels: 1.15 million compact rows still move one to one.
 */
export const MAX_HEIGHT_PX = 30_000_000

/** A scroll area whose content may be higher than the browser can make an element. All in CSS pixels. */
export interface Scale {
  /** Height that the element gets. */
  height: number
  /** Height that the rows would need. */
  logicalHeight: number
  viewport: number
  /** Logical pixels for one pixel of the scroll bar's way; 1 where nothing is scaled. */
  ratio: number
}

export function scaleFor(logicalHeight: number, viewport: number, maxHeight = MAX_HEIGHT_PX): Scale {
  const height = Math.min(logicalHeight, maxHeight)
  const way = height - viewport
  const ratio = height === logicalHeight || way <= 0 ? 1 : (logicalHeight - viewport) / way
  return { height, logicalHeight, viewport, ratio }
}

export const toLogical = (scale: Scale, scrollTop: number): number =>
  Math.min(scrollTop * scale.ratio, Math.max(0, scale.logicalHeight - scale.viewport))

export const toPhysical = (scale: Scale, offset: number): number => offset / scale.ratio

/**
 * The offset that brings a slot into view with the least movement; undefined where it is in view already.
 * `head` is the height of the sticky head that covers the top of the viewport.
 */
export function offsetToShow(
  slot: number,
  rowHeight: number,
  offset: number,
  viewport: number,
  head: number,
): number | undefined {
  const top = slot * rowHeight
  if (top < offset) return top
  const room = viewport - head
  if (top + rowHeight > offset + room) return top + rowHeight - room
  return undefined
}

/**
 * The pages to hold for the rows `first`–`last` (both included): those in view first, then the next one in the direction
 * of travel, so that reading on never meets a gap.
 */
export function pagesFor(first: number, last: number, total: number, direction: 1 | -1): number[] {
  if (total <= 0 || last < first) return []
  const lastPage = Math.floor((total - 1) / PAGE_SIZE)
  const from = Math.max(0, Math.floor(first / PAGE_SIZE))
  const to = Math.min(lastPage, Math.floor(last / PAGE_SIZE))
  const pages: number[] = []
  for (let page = from; page <= to; page++) pages.push(page)
  const ahead = direction === 1 ? to + 1 : from - 1
  if (ahead >= 0 && ahead <= lastPage) pages.push(ahead)
  return pages
}
