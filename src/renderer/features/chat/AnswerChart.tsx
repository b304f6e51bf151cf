import { useMemo } from 'react'
import type { Reply } from '../../../shared/contract/chat.ts'
import type { Ranking } from '../../../shared/contract/dashboard.ts'
import type { Series, Table } from '../../../shared/data/data.ts'
import { RankingPanel } from '../../charts/ranking/ranking-panel.tsx'
import { SeriesPanel } from '../../charts/line/series-panel.tsx'
import { useDimensionName } from '../../app/dimensions.ts'
import { DataTable, Money, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './chat.module.css'

/** The picture of an answer: a course as a line, members as bars, two groups and entries as a table. */
export function AnswerChart({ reply, number, onRows }: { reply: Reply; number: number; onRows: () => void }) {
  const t = useMessages(messages)
  // Each picture is a region of its own: two of one name could not be told apart.
  const title = t.picture(reply.asked ? t.measures[reply.asked.measure] : t.title, number)
  const [data] = reply.answer?.findings[0]?.evidence ?? []
  if (!data) return null
  if (data.kind === 'table') return data.rows.length === 0 ? null : <Rows reply={reply} data={data} />
  if (data.kind !== 'series' || data.x.length === 0) return null
  return reply.answer?.chart === 'line' ? (
    <Course reply={reply} title={title} data={data} />
  ) : (
    <Bars reply={reply} title={title} data={data} onRows={onRows} />
  )
}

function Course({ reply, title, data }: { reply: Reply; title: string; data: Series }) {
  const t = useMessages(messages)
  const series = useMemo((): Series => {
    const measure = reply.asked ? t.measures[reply.asked.measure] : ''
    return {
      ...data,
      lines: data.lines.map(line => ({
        ...line,
        label: line.id === 'now' ? measure : (t.line[line.id] ?? line.label),
      })),
    }
  }, [data, reply, t])
  return (
    <div className={styles.chart}>
      <SeriesPanel title={title} series={series} shape="line" />
    </div>
  )
}

function Bars({
  reply,
  title,
  data,
  onRows,
}: {
  reply: Reply
  title: string
  data: Series
  onRows: () => void
}) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const [now, before] = data.lines
  const ranking = useMemo((): Ranking => {
    const rows = data.x.map((label, i) => ({
      key: label,
      label,
      value: now?.values[i] ?? 0,
      before: before?.values[i] ?? null,
      entries: 0,
    }))
    const sum = (values: readonly (number | bigint | null)[]): number | bigint => {
      const exact = values.reduce<bigint>((a, v) => a + BigInt(v ?? 0), 0n)
      return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact
    }
    return {
      dimension: '',
      rows,
      rest: { members: 0, value: 0, before: null, entries: 0 },
      total: sum(rows.map(r => r.value)),
      totalBefore: before ? sum(rows.map(r => r.before)) : null,
    }
  }, [data, now, before])
  const key = reply.asked?.by[0]
  const name =
    key === undefined ? t.edit.member : 'grain' in key ? t.grains[key.grain] : nameOf(key.dimension)
  return (
    <RankingPanel
      title={title}
      ranking={ranking}
      currency={data.unit === 'money' ? reply.currency : undefined}
      memberName={name}
      beforeName={before ? (t.line[before.id] ?? before.label) : undefined}
      judged={reply.asked?.measure === 'spending'}
      onSelect={onRows}
      onOpen={onRows}
      onDrill={onRows}
      onOpenTotal={onRows}
      onOpenRest={onRows}
    />
  )
}

function Rows({ reply, data }: { reply: Reply; data: Table }) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useDimensionName()
  return (
    <div className={styles.tableScroll}>
      <DataTable
        caption={t.figures}
        rows={data.rows.slice(0, 200)}
        rowKey={(_row, i) => i}
        columns={data.columns.map((column, c) => ({
          id: column.key,
          head: column.dimension
            ? nameOf(column.dimension)
            : column.grain
              ? t.grains[column.grain]
              : column.kind === 'money' || column.kind === 'count'
                ? reply.asked
                  ? t.measures[reply.asked.measure]
                  : ''
                : '',
          numeric: column.kind === 'money' || column.kind === 'count',
          cell: (row: Table['rows'][number]) => {
            const cell = row[c] ?? null
            if (cell === null) return '–'
            if (column.kind === 'money' && typeof cell !== 'string')
              return <Money value={cell} currency={reply.currency} />
            if (column.kind === 'count' && typeof cell !== 'string') return format.count(cell)
            if (column.kind === 'time')
              return /^\d{4}-\d{2}-\d{2}$/.test(String(cell))
                ? format.date(String(cell))
                : format.step(String(cell))
            return String(cell)
          },
        }))}
      />
    </div>
  )
}
