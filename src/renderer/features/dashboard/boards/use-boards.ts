import { useNavigate, useRouterState } from '@tanstack/react-router'
import { useMemo } from 'react'
import { PRESET_NAMES, PRESETS, type PresetName } from '../../../../shared/boards/presets.ts'
import { asksEngine, type Tile } from '../../../../shared/boards/tile.ts'
import type { Board, TileRequest } from '../../../../shared/contract/boards.ts'
import { call } from '../../../app/client.ts'
import { firstOf, type Search } from '../../../app/search.ts'
import { queryClient, useCall } from '../../../app/use-call.ts'
import { toast } from '../../../ui/index.ts'

/** A board as it is being arranged; without an id it is not saved yet. */
export type Draft = Pick<Board, 'name' | 'home' | 'tiles'> & Partial<Pick<Board, 'id' | 'revision'>>

export interface Boards {
  /** Those saved; undefined until they are known. */
  saved: readonly Board[] | undefined
  /** The one that is shown; undefined: the preset. */
  current: Board | undefined
  preset: PresetName
  tiles: readonly Tile[]
  /** Shows a saved board, or a preset. A preset's name is in the address although another board may be shown first. */
  show(board: number | PresetName): void
  /** Answers what was saved; undefined where it was refused, which is then said. */
  save(draft: Draft): Promise<Board | undefined>
  remove(board: Board): Promise<boolean>
}

/** The boards there are and the one in the address. */
export function useBoards(): Boards {
  const { value: saved, failure } = useCall('dashboard.boards', {})
  const navigate = useNavigate()
  const asked = useRouterState({ select: state => firstOf((state.location.search as Search)['board']) })
  return useMemo(() => {
    const home = asked === undefined ? saved?.find(board => board.home) : undefined
    const current = saved?.find(board => String(board.id) === asked) ?? home
    const preset = PRESET_NAMES.find(name => name === asked) ?? 'overview'
    const show = (shown: number | PresetName): void => {
      const board = String(shown)
      void navigate({ to: '.', search: ((before: Search) => ({ ...before, board })) as never })
    }
    return {
      saved: saved ?? (failure ? [] : undefined),
      current,
      preset,
      tiles: current?.tiles ?? PRESETS[preset],
      show,
      save: async draft => {
        const result = await call('dashboard.saveBoard', draft)
        await queryClient.invalidateQueries({ queryKey: ['dashboard.boards'] })
        if (result.ok) return result.value
        toast('error', result.failure.message)
        return undefined
      },
      remove: async board => {
        const result = await call('dashboard.removeBoard', { id: board.id })
        await queryClient.invalidateQueries({ queryKey: ['dashboard.boards'] })
        if (!result.ok) toast('error', result.failure.message)
        return result.ok
      },
    }
  }, [saved, failure, asked, navigate])
}

/** What a board's tiles ask of the engine. The same while only their places change. */
export function useRequests(tiles: readonly Tile[]): TileRequest[] {
  const text = JSON.stringify(tiles.filter(asksEngine).map(requestOf))
  return useMemo(() => JSON.parse(text) as TileRequest[], [text])
}

function requestOf({ id, content }: Tile): Partial<TileRequest> {
  if (content.kind === 'figure') return { id, chart: 'figure', query: content.query }
  return content.kind === 'chart'
    ? { id, chart: content.chart as TileRequest['chart'], query: content.query }
    : {}
}
