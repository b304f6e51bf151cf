import { useId, type ReactNode } from 'react'
import type { Filters } from '../../../shared/query/query.ts'
import { useDimensionName, useDimensions } from '../../app/dimensions.ts'
import type { Called } from '../../app/use-call.ts'
import type { UseFilters } from '../../app/use-filters.ts'
import { useWhy } from '../../app/use-why.ts'
import { ErrorState, Select, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './explore.module.css'

export interface TabProps {
  filters: Filters
  address: UseFilters
}

type More = { members?: Record<string, string[]>; from?: string; to?: string }

const NOT_OFFERED = new Set(['scenario', 'flow', 'currency'])

/** Dimensions that entries can be split by, named, those with the fewest members first to be read. */
export function useOffered(): { value: string; label: string }[] {
  const nameOf = useDimensionName()
  return useDimensions()
    .filter(d => d.members > 1 && !NOT_OFFERED.has(d.id))
    .map(d => ({ value: d.id, label: nameOf(d.id) }))
}

/** Asks what a selection's figure comes from, on the side of the result that the filters keep. */
export function useAsk({ filters, address }: TabProps): (more: More) => void {
  const why = useWhy()
  return ({ members: own, ...span }) => {
    const { flow, ...members } = filters.members ?? {}
    why({
      filters: { ...filters, ...span, members: { ...members, ...own } },
      comparison: address.comparison,
      measure: flow?.length !== 1 ? 'net' : flow[0] === 'income' ? 'income' : 'spending',
    })
  }
}

export function Pick<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: T
  options: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}) {
  const id = useId()
  return (
    <span className={styles.control}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        framed
        value={value}
        options={options}
        onChange={event => onChange(event.target.value as T)}
      />
    </span>
  )
}

/** What is shown while an answer is awaited or where it failed; else the answer. */
export function Answered<T>({ called, children }: { called: Called<T>; children: (value: T) => ReactNode }) {
  const t = useMessages(messages)
  const { value, failure, loading, stale, retry } = called
  return (
    <>
      {failure && <ErrorState title={t.failed} failure={failure} onRetry={retry} />}
      {loading && !failure && <p className={styles.note}>{t.loading}</p>}
      {value !== undefined && (
        <div className={stale ? 'stale' : undefined} aria-busy={stale || undefined}>
          {children(value)}
        </div>
      )}
    </>
  )
}
