import { useState } from 'react'
import type { Plan } from '../../../shared/contract/budget.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { fiscalOf, startMonthOf } from '../../../shared/calendar/fiscal.ts'
import { parseIsoDate } from '../../../shared/calendar/day.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { readAmount } from '../../app/amount.ts'
import { memberName, useDimensionName } from '../../app/dimensions.ts'
import { useCall, useLongCall } from '../../app/use-call.ts'
import { useWorkspace } from '../../app/workspace.ts'
import {
  Button,
  EmptyState,
  ErrorState,
  Money,
  SelectField,
  TextField,
  toast,
  useFormat,
  useHeld,
  useLanguage,
  useMessages,
  useSetting,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './budget.module.css'

type Wanted = Pick<Input<'budget.setPlan'>, 'cells' | 'rows'>
type Row = Plan['rows'][number]

/** A year's plan, a row a member and a column a month; a year's total typed is spread over its months. */
export function PlanGrid({ scenario, onScenario }: { scenario: string; onScenario: (name: string) => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { profile, fiscal } = useSetting()
  const { value: workspace } = useWorkspace()
  const last = parseIsoDate(workspace?.lastDay ?? '')
  const now = last === undefined ? new Date().getFullYear() : fiscalOf(last, fiscal).year
  const [year, setYear] = useState(now + 1)
  const [name, setName] = useState(scenario || 'Budget')
  const [growth, setGrowth] = useState('0')
  const by = profile === 'personal' ? 'category' : 'account'
  const asked = { scenario: name.trim() || 'Budget', by, year } as const
  const plan = useCall('budget.plan', asked)
  const write = useLongCall('budget.setPlan')
  const save = async (wanted: Wanted): Promise<void> => {
    const result = await write.run({ ...asked, ...wanted })
    if (!result.ok) toast('error', result.failure.message)
    else if (result.value.entries > 0) {
      toast('done', t.planned(result.value.entries, format.count(result.value.entries)))
      onScenario(asked.scenario)
    }
  }
  const { value } = plan
  const percent = Number(growth.replace(',', '.'))
  const growthWrong = !Number.isFinite(percent) || percent < -100 || percent > 10_000
  const open = value?.rows.filter(
    row => row.planned.every(one => Number(one) === 0) && row.before.some(one => Number(one) !== 0),
  )
  return (
    <div data-testid="plan" aria-busy={write.running || undefined}>
      <div className={styles.planBar}>
        <TextField
          label={t.scenario}
          value={name}
          onChange={event => setName(event.target.value)}
          maxLength={200}
        />
        <SelectField
          label={t.year}
          value={String(year)}
          onChange={event => setYear(Number(event.target.value))}
          options={[-1, 0, 1, 2].map(n => ({
            value: String(now + n),
            label:
              startMonthOf(fiscal) === 1 ? String(now + n) : `${now + n}/${String(now + n + 1).slice(2)}`,
          }))}
        />
        <TextField
          label={t.growth}
          value={growth}
          inputMode="decimal"
          error={growthWrong ? t.growthWrong : undefined}
          onChange={event => setGrowth(event.target.value)}
        />
        <Button
          needs="budget.setPlan"
          disabled={growthWrong || write.running || !open || open.length === 0}
          onClick={() =>
            void save({
              rows: (open ?? []).map(row => ({ key: row.key, how: 'last-year', growth: percent })),
            })
          }
        >
          {t.fill(open?.length ?? 0)}
        </Button>
      </div>
      {plan.failure && <ErrorState title={t.failed} failure={plan.failure} onRetry={plan.retry} />}
      {value && value.rows.length === 0 && <EmptyState title={t.noMembers}>{t.noMembersText}</EmptyState>}
      {value && value.rows.length > 0 && <Grid plan={value} by={by} busy={write.running} onSave={save} />}
    </div>
  )
}

function Grid({
  plan,
  by,
  busy,
  onSave,
}: {
  plan: Plan
  by: string
  busy: boolean
  onSave: (wanted: Wanted) => Promise<void>
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.plan}>
      <table className={styles.plan}>
        <caption className="visually-hidden">{t.plan}</caption>
        <thead>
          <tr>
            <th scope="col">{nameOf(by)}</th>
            {plan.months.map(month => (
              <th key={month} scope="col">
                {format.step(month)}
              </th>
            ))}
            <th scope="col">{t.wholeYear}</th>
            <th scope="col">{t.lastYear}</th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map(row => {
            const label = memberName(by, row.key, row.label, language)
            const sign = (plan.profile === 'ledger') === (row.flow === 'income') ? -1 : 1
            const sum = (values: Row['planned']): number =>
              values.reduce<number>((s, one) => s + Number(one), 0)
            return (
              <tr key={row.key}>
                <th scope="row">{label}</th>
                {plan.months.map((month, at) => (
                  <Cell
                    key={month}
                    label={`${label}, ${format.step(month)}`}
                    amount={sign * Number(row.planned[at] ?? 0)}
                    currency={plan.currency}
                    busy={busy}
                    onSet={amount => onSave({ cells: [{ key: row.key, month, amount: sign * amount }] })}
                  />
                ))}
                <Cell
                  label={`${label}, ${t.wholeYear}`}
                  amount={sign * sum(row.planned)}
                  currency={plan.currency}
                  busy={busy}
                  onSet={amount => onSave({ rows: [{ key: row.key, how: 'even', total: sign * amount }] })}
                />
                <td>
                  <Money value={sign * sum(row.before) + 0} currency={plan.currency} whole />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** An amount that is set when one leaves the cell, or by Enter; Escape takes back what was typed. */
function Cell({
  label,
  amount,
  currency,
  busy,
  onSet,
}: {
  label: string
  amount: number
  currency: string
  busy: boolean
  onSet: (amount: number) => Promise<void>
}) {
  const format = useFormat()
  const held = useHeld()
  const exponent = exponentOf(currency)
  const [typed, setTyped] = useState<string>()
  const shown =
    amount === 0 ? '' : toDecimal(amount, exponent).replace('.', format.locale.startsWith('de') ? ',' : '.')
  const read = typed === undefined ? amount : (readAmount(typed, format.locale, exponent) ?? 0)
  const set = (): void => {
    if (typed === undefined || read === 'wrong') return
    setTyped(undefined)
    if (read !== amount) void onSet(read)
  }
  return (
    <td>
      <input
        className={styles.cell}
        aria-label={label}
        aria-invalid={read === 'wrong' || undefined}
        inputMode="decimal"
        value={typed ?? shown}
        readOnly={busy}
        {...held('budget.setPlan')}
        onChange={event => setTyped(event.target.value)}
        onBlur={set}
        onKeyDown={event => {
          if (event.key === 'Enter') set()
          if (event.key === 'Escape') setTyped(undefined)
        }}
      />
    </td>
  )
}
