import { useMemo } from 'react'
import type { ForecastRun, LedgerForecast } from '../../../shared/contract/forecast.ts'
import type { Series } from '../../../shared/data/data.ts'
import { useCall } from '../../app/use-call.ts'
import { SeriesPanel } from '../../charts/line/series-panel.tsx'
import { DataTable, ErrorState, Panel, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { useWords } from './words.ts'
import styles from './forecast.module.css'

/** Two kept runs beside each other: their totals over each other, their report cards, and which does better where. */
export function CompareRuns({ runs: [one, two] }: { runs: [number, number] }) {
  const t = useMessages(messages)
  const first = useCall('forecast.kept', { run: one })
  const second = useCall('forecast.kept', { run: two })
  const failure = first.failure ?? second.failure
  if (failure) return <ErrorState title={t.failed} failure={failure} onRetry={first.retry} />
  if (!first.value || !second.value) return null
  const found = [first.value, second.value] as const
  return (
    <>
      <Overlay found={found} />
      <Figures found={found} />
    </>
  )
}

type Kept = { run: ForecastRun; forecast: LedgerForecast }

function Overlay({ found }: { found: readonly [Kept, Kept] }) {
  const t = useMessages(messages)
  const words = useWords()
  const series = useMemo((): Series => {
    const steps = [
      ...new Map(
        found.flatMap(({ forecast }) =>
          [...forecast.steps, ...forecast.future].map(step => [step.key, step.from]),
        ),
      ),
    ].toSorted(([, a], [, b]) => (a < b ? -1 : 1))
    const x = steps.map(([key]) => key)
    const actual = new Map(
      found.flatMap(({ forecast }) =>
        forecast.steps.map((step, i) => [step.key, forecast.series[0]?.actual[i] ?? null] as const),
      ),
    )
    const lineOf = ({ run, forecast }: Kept, role: 'actual' | 'comparison') => {
      const expected = new Map(
        forecast.future.map((step, h) => [step.key, forecast.series[0]?.mean[h] ?? null] as const),
      )
      return {
        id: `run ${run.id}`,
        label: `${t.run} ${run.id}, ${words.method(run.method)}`,
        role,
        values: x.map(key => expected.get(key) ?? null),
      }
    }
    return {
      kind: 'series',
      unit: 'money',
      currency: found[0].forecast.currency,
      x,
      lines: [
        { id: 'actual', label: t.actual, role: 'actual', values: x.map(key => actual.get(key) ?? null) },
        lineOf(found[0], 'actual'),
        lineOf(found[1], 'comparison'),
      ],
    }
  }, [found, t, words])
  return <SeriesPanel title={t.overlay} series={series} shape="line" className={styles.fan} />
}

interface Row {
  id: string
  what: string
  values: [string, string]
  better: string
}

function Figures({ found: [one, two] }: { found: readonly [Kept, Kept] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords()
  const { currency } = one.forecast
  const metric = ({ run }: Kept, name: string): number | undefined => run.metrics[name]
  /** Errors of different measures, steps or selections cannot be compared. */
  const alike = one.run.scope === two.run.scope
  const nearer = (name: string, distance: (value: number) => number): string => {
    const [a, b] = [metric(one, name), metric(two, name)]
    if (!alike || a === undefined || b === undefined) return ''
    const [x, y] = [distance(a), distance(b)]
    return x === y ? t.same : `${t.run} ${x < y ? one.run.id : two.run.id}`
  }
  const row = (
    id: string,
    what: string,
    write: (value: number) => string,
    distance?: (value: number) => number,
  ): Row => {
    const text = (kept: Kept): string => {
      const value = metric(kept, id)
      return value === undefined ? '–' : write(value)
    }
    return { id, what, values: [text(one), text(two)], better: distance ? nearer(id, distance) : '' }
  }
  const money = (value: number): string => format.money(Math.round(value), { currency, symbol: true })
  const levels = [...new Set([...one.forecast.levels, ...two.forecast.levels])]
  const said = (of: (kept: Kept) => string): [string, string] => [of(one), of(two)]
  const total = ({ forecast }: Kept): number =>
    (forecast.series[0]?.mean ?? []).reduce((sum, value) => sum + value, 0)
  const rows: Row[] = [
    { id: 'role', what: t.role, values: said(kept => t.roles[kept.run.role]), better: '' },
    { id: 'method', what: t.method, values: said(kept => words.method(kept.run.method)), better: '' },
    { id: 'model', what: t.model, values: said(kept => kept.forecast.series[0]?.model ?? ''), better: '' },
    {
      id: 'horizon',
      what: t.horizon,
      values: said(kept => format.count(kept.run.request.horizon)),
      better: '',
    },
    { id: 'revision', what: t.revision, values: said(kept => String(kept.run.dataRevision)), better: '' },
    { id: 'sum', what: t.sumExpected, values: said(kept => money(total(kept))), better: '' },
    row('error', t.error, money, Math.abs),
    row('mase', 'MASE', value => format.number(value, 3), Math.abs),
    row('smape', 'sMAPE', value => `${format.number(value, 1)} %`, Math.abs),
    ...levels.map(level =>
      row(
        `coverage${level}`,
        t.coverage(format.number(level, 0)),
        value => format.percent(value / 100, { digits: 1 }),
        value => Math.abs(value - level),
      ),
    ),
  ]
  const head = ({ run }: Kept): string => `${t.run} ${run.id}`
  return (
    <Panel title={t.comparedRuns} subtitle={alike ? t.comparedAlike : t.comparedApart}>
      <div className={styles.runs}>
        <DataTable
          caption={t.comparedRuns}
          rows={rows}
          rowKey={one => one.id}
          columns={[
            { id: 'what', head: t.comparedWhat, cell: one => one.what },
            { id: 'one', head: head(one), numeric: true, cell: one => one.values[0] },
            { id: 'two', head: head(two), numeric: true, cell: one => one.values[1] },
            { id: 'better', head: t.betterHead, cell: one => one.better },
          ]}
        />
      </div>
    </Panel>
  )
}
