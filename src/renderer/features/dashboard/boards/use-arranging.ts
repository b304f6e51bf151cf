import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { replaced } from '../../../../shared/boards/pack.ts'
import { COLUMNS, type Place, type Tile } from '../../../../shared/boards/tile.ts'

type How = 'move' | 'resize'

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The place after going so many columns and rows. */
const gone = (how: How, { x, y, w, h }: Place, across: number, down: number): Partial<Place> =>
  how === 'move'
    ? { x: x + across, y: Math.max(0, y + down) }
    : { w: Math.min(COLUMNS - x, Math.max(1, w + across)), h: Math.max(1, h + down) }

export interface Arranging {
  /** The tile that follows the pointer. */
  moving: string | undefined
  /** For the head or the corner of a tile. */
  on(
    id: string,
    how: How,
  ): {
    onPointerDown(event: PointerEvent<HTMLElement>): void
    onKeyDown(event: KeyboardEvent): void
  }
}

/** Moves and resizes tiles by pointer and by arrow keys. `say` is told where a tile stands now. */
export function useArranging(
  tiles: readonly Tile[],
  change: (tiles: Tile[]) => void,
  row: number,
  say: (tile: Tile) => void,
): Arranging {
  const [moving, setMoving] = useState<string>()
  const put = (from: readonly Tile[], id: string, how: How, across: number, down: number): Tile[] => {
    const tile = from.find(one => one.id === id)
    return tile ? replaced(from, id, gone(how, tile, across, down)) : [...from]
  }
  return {
    moving,
    on: (id, how) => ({
      onKeyDown: event => {
        const step = STEPS[event.key]
        if (!step || event.ctrlKey || event.metaKey || event.altKey) return
        event.preventDefault()
        // With Shift the head resizes too: one stop of the Tab key is enough for both.
        const next = put(tiles, id, event.shiftKey ? 'resize' : how, ...step)
        change(next)
        const tile = next.find(one => one.id === id)
        if (tile) say(tile)
      },
      onPointerDown: event => {
        const grid = event.currentTarget.closest<HTMLElement>('[data-grid]')
        if (event.button !== 0 || !grid) return
        event.preventDefault()
        event.currentTarget.focus()
        const column = grid.clientWidth / COLUMNS
        const { clientX, clientY } = event
        const handle = event.currentTarget
        handle.setPointerCapture(event.pointerId)
        setMoving(id)
        let now = [...tiles]
        const move = (to: globalThis.PointerEvent): void => {
          const across = Math.round((to.clientX - clientX) / column)
          const down = Math.round((to.clientY - clientY) / row)
          // Always from where it began, so that tiles that made way come back.
          now = put(tiles, id, how, across, down)
          change(now)
        }
        const stop = (): void => {
          handle.removeEventListener('pointermove', move)
          handle.removeEventListener('pointerup', end)
          handle.removeEventListener('pointercancel', cancel)
          setMoving(undefined)
        }
        const end = (): void => {
          stop()
          const tile = now.find(one => one.id === id)
          if (tile) say(tile)
        }
        const cancel = (): void => {
          stop()
          change([...tiles])
        }
        handle.addEventListener('pointermove', move)
        handle.addEventListener('pointerup', end)
        handle.addEventListener('pointercancel', cancel)
      },
    }),
  }
}
