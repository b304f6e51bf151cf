import { IconChevronRight } from '@tabler/icons-react'
import { useMessages } from '../ui/messages.ts'
import { useFormat } from '../ui/use-format.ts'
import { useSpanText } from './DateChips.tsx'
import { filterMessages } from './filters.messages.ts'
import type { Step } from './filters.ts'
import { useMemberLabel } from './MemberChip.tsx'
import { stepOfSpan } from './spans.ts'
import { useFilters } from './use-filters.ts'
import styles from './filters.module.css'

/** Where a drill-down has come to: everything → 2025 → Q4 → Property Services; each crumb goes back there. Nothing while there is no path. */
export function Breadcrumbs() {
  const t = useMessages(filterMessages)
  const { path, goTo } = useFilters()
  if (path.length === 0) return null
  return (
    <nav aria-label={t.path}>
      <ol className={styles.crumbs}>
        <li>
          <button type="button" className={styles.crumb} onClick={() => goTo(-1)}>
            {t.everything}
          </button>
        </li>
        {path.map((step, index) => (
          // The span that the drilling began from is where “Everything” leads.
          <Crumb
            key={JSON.stringify(step)}
            step={step}
            hidden={step.kind === 'time' && path.findIndex(s => s.kind === 'time') === index}
            onGo={index === path.length - 1 ? undefined : () => goTo(index)}
          />
        ))}
      </ol>
    </nav>
  )
}

function Crumb({ step, hidden, onGo }: { step: Step; hidden: boolean; onGo: (() => void) | undefined }) {
  const spanText = useSpanText()
  const format = useFormat()
  const label = useMemberLabel(
    step.kind === 'member' ? step.dimension : 'account',
    step.kind === 'member' ? step.key : undefined,
  )
  if (hidden) return null
  const year = step.kind === 'time' && stepOfSpan(step, format.fiscal)
  const text = year ? format.step(year) : step.kind === 'time' ? spanText(step) : label
  return (
    <li>
      <IconChevronRight aria-hidden />
      {onGo ? (
        <button type="button" className={styles.crumb} onClick={onGo}>
          {text}
        </button>
      ) : (
        <span aria-current="step">{text}</span>
      )}
    </li>
  )
}
