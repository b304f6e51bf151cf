import {
  IconArrowsDiagonalMinimize2,
  IconCopy,
  IconGripVertical,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import { below, packed } from '../../../../shared/boards/pack.ts'
import { MOST_TILES, type Tile } from '../../../../shared/boards/tile.ts'
import type { Overview } from '../../../../shared/contract/dashboard.ts'
import { Button, IconButton, TextField, useMessages, VisuallyHidden } from '../../../ui/index.ts'
import type { Dashboard } from '../use-dashboard.ts'
import { ROW } from './board-grid.tsx'
import { messages } from './messages.ts'
import { TileBody } from './tile-body.tsx'
import { TileDialog, type NewTile } from './tile-dialog.tsx'
import { useTileTitle } from './tile-title.ts'
import { useArranging } from './use-arranging.ts'
import type { Draft } from './use-boards.ts'
import styles from './boards.module.css'

interface Props {
  draft: Draft
  onChange: (draft: Draft) => void
  onSave: () => void
  onCancel: () => void
  overview: Overview
  dashboard: Dashboard
}

/** A board being arranged: each tile with a head to move it by, a corner to resize it, and what else can be done with it. */
export function BoardEditor({ draft, onChange, onSave, onCancel, overview, dashboard }: Props) {
  const t = useMessages(messages)
  const titleOf = useTileTitle()
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState<Tile | 'new'>()
  const { tiles } = draft
  const setTiles = (next: Tile[]): void => onChange({ ...draft, tiles: next })
  const say = (tile: Tile): void => setSaid(t.at(titleOf(tile), tile.x + 1, tile.y + 1, tile.w, tile.h))
  const arranging = useArranging(tiles, setTiles, ROW, say)
  const put = (made: NewTile): void => {
    if (asked !== 'new' && asked)
      setTiles(tiles.map(tile => (tile.id === asked.id ? { ...tile, ...made } : tile)))
    else {
      const tile: Tile = { ...made, ...sizeOf(made), x: 0, y: below(tiles), id: freeId(tiles) }
      setTiles(packed([...tiles, tile]))
      say(tile)
    }
    setAsked(undefined)
  }
  const duplicate = (tile: Tile): void => {
    const copy = { ...tile, id: freeId(tiles), y: below(tiles) }
    setTiles(packed([...tiles, copy]))
    say(copy)
  }
  const rows = below(tiles)
  return (
    <>
      <div className={styles.bar}>
        <TextField
          label={t.name}
          value={draft.name}
          maxLength={200}
          onChange={event => onChange({ ...draft, name: event.target.value })}
        />
        <p className={styles.hint}>{t.howTo}</p>
        <Button
          icon={<IconPlus aria-hidden />}
          disabled={tiles.length >= MOST_TILES}
          onClick={() => setAsked('new')}
        >
          {t.add}
        </Button>
        <Button onClick={onCancel}>{t.cancel}</Button>
        <Button kind="primary" disabled={draft.name.trim() === ''} onClick={onSave}>
          {t.save}
        </Button>
      </div>
      <div
        className={styles.editing}
        data-grid
        role="group"
        aria-label={t.grid}
        style={{ gridTemplateRows: `repeat(${Math.max(1, rows)}, ${ROW}px)` }}
      >
        {tiles.map(tile => {
          const title = titleOf(tile)
          return (
            <section
              key={tile.id}
              className={styles.tile}
              aria-label={title}
              data-moving={arranging.moving === tile.id || undefined}
              style={{
                gridColumn: `${tile.x + 1} / span ${tile.w}`,
                gridRow: `${tile.y + 1} / span ${tile.h}`,
              }}
            >
              <div className={styles.head}>
                <button
                  type="button"
                  className={styles.handle}
                  aria-label={t.move(title)}
                  {...arranging.on(tile.id, 'move')}
                >
                  <IconGripVertical aria-hidden />
                  <span className="ellipsis">{title}</span>
                </button>
                <span className={styles.tools}>
                  {tile.content.kind !== 'panel' && (
                    <IconButton label={t.change(title)} onClick={() => setAsked(tile)}>
                      <IconPencil aria-hidden />
                    </IconButton>
                  )}
                  <IconButton label={t.copy(title)} onClick={() => duplicate(tile)}>
                    <IconCopy aria-hidden />
                  </IconButton>
                  <IconButton
                    label={t.take(title)}
                    onClick={() => {
                      setTiles(packed(tiles.filter(other => other.id !== tile.id)))
                      setSaid(t.taken(title))
                    }}
                  >
                    <IconTrash aria-hidden />
                  </IconButton>
                </span>
              </div>
              <div className={styles.inside} inert>
                <TileBody tile={tile} overview={overview} dashboard={dashboard} />
              </div>
              <button
                type="button"
                className={styles.corner}
                aria-label={t.resize(title)}
                {...arranging.on(tile.id, 'resize')}
              >
                <IconArrowsDiagonalMinimize2 aria-hidden />
              </button>
            </section>
          )
        })}
      </div>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {asked && (
        <TileDialog
          tile={asked === 'new' ? undefined : asked}
          filters={dashboard.filters}
          onClose={() => setAsked(undefined)}
          onDone={put}
        />
      )}
    </>
  )
}

/** How large a new tile is: as large as its kind is read at, in cells. */
function sizeOf({ content }: NewTile): { w: number; h: number } {
  if (content.kind === 'figure' || content.kind === 'freshness') return { w: 6, h: 2 }
  if (content.kind === 'note') return { w: 8, h: 3 }
  if (content.kind === 'panel' && content.panel === 'headline') return { w: 24, h: 2 }
  if (content.kind === 'chart' && ['calendar', 'sankey', 'heatmap'].includes(content.chart))
    return { w: 16, h: content.chart === 'calendar' ? 4 : 6 }
  return content.kind === 'budget' ? { w: 6, h: 4 } : { w: 12, h: 5 }
}

function freeId(tiles: readonly Tile[]): string {
  const taken = new Set(tiles.map(tile => tile.id))
  let n = tiles.length + 1
  while (taken.has(`tile-${n}`)) n += 1
  return `tile-${n}`
}
