import { useMemo } from 'react'
import type { EntryPage } from '../../../shared/contract/ledger.ts'
import { Money, useFormat, useMessages, useStatus, type StatusItem } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { sumsOf, sumsOfAll, type Selection, type Sums } from './selection.ts'

/** The status bar: the selection's sums, or else those of all entries that pass the filters; at the right, how many and where. */
export function useStatusItems(
  totals: EntryPage | undefined,
  all: number | undefined,
  selection: Selection,
  position: number | undefined,
): void {
  const t = useMessages(messages)
  const format = useFormat()
  const left = useMemo(() => {
    if (!totals) return undefined
    const picked = selection.kind === 'all' || selection.entries.size > 0
    const sums = selection.kind === 'picked' && picked ? sumsOf(selection.entries) : sumsOfAll(totals)
    const count = t.entries(format.count(sums.count), sums.count === 1)
    return figures(
      sums,
      picked ? t.sumSelected(format.count(sums.count)) : count,
      t,
      format.count(sums.unconverted),
    )
  }, [totals, selection, t, format])
  const right = useMemo(() => {
    if (!totals) return undefined
    const items: StatusItem[] = []
    if (all !== undefined)
      items.push({ id: 'of', content: t.ofAll(format.count(totals.total), format.count(all)) })
    if (position !== undefined)
      items.push({
        id: 'row',
        content: (
          <>
            {t.row} <b className="tn">{format.count(position + 1)}</b>
          </>
        ),
      })
    return items
  }, [totals, all, position, t, format])
  useStatus(left, right)
}

function figures(sums: Sums, count: string, t: (typeof messages)['en'], unconverted: string): StatusItem[] {
  const item = (id: string, label: string, value: Sums['sum'] | null): StatusItem => ({
    id,
    content: (
      <>
        {label}{' '}
        <b data-figure={id}>
          <Money value={value} />
        </b>
      </>
    ),
  })
  return [
    { id: 'count', content: <b data-figure="count">{count}</b> },
    item('sum', t.sum, sums.sum),
    item('debits', t.debitsSum, sums.debits),
    item('credits', t.creditsSum, sums.credits),
    item('average', t.average, sums.average),
    ...(sums.unconverted > 0 ? [{ id: 'unconverted', content: t.unconverted(unconverted) }] : []),
  ]
}
