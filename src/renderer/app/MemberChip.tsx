import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { TextField } from '../ui/Field.tsx'
import { useMessages } from '../ui/messages.ts'
import { useLanguage } from '../ui/preferences.ts'
import { useFormat } from '../ui/use-format.ts'
import { Chip } from './Chip.tsx'
import { memberName } from './dimensions.ts'
import { filterMessages } from './filters.messages.ts'
import { useCall } from './use-call.ts'
import { withMembers } from './drill.ts'
import { useFilters } from './use-filters.ts'
import styles from './filters.module.css'

interface MemberChipProps {
  dimension: string
  name: string
  startOpen: boolean
  onClosed: () => void
}

/** The members of one dimension that are kept, or left out. */
export function MemberChip({ dimension, name, startOpen, onClosed }: MemberChipProps) {
  const t = useMessages(filterMessages)
  const format = useFormat()
  const f = useFilters()
  const kept = f.filters.members?.[dimension]
  const leftOut = f.filters.notMembers?.[dimension]
  // A new chip keeps whatever the person chose, though no member is chosen yet.
  const [inverse, setInverse] = useState(leftOut !== undefined)
  const keys = (inverse ? leftOut : kept) ?? []
  const first = useMemberLabel(dimension, keys[0])
  const choose = (next: readonly string[], out: boolean): void => {
    const chosen = next.length > 0 ? next : undefined
    const { notMembers, ...rest } = withMembers(f.filters, dimension, out ? undefined : chosen)
    const { [dimension]: _, ...others } = notMembers ?? {}
    const left = out && chosen ? { ...others, [dimension]: [...chosen] } : others
    f.setFilters(Object.keys(left).length > 0 ? { ...rest, notMembers: left } : rest)
  }
  return (
    <Chip
      name={name}
      width={340}
      on={keys.length > 0}
      startOpen={startOpen}
      onClosed={onClosed}
      onRemove={() => {
        choose([], inverse)
        onClosed()
      }}
      content={() => (
        <MemberPicker
          dimension={dimension}
          name={name}
          keys={keys}
          onChange={next => choose(next, inverse)}
          inverse={inverse}
          onInverse={next => {
            setInverse(next)
            choose(keys, next)
          }}
        />
      )}
    >
      <span>
        {name}
        {inverse && keys.length > 0 && ` ${t.not}`}
      </span>
      <b>
        {keys.length === 0
          ? kept
            ? t.keepsNone
            : t.allMembers
          : keys.length === 1
            ? first
            : t.more(first, format.count(keys.length - 1))}
      </b>
    </Chip>
  )
}

/** A member's label by its key, '' while it is not known. */
export function useMemberLabel(dimension: string, key: string | undefined): string {
  const language = useLanguage()
  const { value } = useCall(
    'ledger.members',
    { dimension, search: (key ?? '').slice(0, 200), limit: 50 },
    { enabled: key !== undefined && key !== '' },
  )
  if (key === undefined) return ''
  return memberName(dimension, key, value?.find(m => m.key === key)?.label ?? key, language)
}

interface MemberPickerProps {
  dimension: string
  name: string
  keys: readonly string[]
  onChange: (keys: string[]) => void
  inverse: boolean
  onInverse: (inverse: boolean) => void
}

function MemberPicker({ dimension, name, keys, onChange, inverse, onInverse }: MemberPickerProps) {
  const t = useMessages(filterMessages)
  const format = useFormat()
  const language = useLanguage()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, 150)
  const { value, stale } = useCall('ledger.members', { dimension, search: search.slice(0, 200), limit: 200 })
  const toggle = (key: string): void =>
    onChange(keys.includes(key) ? keys.filter(k => k !== key) : [...keys, key])
  return (
    <div className={styles.form}>
      <TextField
        label={t.search}
        type="search"
        value={text}
        maxLength={200}
        autoFocus
        onChange={e => setText(e.target.value)}
      />
      <div
        className={`${styles.members} ${stale ? 'stale' : ''}`}
        role="group"
        aria-label={name}
        tabIndex={-1}
      >
        {value?.map(member => (
          <label key={member.key} className={styles.member}>
            <input
              type="checkbox"
              className={styles.check}
              checked={keys.includes(member.key)}
              onChange={() => toggle(member.key)}
            />
            <span className="ellipsis">{memberName(dimension, member.key, member.label, language)}</span>
            <span>{format.count(member.entries)}</span>
          </label>
        ))}
        {value?.length === 0 && <p className="t3">{t.noMembers}</p>}
      </div>
      <div className={styles.foot}>
        <label className={styles.checkLabel}>
          <input
            type="checkbox"
            className={styles.check}
            checked={inverse}
            onChange={event => onInverse(event.target.checked)}
          />
          {t.leaveOut}
        </label>
        <span className="cap" style={{ marginLeft: 'auto' }}>
          {t.selected(format.count(keys.length))}
        </span>
      </div>
    </div>
  )
}
