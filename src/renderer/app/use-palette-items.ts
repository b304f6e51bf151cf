import { useNavigate } from '@tanstack/react-router'
import { readFigureId } from '../../shared/report/figure.ts'
import { useDebouncedValue } from '@mantine/hooks'
import { useMay } from '../ui/may.ts'
import { useMessages } from '../ui/messages.ts'
import { useLanguage } from '../ui/preferences.ts'
import { useFormat } from '../ui/use-format.ts'
import { appMessages } from './app.messages.ts'
import { memberName, useDimensionName, useDimensions } from './dimensions.ts'
import { PAGES } from './Navigation.tsx'
import { leaveWorkspace } from './open-workspace.ts'
import { historyMessages } from './history.messages.ts'
import { paletteMessages } from './palette.messages.ts'
import { savePreferences } from './preferences.ts'
import { serialiseFilters } from './filters.ts'
import { useCall } from './use-call.ts'
import { withMembers } from './drill.ts'
import { useFilters } from './use-filters.ts'
import { useHistory } from './use-history.ts'

export interface PaletteItem {
  id: string
  group: string
  label: string
  hint?: string
  run: () => void
}

/** Dimensions whose members people look for by name. */
const SOUGHT = ['payee', 'account', 'category']

/** What the palette offers for a text: pages and commands by their words, members and entries by a search of the ledger. */
export function usePaletteItems(text: string, open: boolean): PaletteItem[] {
  const t = useMessages(paletteMessages)
  const app = useMessages(appMessages)
  const format = useFormat()
  const navigate = useNavigate()
  const filters = useFilters()
  const go = (to: string, search: unknown = {}) => void navigate({ to, search: search as never })
  const history = useMessages(historyMessages)
  const { undo, redo } = useHistory()
  const may = useMay('ledger.undo')
  const [search] = useDebouncedValue(text.trim(), 150)
  const found = useFound(search, open)

  const fixed: PaletteItem[] = [
    ...PAGES.filter(page => open || page.name === 'settings').map(page => ({
      id: page.to,
      group: t.pages,
      label: app[page.name],
      ...(page.key && { hint: `G ${page.key.toUpperCase()}` }),
      run: () => go(page.to, page.filtered ? filters.search : {}),
    })),
    ...(open && may
      ? [
          {
            id: 'undo',
            group: t.commands,
            label: history.undo,
            hint: `${t.control} Z`,
            run: () => void undo(),
          },
          {
            id: 'redo',
            group: t.commands,
            label: history.redo,
            hint: `${t.control} ${t.shift} Z`,
            run: () => void redo(),
          },
        ]
      : []),
    ...(open
      ? [
          { id: 'clear', group: t.commands, label: t.clearFilters, run: filters.clear },
          {
            id: 'close',
            group: t.commands,
            label: t.close,
            run: () => void leaveWorkspace().then(() => go('/')),
          },
        ]
      : []),
    ...(['system', 'light', 'dark', 'contrast'] as const).map(theme => ({
      id: theme,
      group: t.commands,
      label: t.theme(app[theme]),
      run: () => void savePreferences({ theme }),
    })),
  ]
  const words = text.trim().toLowerCase().split(/\s+/)
  const matching = fixed.filter(item => words.every(word => item.label.toLowerCase().includes(word)))
  if (!open || text.trim() === '') return matching
  const members = found.map(({ dimension, name, key, label, entries }) => ({
    id: `${dimension}=${key}`,
    group: t.members,
    label,
    hint: `${name}, ${t.count(format.count(entries))}`,
    run: () =>
      go(
        '/ledger',
        serialiseFilters({ filters: withMembers({}, dimension, [key]), comparison: undefined, path: [] }),
      ),
  }))
  const rows: PaletteItem = {
    id: 'text',
    group: t.entries,
    label: t.search(text.trim()),
    run: () => go('/ledger', { q: text.trim() }),
  }
  const figure = readFigureId(text)
  if (figure !== undefined)
    return [
      { id: figure, group: t.pages, label: t.figure(figure), run: () => go(`/figure/${figure}`) },
      ...matching,
      ...members,
      rows,
    ]
  return [...matching, ...members, rows]
}

function useFound(search: string, open: boolean) {
  const language = useLanguage()
  const nameOf = useDimensionName()
  const dimensions = useDimensions()
  const there = SOUGHT.filter(id => dimensions.some(d => d.id === id))
  const enabled = open && search.length > 1
  // Hooks need a fixed number: one look-up per sought dimension.
  const payees = useCall('ledger.members', ask('payee', search), {
    enabled: enabled && there.includes('payee'),
  })
  const accounts = useCall('ledger.members', ask('account', search), {
    enabled: enabled && there.includes('account'),
  })
  const categories = useCall('ledger.members', ask('category', search), {
    enabled: enabled && there.includes('category'),
  })
  if (!enabled) return []
  return [
    { dimension: 'payee', members: payees.value },
    { dimension: 'account', members: accounts.value },
    { dimension: 'category', members: categories.value },
  ].flatMap(({ dimension, members }) =>
    (members ?? [])
      .filter(m => m.key !== '')
      .map(m => ({
        ...m,
        dimension,
        name: nameOf(dimension),
        label: memberName(dimension, m.key, m.label, language),
      })),
  )
}

const ask = (dimension: string, search: string) => ({ dimension, search: search.slice(0, 200), limit: 5 })
