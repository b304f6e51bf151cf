import { useState } from 'react'
import type { CapitalRule, Variance } from '../../../shared/contract/budget.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { call } from '../../app/client.ts'
import { memberName } from '../../app/dimensions.ts'
import { useCall } from '../../app/use-call.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  EmptyState,
  ErrorState,
  Figure,
  Money,
  TextField,
  toast,
  useFormat,
  useLanguage,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { signOf, turned } from './signs.ts'
import { CapitalTable } from './VarianceTable.tsx'
import type { BudgetView } from './use-variance.ts'
import styles from './budget.module.css'

/** Capital expenditure: what was budgeted, what was spent, by any dimension, and the rule that says what it is. */
export function Capital({ found, view }: { found: Variance; view: BudgetView }) {
  const t = useMessages(messages)
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  const { currency, capital } = found
  const sign = signOf(found, 'capital')
  const figures = [
    { label: t.actual, value: capital.actual, door: found.capitalDoors?.actual, rows: capital.rowsActual },
    { label: t.budget, value: capital.budget, door: found.capitalDoors?.budget, rows: capital.rowsBudget },
    { label: t.variance, value: capital.variance, door: undefined, rows: 0 },
  ]
  const change = (
    <Button needs="budget.setCapital" onClick={() => setOpened(true)}>
      {t.capitalRule}
    </Button>
  )
  return (
    <>
      {capital.lines.length === 0 ? (
        <EmptyState title={t.noCapital} action={change}>
          {t.noCapitalText}
        </EmptyState>
      ) : (
        <>
          <div className={styles.strip} data-testid="capital">
            {figures.map(({ label, value, door, rows }) => (
              <Figure
                key={label}
                label={label}
                value={<Money value={turned(value, sign)} currency={currency} symbol whole />}
                {...(door && rows > 0
                  ? { onOpen: () => view.open(door), openLabel: t.opens(format.count(rows)) }
                  : {})}
              >
                {label === t.variance && (
                  <span className="t3">{capital.judgement === 'none' ? t.none : t[capital.judgement]}</span>
                )}
              </Figure>
            ))}
          </div>
          <CapitalTable found={found} view={view} actions={change} />
        </>
      )}
      {opened && <RuleDialog rule={found.capitalRule} onClose={() => setOpened(false)} />}
    </>
  )
}

function RuleDialog({ rule, onClose }: { rule: CapitalRule; onClose: () => void }) {
  const t = useMessages(messages)
  const [draft, setDraft] = useState<CapitalRule>({ accounts: rule.accounts, categories: rule.categories })
  const [failure, setFailure] = useState<Failure>()
  const save = async (next: CapitalRule | null): Promise<void> => {
    const result = await call('budget.setCapital', { rule: next })
    if (!result.ok) return setFailure(result.failure)
    toast('done', t.capitalSaved)
    onClose()
  }
  return (
    <Dialog title={t.capitalRule} opened onClose={onClose}>
      <p className="t2">{t.capitalRuleText}</p>
      <Members
        dimension="account"
        name={t.capitalAccounts}
        keys={draft.accounts}
        onChange={accounts => setDraft(now => ({ ...now, accounts }))}
      />
      <Members
        dimension="category"
        name={t.capitalCategories}
        keys={draft.categories}
        onChange={categories => setDraft(now => ({ ...now, categories }))}
      />
      {failure && <ErrorState title={t.failed} failure={failure} />}
      <DialogButtons>
        <Button kind="quiet" onClick={() => void save(null)}>
          {t.capitalReset}
        </Button>
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button kind="primary" onClick={() => void save(draft)}>
          {t.save}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

/** Members to tick, found by a part of their name; those ticked stay in sight. Nothing where the ledger has none. */
function Members({
  dimension,
  name,
  keys,
  onChange,
}: {
  dimension: string
  name: string
  keys: readonly string[]
  onChange: (keys: string[]) => void
}) {
  const t = useMessages(messages)
  const language = useLanguage()
  const [search, setSearch] = useState('')
  // What was ticked when it opened comes first; what is ticked now stays where it is.
  const [ticked] = useState(keys)
  const { value } = useCall('ledger.members', { dimension, search: search.slice(0, 200), limit: 200 })
  const named = (value ?? [])
    .filter(member => member.key !== '')
    .toSorted((a, b) => Number(ticked.includes(b.key)) - Number(ticked.includes(a.key)))
  const others = search === '' ? keys.filter(key => !named.some(member => member.key === key)) : []
  if (search === '' && named.length === 0 && others.length === 0) return null
  return (
    <>
      <TextField
        label={`${name}: ${t.find}`}
        type="search"
        value={search}
        onChange={event => setSearch(event.target.value)}
      />
      <div className={styles.members} role="group" aria-label={name}>
        {[...others.map(key => ({ key, label: key })), ...named].map(({ key, label }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={keys.includes(key)}
              onChange={() => onChange(keys.includes(key) ? keys.filter(k => k !== key) : [...keys, key])}
            />
            <span className="ellipsis">{memberName(dimension, key, label, language)}</span>
          </label>
        ))}
      </div>
    </>
  )
}
