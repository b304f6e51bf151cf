import { IconAlertTriangle } from '@tabler/icons-react'
import type { Fact, Health } from '../../../shared/contract/diagnostics.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import { Button, DataTable, ErrorState, Page, Panel, CallProgress, toast, useFormat, useMessages } from '../../ui/index.ts' // prettier-ignore
import { Losses } from './Losses.tsx'
import { messages } from './messages.ts'
import { Support } from './Support.tsx'
import styles from './health.module.css'

const GROUPS = ['store', 'backups', 'jobs', 'data', 'program'] as const

/** How the store, its backups, jobs, data and the program are; the upkeep; what support may be given. */
export default function HealthPage() {
  const t = useMessages(messages)
  const { value: health, failure, retry } = useCall('diagnostics.health', {})
  const upkeep = useLongCall('diagnostics.upkeep')
  const keepUp = async (): Promise<void> => {
    const result = await upkeep.run({ now: true })
    if (!result.ok) {
      if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
    } else {
      const bad = result.value.done.find(one => !one.ok)
      toast(bad ? 'error' : 'done', bad ? t.upkeepBad(bad.found) : t.upkeepDone)
    }
    await queryClient.invalidateQueries()
  }
  const needed = health?.facts.filter(fact => fact.state === 'attention').length ?? 0
  return (
    <Page
      title={t.title}
      actions={
        <>
          <Button onClick={retry}>{t.refresh}</Button>
          <Button
            needs="diagnostics.upkeep"
            kind="primary"
            disabled={upkeep.running}
            onClick={() => void keepUp()}
          >
            {t.upkeep}
          </Button>
        </>
      }
    >
      {failure && <ErrorState failure={failure} title={t.failed} onRetry={retry} />}
      {health && (
        <div className={styles.sheet} data-testid="health">
          <p className={`${styles.lead} strong`} role="status">
            {t.lead(needed)}
          </p>
          <Losses losses={health.losses} />
          {GROUPS.map(group => (
            <Panel key={group} title={t.groups[group]} inset>
              <Facts facts={health.facts.filter(fact => fact.group === group)} />
            </Panel>
          ))}
          <Panel title={t.slowTitle} inset>
            <Slow slow={health.slow} />
          </Panel>
          <Panel title={t.supportTitle} inset>
            <Support />
          </Panel>
        </div>
      )}
      <CallProgress call={upkeep} label={t.upkeepRuns} />
    </Page>
  )
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const t = useMessages(messages)
  const text = useFactText()
  return (
    <dl className={styles.facts}>
      {facts.map(fact => (
        <div key={fact.id} style={{ display: 'contents' }}>
          <dt>{t.facts[fact.id] ?? fact.id}</dt>
          <dd>
            {fact.state === 'attention' ? (
              <span className={styles.attention}>
                <IconAlertTriangle stroke={1.6} role="img" aria-label={t.attention} />
                {text(fact)}
              </span>
            ) : (
              text(fact)
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function useFactText(): (fact: Fact) => string {
  const t = useMessages(messages)
  const format = useFormat()
  return ({ kind, value }) => {
    if (value === null) return kind === 'moment' || kind === 'day' ? t.never : t.nothing
    if (typeof value === 'number')
      return kind === 'bytes' ? t.megabytes(format.number(value / 1e6, 1)) : format.count(value)
    if (kind === 'moment') return `${format.moment(value)} (${format.age(value)})`
    if (kind === 'day') return format.date(value)
    return kind === 'code' ? (t.codes[value] ?? value) : value
  }
}

function Slow({ slow }: Pick<Health, 'slow'>) {
  const t = useMessages(messages)
  const format = useFormat()
  if (slow.length === 0) return <p className="t3">{t.slowNone}</p>
  return (
    <DataTable
      caption={t.slowTitle}
      edge={false}
      rows={slow}
      rowKey={(_row, index) => index}
      columns={[
        { id: 'call', head: t.call, mono: true, cell: row => row.method },
        { id: 'at', head: t.at, cell: row => format.moment(row.at), sortBy: row => row.at },
        { id: 'took', head: t.took, numeric: true, cell: row => t.milliseconds(format.count(row.milliseconds)), sortBy: row => row.milliseconds }, // prettier-ignore
        { id: 'outcome', head: t.outcome, cell: row => row.outcome },
      ]}
    />
  )
}
