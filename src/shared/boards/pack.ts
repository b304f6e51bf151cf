import { COLUMNS, type Place } from './tile.ts'

export interface Placed extends Place {
  id: string
}

export const overlaps = (a: Place, b: Place): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

const byPlace = (a: Placed, b: Placed): number => a.y - b.y || a.x - b.x

/** Fits a place into the grid's columns. */
export function fitted<T extends Place>(place: T): T {
  const w = Math.min(COLUMNS, Math.max(1, place.w))
  return {
    ...place,
    w,
    h: Math.max(1, place.h),
    x: Math.min(COLUMNS - w, Math.max(0, place.x)),
    y: Math.max(0, place.y),
  }
}

/**
 * Moves every tile up as far as nothing is in its way, those above first, `first` (the one being moved) before all that would take its
 * place. Keeps all tiles and their sizes, in the order in which they came; none overlap.
 */
export function packed<T extends Placed>(tiles: readonly T[], first?: string): T[] {
  const settled: T[] = []
  const order = tiles
    .map(fitted)
    .toSorted((a, b) => byPlace(a, b) || Number(b.id === first) - Number(a.id === first))
  for (const tile of order) {
    // From below all settled ones upwards, so that a tile never jumps over one that holds it.
    let y = Math.max(tile.y, ...settled.map(other => other.y + other.h))
    while (y > 0 && !settled.some(other => overlaps({ ...tile, y: y - 1 }, other))) y -= 1
    settled.push({ ...tile, y })
  }
  const at = new Map(settled.map(tile => [tile.id, tile]))
  return tiles.map(tile => at.get(tile.id) as T)
}

/** One tile put elsewhere or made another size; what is in its way goes down, then all move up. */
export function replaced<T extends Placed>(tiles: readonly T[], id: string, to: Partial<Place>): T[] {
  const moved = tiles.find(tile => tile.id === id)
  if (!moved) return [...tiles]
  const place = fitted({ ...moved, ...to })
  // Only those that are hit go below it, and what they hit in turn: the others keep their places as far as they can.
  const settled: T[] = [place]
  for (const tile of tiles.filter(other => other.id !== id).toSorted(byPlace)) {
    let next = tile
    for (;;) {
      const hit = settled.find(other => overlaps(other, next))
      if (!hit) break
      next = { ...next, y: hit.y + hit.h }
    }
    settled.push(next)
  }
  const at = new Map(settled.map(tile => [tile.id, tile]))
  return packed(
    tiles.map(tile => at.get(tile.id) as T),
    id,
  )
}

/** Where a new tile of this size goes: below everything. */
export const below = (tiles: readonly Place[]): number => Math.max(0, ...tiles.map(tile => tile.y + tile.h))

/** Tiles that stand beside each other, drawn as a grid of their own: `columns` wide, `rows` high, places counted from its corner. */
export interface Band<T> {
  columns: number
  rows: number
  tiles: T[]
}

/** Cuts a packed board into bands where no tile crosses the line between two rows. */
export function bands<T extends Placed>(tiles: readonly T[]): Band<T>[] {
  const found: Band<T>[] = []
  let start = 0
  let end = 0
  let now: T[] = []
  const close = (): void => {
    if (now.length > 0)
      found.push({
        columns: COLUMNS,
        rows: end - start,
        tiles: now.map(tile => ({ ...tile, y: tile.y - start })),
      })
  }
  for (const tile of tiles.toSorted(byPlace)) {
    if (tile.y >= end) {
      close()
      now = []
      start = tile.y
    }
    now.push(tile)
    end = Math.max(now.length === 1 ? 0 : end, tile.y + tile.h)
  }
  close()
  return found
}

/**
 * The same board in a window too narrow for it: tiles in reading order, beside each other as long as each has the width that it
 * needs (`least`, pixels), stretched to fill their line.
 */
export function shelves<T extends Placed>(
  tiles: readonly T[],
  width: number,
  least: (tile: T) => number,
): Band<T>[] {
  const lines: T[][] = []
  let room = 0
  for (const tile of tiles.toSorted(byPlace)) {
    const needed = least(tile)
    if (lines.length === 0 || needed > room) {
      lines.push([])
      room = width
    }
    lines.at(-1)?.push(tile)
    room -= needed
  }
  return lines.map(line => {
    const rows = Math.max(...line.map(tile => tile.h))
    const wanted = line.reduce((sum, tile) => sum + Math.max(tile.w, (least(tile) / width) * COLUMNS), 0)
    let x = 0
    const placed = line.map((tile, i) => {
      const share = (Math.max(tile.w, (least(tile) / width) * COLUMNS) / wanted) * COLUMNS
      const w =
        i === line.length - 1
          ? COLUMNS - x
          : Math.min(COLUMNS - x - (line.length - 1 - i), Math.max(1, Math.round(share)))
      const at = { ...tile, x, y: 0, w, h: rows }
      x += w
      return at
    })
    return { columns: COLUMNS, rows, tiles: placed }
  })
}
