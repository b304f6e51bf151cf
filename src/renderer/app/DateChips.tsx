import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { useMessages } from '../ui/messages.ts'
import { useSetting } from '../ui/preferences.ts'
import { useFormat } from '../ui/use-format.ts'
import { Chip } from './Chip.tsx'
import { filterMessages } from './filters.messages.ts'
import { anchorDay, PRESETS, presetSpan, type Span } from './spans.ts'
import { useFilters } from './use-filters.ts'
import { useWorkspace } from './workspace.ts'
import styles from './filters.module.css'

/** A span of days in words; open ends as “From …”, “To …”, none as “All dates”. */
export function useSpanText(): (span: Span) => string {
  const t = useMessages(filterMessages)
  const format = useFormat()
  return ({ from, to }) =>
    from && to
      ? format.span(from, to)
      : from
        ? t.from(format.date(from))
        : to
          ? t.until(format.date(to))
          : t.allDates
}

export function PeriodChip() {
  const t = useMessages(filterMessages)
  const f = useFilters()
  const spanText = useSpanText()
  const { from, to } = f.filters
  const { fiscal } = useSetting()
  const { value: status } = useWorkspace()
  const today = new Date().toISOString().slice(0, 10)
  const anchor = anchorDay(status?.lastDay, today)
  return (
    <Chip
      name={t.period}
      width={340}
      onRemove={from || to ? () => f.setSpan(undefined, undefined) : undefined}
      content={close => (
        <div className={styles.form}>
          <div className={styles.presets}>
            {PRESETS.map(preset => {
              const span = presetSpan(preset, anchor, fiscal)
              return (
                <button
                  key={preset}
                  type="button"
                  className={styles.preset}
                  aria-pressed={span.from === from && span.to === to}
                  onClick={() => {
                    f.setSpan(span.from, span.to)
                    close()
                  }}
                >
                  {t[preset]}
                  {preset !== 'all' && <span>{spanText(span)}</span>}
                </button>
              )
            })}
          </div>
          <hr className={styles.rule} />
          <SpanForm
            span={{ from, to }}
            onApply={span => {
              f.setSpan(span.from, span.to)
              close()
            }}
          />
        </div>
      )}
    >
      <IconCalendar aria-hidden />
      <span className="visually-hidden">{t.period}</span>
      <b>{spanText({ from, to })}</b>
    </Chip>
  )
}

/** `otherwise`: what the page compares with by itself; it is then said instead of “nothing”. */
export function ComparisonChip({
  otherwise,
}: {
  otherwise?: 'previous-period' | 'previous-year' | undefined
}) {
  const t = useMessages(filterMessages)
  const f = useFilters()
  const spanText = useSpanText()
  const { comparison } = f
  const unset = otherwise ?? 'none'
  const range = comparison?.kind === 'range' ? comparison : undefined
  return (
    <>
      <span className="t3">{t.against}</span>
      <Chip
        name={t.comparison}
        width={320}
        onRemove={comparison ? () => f.setComparison(undefined) : undefined}
        content={close => (
          <div className={styles.form}>
            <div className={styles.presets}>
              {(['previous-period', 'previous-year', ...(otherwise ? [] : (['none'] as const))] as const).map(
                kind => (
                  <button
                    key={kind}
                    type="button"
                    className={styles.preset}
                    aria-pressed={(comparison?.kind ?? unset) === kind}
                    onClick={() => {
                      f.setComparison(kind === 'none' ? undefined : { kind })
                      close()
                    }}
                  >
                    {t[kind]}
                  </button>
                ),
              )}
            </div>
            <hr className={styles.rule} />
            <SpanForm
              bounded
              span={range ?? {}}
              onApply={span => {
                if (span.from && span.to) f.setComparison({ kind: 'range', from: span.from, to: span.to })
                close()
              }}
            />
          </div>
        )}
      >
        <b>{range ? spanText(range) : t[comparison?.kind ?? unset]}</b>
      </Chip>
    </>
  )
}

/** Two days of one's own. `bounded`: both are needed. */
function SpanForm({
  span,
  onApply,
  bounded,
}: {
  span: Span
  onApply: (span: Span) => void
  bounded?: boolean
}) {
  const t = useMessages(filterMessages)
  const [from, setFrom] = useState(span.from ?? '')
  const [to, setTo] = useState(span.to ?? '')
  const wrong = from !== '' && to !== '' && from > to
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (!wrong) onApply({ from: from || undefined, to: to || undefined })
      }}
    >
      <div className={styles.two}>
        <TextField
          label={t.fromLabel}
          type="date"
          min="0001-01-01"
          max="9999-12-31"
          value={from}
          onChange={e => setFrom(e.target.value)}
        />
        <TextField
          label={t.toLabel}
          type="date"
          min="0001-01-01"
          max="9999-12-31"
          value={to}
          onChange={e => setTo(e.target.value)}
          error={wrong ? t.badSpan : undefined}
        />
      </div>
      <div className={styles.foot}>
        <Button kind="primary" type="submit" disabled={wrong || (bounded && (!from || !to))}>
          {t.apply}
        </Button>
      </div>
    </form>
  )
}
