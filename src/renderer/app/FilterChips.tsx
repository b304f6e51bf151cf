import type { ReactElement } from 'react'
import { useState } from 'react'
import type { Filters } from '../../shared/query/query.ts'
import { Menu } from '../ui/Menu.tsx'
import { useMessages } from '../ui/messages.ts'
import { useFormat } from '../ui/use-format.ts'
import { AmountChip, BatchChip, TextChip } from './AmountTextChips.tsx'
import { useDimensionName, useDimensions } from './dimensions.ts'
import { filterMessages } from './filters.messages.ts'
import { MemberChip } from './MemberChip.tsx'

/** A chip for each filter but the days, and the menu that adds one. `add` is what opens the menu. */
export function FilterChips({
  filters,
  add,
  menu,
  onMenu,
}: {
  filters: Filters
  add: ReactElement
  menu: boolean
  onMenu: (open: boolean) => void
}) {
  const t = useMessages(filterMessages)
  const format = useFormat()
  const dimensions = useDimensions({ several: true })
  const nameOf = useDimensionName()
  // A filter that was just asked for but holds nothing yet: its chip is shown open.
  const [adding, setAdding] = useState<string>()
  const closed = (): void => setAdding(undefined)
  const kept = new Set([...Object.keys(filters.members ?? {}), ...Object.keys(filters.notMembers ?? {})])
  if (adding && adding !== 'amount' && adding !== 'text') kept.add(adding)
  const hasAmount = filters.minAmount !== undefined || filters.maxAmount !== undefined
  return (
    <>
      {[...kept].map(dimension => (
        <MemberChip
          key={dimension}
          dimension={dimension}
          name={nameOf(dimension)}
          startOpen={adding === dimension}
          onClosed={closed}
        />
      ))}
      {(hasAmount || adding === 'amount') && <AmountChip startOpen={adding === 'amount'} onClosed={closed} />}
      {(filters.text || adding === 'text') && <TextChip startOpen={adding === 'text'} onClosed={closed} />}
      {filters.batches && <BatchChip />}
      <Menu
        opened={menu}
        onChange={onMenu}
        target={add}
        items={[
          ...dimensions
            .filter(one => !kept.has(one.id) && one.members > 0)
            .map(one => ({
              id: one.id,
              label: nameOf(one.id),
              hint: format.count(one.members),
              onSelect: () => setAdding(one.id),
            })),
          { id: 'amount', label: t.amount, onSelect: () => setAdding('amount') },
          { id: 'text', label: t.text, onSelect: () => setAdding('text') },
        ]}
      />
    </>
  )
}
