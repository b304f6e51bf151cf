import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Filters } from '../../../shared/query/query.ts'
import { FilterChips } from '../../app/FilterChips.tsx'
import { OwnFilters } from '../../app/use-filters.ts'
import { Button, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './reports.module.css'

/** Which entries a report is about, beside its days: the chips of the filter bar, of the report's own filters. */
export function ReportFilters({ value, onChange }: { value: Filters; onChange: (filters: Filters) => void }) {
  const t = useMessages(messages)
  const [menu, setMenu] = useState(false)
  const own = useMemo(() => ({ filters: value, onChange }), [value, onChange])
  return (
    <OwnFilters value={own}>
      <fieldset className={styles.filters}>
        <legend>{t.filters}</legend>
        <FilterChips
          filters={value}
          menu={menu}
          onMenu={setMenu}
          add={
            <Button kind="quiet" icon={<IconPlus aria-hidden />}>
              {t.addFilter}
            </Button>
          }
        />
      </fieldset>
    </OwnFilters>
  )
}
