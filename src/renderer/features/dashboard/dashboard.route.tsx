import { useNavigate } from '@tanstack/react-router'
import { lazy, memo, Suspense, useMemo, useState } from 'react'
import type { Tile } from '../../../shared/boards/tile.ts'
import type { Overview } from '../../../shared/contract/dashboard.ts'
import { fetchCharts } from '../../charts/use-echarts.ts'
import { Breadcrumbs } from '../../app/Breadcrumbs.tsx'
import { FilterBar } from '../../app/FilterBar.tsx'
import {
  Button,
  EmptyState,
  ErrorState,
  Page,
  useFormat,
  useKeys,
  useMessages,
  useSetting,
  toast,
} from '../../ui/index.ts'
import { BoardGrid } from './boards/board-grid.tsx'
import { BoardMenu } from './boards/board-menu.tsx'
import { messages as boardMessages } from './boards/messages.ts'
import { useBoards, useRequests, type Draft } from './boards/use-boards.ts'
import { messages } from './messages.ts'
import { Unconverted } from './notices.tsx'
import { useDashboard, type Dashboard } from './use-dashboard.ts'
import { useLasting } from './use-lasting.ts'
import styles from './dashboard.module.css'

// The largest part of the page's code comes while the figures are worked out.
fetchCharts()

// Arranging comes with the first board that is arranged.
const BoardEditor = lazy(async () => ({ default: (await import('./boards/board-editor.tsx')).BoardEditor }))

/** An answer mostly comes sooner than an eye would see the dimming. */
const DIMMED_AFTER_MS = 120

/** The dashboard: a board of tiles, the preset one or a person's own, under one filter. */
export default function DashboardPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { profile } = useSetting()
  const navigate = useNavigate()
  const b = useMessages(boardMessages)
  const boards = useBoards()
  const [draft, setDraft] = useState<Draft>()
  const requests = useRequests(draft?.tiles ?? boards.tiles)
  const { overview, dashboard, address } = useDashboard(boards.saved && requests)
  const { value, failure, stale, retry } = overview
  const dimmed = useLasting(stale, DIMMED_AFTER_MS)
  useKeys({
    Escape: () => {
      if (!draft && address.path.length > 0) address.goTo(address.path.length - 2)
    },
  })
  const shown = value?.from && value.to ? format.span(value.from, value.to) : ''
  const before = value?.comparedWith ? format.span(value.comparedWith.from, value.comparedWith.to) : ''
  const presets = useMemo(() => ({ overview: t.title[profile], ...b.presets }), [t, b, profile])
  const save = async (): Promise<void> => {
    const board = draft && (await boards.save(draft))
    if (!board) return
    setDraft(undefined)
    boards.show(board.id)
    toast('done', b.saved(board.name))
  }
  return (
    <Page
      title={boards.current?.name ?? presets[boards.preset]}
      actions={
        !draft &&
        value !== undefined &&
        value.allEntries > 0 && <BoardMenu boards={boards} presets={presets} onArrange={setDraft} />
      }
      subtitle={before && value?.spending.comparison !== null ? t.against(shown, before) : shown}
      filterBar={value?.allEntries === 0 ? undefined : <FilterBar matched={value?.matched} />}
    >
      <Breadcrumbs />
      {failure && <ErrorState title={t.failed} failure={failure} onRetry={retry} />}
      {value && value.matched === 0 && (
        <EmptyState
          title={value.allEntries > 0 ? t.emptyTitle : t.emptyLedgerTitle}
          action={
            value.allEntries > 0 ? (
              <Button kind="primary" onClick={() => address.clear()}>
                {t.clearFilters}
              </Button>
            ) : (
              <Button kind="primary" onClick={() => void navigate({ to: '/import' })}>
                {t.importFile}
              </Button>
            )
          }
        >
          {value.allEntries > 0 ? t.emptyFiltered : t.emptyLedger}
        </EmptyState>
      )}
      {value && value.matched > 0 && (
        <div
          className={`${styles.figures} ${stale ? 'stale' : ''}`}
          aria-busy={stale || undefined}
          data-dimmed={dimmed || undefined}
          data-testid="figures"
        >
          {draft ? (
            <Suspense>
              <BoardEditor
                draft={draft}
                onChange={setDraft}
                onSave={() => void save()}
                onCancel={() => setDraft(undefined)}
                overview={value}
                dashboard={dashboard}
              />
            </Suspense>
          ) : boards.tiles.length === 0 ? (
            <EmptyState
              title={b.empty}
              action={
                boards.current && (
                  <Button needs="dashboard.saveBoard" kind="primary" onClick={() => setDraft(boards.current)}>
                    {b.edit}
                  </Button>
                )
              }
            >
              {b.emptyText}
            </EmptyState>
          ) : (
            <Figures tiles={boards.tiles} overview={value} dashboard={dashboard} stale={stale} />
          )}
        </div>
      )}
    </Page>
  )
}

interface FiguresProps {
  tiles: readonly Tile[]
  overview: Overview
  dashboard: Dashboard
  stale: boolean
}

/** Everything that is drawn. While an answer is awaited it stays as it is, dimmed from outside: rendering it twice would delay the answer. */
const Figures = memo(
  function Figures({ tiles, overview, dashboard }: FiguresProps) {
    return (
      <>
        <Unconverted overview={overview} dashboard={dashboard} />
        <BoardGrid tiles={tiles} overview={overview} dashboard={dashboard} />
      </>
    )
  },
  (before, next) =>
    before.tiles === next.tiles &&
    (next.stale || (before.overview === next.overview && before.dashboard === next.dashboard)),
)
