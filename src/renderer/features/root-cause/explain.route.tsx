import { useState } from 'react'
import { changeRatio } from '../../../shared/money/change.ts'
import { CHANGE_MEASURES, type ChangeExplanation } from '../../../shared/contract/root-cause.ts'
import { Breadcrumbs } from '../../app/Breadcrumbs.tsx'
import { FilterBar } from '../../app/FilterBar.tsx'
import { fetchCharts } from '../../charts/use-echarts.ts'
import {
  Button,
  Delta,
  EmptyState,
  ErrorState,
  Figure,
  Money,
  Page,
  Segmented,
  Select,
  Tabs,
  useFormat,
  useMessages,
  useSetting,
} from '../../ui/index.ts'
import { AssociationTab } from './Association.tsx'
import { Drivers } from './Drivers.tsx'
import { messages } from './messages.ts'
import { ChangeTree } from './Tree.tsx'
import { useExplain, type Explain } from './use-explain.ts'
import styles from './explain.module.css'

fetchCharts()

const TABS = ['drivers', 'tree', 'association'] as const

/** Why a figure changed: exact contributions, the causes, a tree to walk down, and what goes together. */
export default function ExplainPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { profile } = useSetting()
  const explain = useExplain()
  const { value, failure, stale, loading, retry } = explain.found
  const span = (side: { span: { from: string; to: string } }): string =>
    side.span.from ? format.span(side.span.from, side.span.to) : ''
  return (
    <Page
      title={t.title}
      subtitle={
        value?.after.span.from ? t.against(span(value.after), explain.scenario ?? span(value.before)) : ''
      }
      actions={
        <>
          {explain.scenarios.length > 0 && (
            <Select
              framed
              aria-label={t.comparedWith}
              value={explain.scenario ?? ''}
              options={[
                { value: '', label: t.earlier },
                ...explain.scenarios.map(name => ({ value: name, label: t.actualAgainst(name) })),
              ]}
              onChange={event => explain.setScenario(event.target.value || undefined)}
            />
          )}
          <Segmented
            label={t.measure}
            value={explain.measure}
            onChange={explain.setMeasure}
            options={CHANGE_MEASURES.map(id => ({ id, label: t.measures[id][profile] }))}
          />
        </>
      }
      filterBar={
        <FilterBar
          matched={value?.after.rows}
          comparison={explain.scenario === undefined}
          otherwise="previous-period"
        />
      }
    >
      <Breadcrumbs />
      {failure && <ErrorState title={t.failed} failure={failure} onRetry={retry} />}
      {loading && !failure && <p className={styles.note}>{t.loading}</p>}
      {value?.missing === 'entries' && (
        <EmptyState
          title={t.nothing}
          action={
            <Button kind="primary" onClick={() => explain.address.clear()}>
              {t.clear}
            </Button>
          }
        >
          {t.nothingEntries}
        </EmptyState>
      )}
      {value && value.missing !== 'entries' && (
        <div className={stale ? 'stale' : undefined} aria-busy={stale || undefined} data-testid="explanation">
          <Strip found={value} explain={explain} />
          {value.missing === 'comparison' ? (
            <EmptyState
              title={t.nothingBefore}
              action={
                explain.asked.compared === 'previous-year' || explain.scenario ? undefined : (
                  <Button onClick={() => explain.address.set({ comparison: { kind: 'previous-year' } })}>
                    {t.previousYear}
                  </Button>
                )
              }
            >
              {t.nothingBeforeText(explain.scenario ?? span(value.before))}
            </EmptyState>
          ) : (
            <Answer found={value} explain={explain} />
          )}
        </div>
      )}
    </Page>
  )
}

function Answer({ found, explain }: { found: ChangeExplanation; explain: Explain }) {
  const t = useMessages(messages)
  const [tab, setTab] = useState<(typeof TABS)[number]>('drivers')
  return (
    <Tabs
      label={t.tabs}
      value={tab}
      onChange={setTab}
      tabs={TABS.map(id => ({
        id,
        label: t[id],
        needs: id === 'association' ? 'root-cause.association' : undefined,
      }))}
    >
      {tab === 'drivers' && <Drivers found={found} explain={explain} />}
      {tab === 'tree' && <ChangeTree found={found} explain={explain} />}
      {tab === 'association' && <AssociationTab asked={explain.asked} />}
    </Tabs>
  )
}

/** Before, after, and what lies between: the figures that everything below sums to. */
function Strip({ found, explain }: { found: ChangeExplanation; explain: Explain }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { before, after, delta, currency } = found
  const ratio = before.total > 0 ? changeRatio(after.total, before.total) : null
  return (
    <div className={styles.strip} data-testid="kpis">
      {(
        [
          [t.before, before],
          [t.after, after],
        ] as const
      ).map(([label, side]) => (
        <Figure
          key={label}
          label={label}
          value={<Money value={side.total} currency={currency} symbol />}
          onOpen={() => explain.open(side.filters)}
          openLabel={t.opens(format.count(side.rows))}
        >
          <span className="t3">{t.entries(side.rows, format.count(side.rows))}</span>
        </Figure>
      ))}
      <Figure label={t.change} value={<Money value={delta} currency={currency} symbol sign="change" />}>
        <Delta ratio={ratio} />
      </Figure>
    </div>
  )
}
