import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Filters } from '../../../shared/query/query.ts'
import { AmountChip, BatchChip, TextChip } from '../../app/AmountTextChips.tsx'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { filterMessages } from '../../app/filters.messages.ts'
import { MemberChip } from '../../app/MemberChip.tsx'
import { OwnFilters } from '../../app/use-filters.ts'
import { Button, Menu, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './reports.module.css'

/** Which entries a report is about, beside its days: the chips of the filter bar, of the report's own filters. */
export function ReportFilters({ value, onChange }: { value: Filters; onChange: (filters: Filters) => void }) {
  const t = useMessages(messages)
  const words = useMessages(filterMessages)
  const format = useFormat()
  const dimensions = useDimensions({ several: true })
  const nameOf = useDimensionName()
  const [adding, setAdding] = useState<string>()
  const [menu, setMenu] = useState(false)
  const own = useMemo(() => ({ filters: value, onChange }), [value, onChange])
  const kept = new Set([...Object.keys(value.members ?? {}), ...Object.keys(value.notMembers ?? {})])
  if (adding && adding !== 'amount' && adding !== 'text') kept.add(adding)
  const closed = (): void => setAdding(undefined)
  const hasAmount = value.minAmount !== undefined || value.maxAmount !== undefined
  return (
    <OwnFilters value={own}>
      <fieldset className={styles.filters}>
        <legend>{t.filters}</legend>
        {[...kept].map(dimension => (
          <MemberChip
            key={dimension}
            dimension={dimension}
            name={nameOf(dimension)}
            startOpen={adding === dimension}
            onClosed={closed}
          />
        ))}
        {(hasAmount || adding === 'amount') && (
          <AmountChip startOpen={adding === 'amount'} onClosed={closed} />
        )}
        {(value.text || adding === 'text') && <TextChip startOpen={adding === 'text'} onClosed={closed} />}
        {value.batches && <BatchChip />}
        <Menu
          opened={menu}
          onChange={setMenu}
          target={
            <Button kind="quiet" icon={<IconPlus aria-hidden />}>
              {t.addFilter}
            </Button>
          }
          items={[
            ...dimensions
              .filter(one => !kept.has(one.id) && one.members > 0)
              .map(one => ({
                id: one.id,
                label: nameOf(one.id),
                hint: format.count(one.members),
                onSelect: () => setAdding(one.id),
              })),
            { id: 'amount', label: words.amount, onSelect: () => setAdding('amount') },
            { id: 'text', label: words.text, onSelect: () => setAdding('text') },
          ]}
        />
      </fieldset>
    </OwnFilters>
  )
}
