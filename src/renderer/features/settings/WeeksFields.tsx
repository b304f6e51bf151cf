import { WEEK_PATTERNS, type FiscalWeeks } from '../../../shared/calendar/fiscal.ts'
import { weekdayChoices } from '../../app/choices.ts'
import { localeOf, SelectField, useMessages, useSetting } from '../../ui/index.ts'
import { settingsMessages } from './messages.ts'
import styles from './settings.module.css'

const MONTHS = 'months'
/** As retailers keep it: a year ends on a Saturday. */
const USUAL: FiscalWeeks = { pattern: '4-4-5', endsOn: 5, ends: 'last' }

/** Fiscal years of months, or of whole weeks with the weekday that they end on. */
export function WeeksFields({
  weeks,
  onChange,
}: {
  weeks: FiscalWeeks | null
  onChange: (weeks: FiscalWeeks | null) => void
}) {
  const t = useMessages(settingsMessages)
  const locale = localeOf(useSetting())
  const choose = (value: string): void => {
    const pattern = WEEK_PATTERNS.find(one => one === value)
    onChange(pattern ? { ...(weeks ?? USUAL), pattern } : null)
  }
  return (
    <>
      <SelectField
        label={t.periods}
        hint={t.periodsHint}
        needs="workspace.update"
        value={weeks?.pattern ?? MONTHS}
        options={[
          { value: MONTHS, label: t.byMonths },
          ...WEEK_PATTERNS.map(pattern => ({ value: pattern, label: t.byWeeks(pattern) })),
        ]}
        onChange={event => choose(event.target.value)}
      />
      {weeks && (
        <div className={styles.two}>
          <SelectField
            label={t.weeksEnd}
            needs="workspace.update"
            value={String(weeks.endsOn)}
            options={weekdayChoices(locale)}
            onChange={event => onChange({ ...weeks, endsOn: Number(event.target.value) })}
          />
          <SelectField
            label={t.yearEnds}
            needs="workspace.update"
            value={weeks.ends}
            options={[
              { value: 'last', label: t.yearEndsLast },
              { value: 'nearest', label: t.yearEndsNearest },
            ]}
            onChange={event =>
              onChange({ ...weeks, ends: event.target.value === 'nearest' ? 'nearest' : 'last' })
            }
          />
        </div>
      )}
    </>
  )
}
