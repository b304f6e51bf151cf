import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChangeBreakdown, ChangeExplanation, MemberChange } from '../../../shared/contract/root-cause.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { memberName, useDimensionName, useDimensions } from '../../app/dimensions.ts'
import { useCall } from '../../app/use-call.ts'
import {
  ErrorState,
  LinkButton,
  Money,
  Panel,
  Select,
  useFormat,
  useLanguage,
  useMessages,
} from '../../ui/index.ts'
import { withMembers } from './Drivers.tsx'
import { messages } from './messages.ts'
import type { Explain } from './use-explain.ts'
import styles from './explain.module.css'

interface Place {
  found: ChangeExplanation
  explain: Explain
  /** What was chosen on the way down: dimension → key. */
  members: Record<string, string>
}

/** The change taken apart level by level: a person chooses what each member is split by. Members of a level sum to the one above. */
export function ChangeTree({ found, explain }: { found: ChangeExplanation; explain: Explain }) {
  const t = useMessages(messages)
  return (
    <Panel title={t.tree} subtitle={t.treeNote} inset>
      <div className={styles.tree} data-testid="tree">
        <Level
          place={{ found, explain, members: {} }}
          name={t.whole}
          first={found.dimensions[0]?.dimension}
          most={largest(found.dimensions[0])}
        />
      </div>
    </Panel>
  )
}

const largest = (breakdown: ChangeBreakdown | undefined): number =>
  Math.max(1, ...(breakdown?.members ?? []).map(m => Math.abs(Number(m.delta))))

const NOT_OFFERED = new Set(['scenario', 'flow', 'currency', 'status'])

function Level({ place, name, first, most }: { place: Place; name: string; first?: string; most: number }) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const offered = useDimensions().filter(
    d => d.members > 1 && !NOT_OFFERED.has(d.id) && place.members[d.id] === undefined,
  )
  const [by, setBy] = useState(first)
  return (
    <div className={styles.level}>
      <Select
        aria-label={t.splitBy(name)}
        framed
        value={by ?? ''}
        onChange={event => setBy(event.target.value || undefined)}
        options={[
          { value: '', label: t.choose },
          ...offered.map(d => ({ value: d.id, label: nameOf(d.id) })),
        ]}
      />
      {by !== undefined && <Members place={place} by={by} most={most} />}
    </div>
  )
}

function Members({ place, by, most }: { place: Place; by: string; most: number }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { asked } = place.explain
  const { value, failure, retry } = useCall('root-cause.breakdown', {
    ...asked,
    filters: withMembers(asked.filters ?? {}, place.members),
    by,
  })
  if (failure) return <ErrorState failure={failure} onRetry={retry} />
  if (!value || value.breakdown.dimension !== by) return <p className={styles.note}>{t.loading}</p>
  const { members, others } = value.breakdown
  return (
    <ul className={styles.nodes}>
      {members.map(member => (
        <Node key={member.key} place={place} by={by} member={member} most={most} />
      ))}
      {others && (
        <li className={styles.node}>
          <div className={styles.nodeRow}>
            <span className={`${styles.nodeName} t3`}>
              {t.others(others.members, format.count(others.members))}
            </span>
            <Bar value={others.delta} most={most} />
            <span className={styles.nodeFigure}>
              <Money value={others.delta} currency={place.found.currency} whole sign="change" />
            </span>
            <span />
          </div>
        </li>
      )}
    </ul>
  )
}

function Node({ place, by, member, most }: { place: Place; by: string; member: MemberChange; most: number }) {
  const t = useMessages(messages)
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const name = memberName(by, member.key, member.label, language)
  const members = { ...place.members, [by]: member.key }
  const side = member.kind === 'lost' ? place.found.before : place.found.after
  const Arrow = open ? IconChevronDown : IconChevronRight
  return (
    <li className={styles.node}>
      <div className={styles.nodeRow}>
        <button
          type="button"
          className={styles.nodeName}
          aria-expanded={open}
          title={name}
          onClick={() => setOpen(!open)}
        >
          <Arrow aria-hidden />
          <span className="ellipsis">{name}</span>
        </button>
        <Bar value={member.delta} most={most} />
        <span className={styles.nodeFigure}>
          <Money value={member.delta} currency={place.found.currency} whole sign="change" />
        </span>
        <LinkButton
          aria-label={`${t.rows}: ${name}`}
          onClick={() => place.explain.open(withMembers(side.filters, members))}
        >
          {t.rows}
        </LinkButton>
      </div>
      {open && <Level place={{ ...place, members }} name={name} most={most} />}
    </li>
  )
}

function Bar({ value, most }: { value: Total; most: number }) {
  const share = Math.min(1, Math.abs(Number(value)) / most)
  return (
    <span className={styles.track} aria-hidden="true">
      <span
        className={styles.bar}
        data-down={value < 0 ? '' : undefined}
        style={{ width: `${Math.max(1, share * 50)}%` }}
      />
    </span>
  )
}
