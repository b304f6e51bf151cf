import { IconPlus } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { useMessages } from '../ui/messages.ts'
import { useFormat } from '../ui/use-format.ts'
import { useKeys } from '../ui/use-keys.ts'
import { ComparisonChip, PeriodChip } from './DateChips.tsx'
import { FilterChips } from './FilterChips.tsx'
import { countFilters } from './filters.ts'
import { filterMessages } from './filters.messages.ts'
import { shiftSpan } from './spans.ts'
import { useFilters } from './use-filters.ts'
import { ViewsMenu } from './ViewsMenu.tsx'
import { useWorkspace } from './workspace.ts'
import styles from './filters.module.css'

interface FilterBarProps {
  /** Entries that pass the filters; undefined while it is not known. */
  matched?: number
  /** Hide the comparison where the page has none (the ledger, a forecast, a budget). */
  comparison?: boolean
  /** What the page compares with where nothing is chosen. */
  otherwise?: 'previous-period' | 'previous-year'
}

/** The one filter bar: its state is the URL's, so every page and every link has the same filters. */
export function FilterBar({ matched, ...choices }: FilterBarProps) {
  const t = useMessages(filterMessages)
  const format = useFormat()
  const { value: status } = useWorkspace()
  const all = status?.entries
  return (
    <search className={styles.bar} aria-label={t.bar}>
      <Choices {...choices} />
      <span className={styles.matched} role="status">
        {matched !== undefined &&
          all !== undefined &&
          (matched === all
            ? t.matchedAll(format.count(all), all === 1)
            : t.matched(format.count(matched), format.count(all)))}
      </span>
    </search>
  )
}

/** All of the bar that stays as it is while an answer comes. */
const Choices = memo(function Choices({ comparison = true, otherwise }: Omit<FilterBarProps, 'matched'>) {
  const t = useMessages(filterMessages)
  const f = useFilters()
  const [menu, setMenu] = useState(false)
  useKeys({
    '/': () => setMenu(true),
    '[': () => move(-1),
    ']': () => move(1),
  })
  const move = (by: -1 | 1): void => {
    const span = shiftSpan(f.filters, by)
    if (f.filters.from && f.filters.to) f.setSpan(span.from, span.to)
  }
  const { filters } = f
  return (
    <>
      <PeriodChip />
      {comparison && <ComparisonChip otherwise={otherwise} />}
      <span className={styles.divider} aria-hidden />
      <FilterChips
        filters={filters}
        menu={menu}
        onMenu={setMenu}
        add={
          <Button kind="quiet" icon={<IconPlus aria-hidden />} aria-label={t.addLabel} aria-keyshortcuts="/">
            {t.add}
          </Button>
        }
      />
      {countFilters(filters) > 0 && (
        <Button kind="quiet" onClick={() => f.setFilters({ from: filters.from, to: filters.to })}>
          {t.clear}
        </Button>
      )}
      <ViewsMenu />
    </>
  )
})
