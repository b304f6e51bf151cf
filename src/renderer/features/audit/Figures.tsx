import type { ReactNode } from 'react'
import type { AuditBenford } from '../../../shared/data/audit-result.ts'
import type { Workpaper } from '../../../shared/data/workpaper.ts'
import { BenfordPanel } from '../../charts/benford/benford-panel.tsx'
import { DataTable, formatFixed, Panel, useFormat, useMessages, type Column } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { TieTable } from './TieTable.tsx'
import { useWords } from './use-words.ts'
import sheet from './paper.module.css'

/** What a test says of the whole, beside its exceptions. */
export function Figures({ paper }: { paper: Workpaper }) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords(paper.currency)
  const { benford, strata, aging, limits, round, gaps, users, keywords } = paper.result
  const p = (value: number): string => (value < 0.0001 ? '< 0.0001' : formatFixed(value, format.locale, 4))
  const band = ({ from, to }: { from: number | null; to: number | null }): string =>
    from === null ? t.notDue : to === null ? `> ${from - 1}` : `${from} – ${to}`
  return (
    <>
      {benford && (
        <div className={sheet.charts}>
          {benford
            .filter(one => one.n > 0)
            .map(one => (
              <Benford key={`${one.digits} ${one.sign}`} found={one} p={p} />
            ))}
        </div>
      )}
      {strata && (
        <Figured
          title={t.figures}
          rows={strata.bands}
          columns={[
            {
              id: 'band',
              head: t.band,
              cell: one =>
                `${one.from === null ? '…' : words.money(one.from)} – ${one.to === null ? '…' : words.money(one.to)}`,
            },
            { id: 'rows', head: t.rows, numeric: true, cell: one => format.count(one.count) },
            { id: 'sum', head: t.sum, numeric: true, cell: one => words.money(one.sum) },
            {
              id: 'share',
              head: t.share,
              numeric: true,
              cell: one => format.percent(one.share, { digits: 1 }),
            },
          ]}
        >
          <TieTable ties={strata.ties} money={words.money} />
        </Figured>
      )}
      {aging && (
        <Figured
          title={`${t.figures}, ${format.date(aging.asOf)}`}
          rows={aging.bands}
          columns={[
            { id: 'days', head: t.days, cell: band },
            { id: 'rows', head: t.rows, numeric: true, cell: one => format.count(one.count) },
            { id: 'sum', head: t.sum, numeric: true, cell: one => words.money(one.sum) },
          ]}
        >
          <TieTable ties={aging.ties} money={words.money} />
        </Figured>
      )}
      {limits && (
        <Figured
          title={t.figures}
          rows={limits}
          columns={[
            { id: 'limit', head: t.parameters.limit, numeric: true, cell: one => words.money(one.limit) },
            { id: 'below', head: t.below, numeric: true, cell: one => format.count(one.below) },
            { id: 'above', head: t.above, numeric: true, cell: one => format.count(one.above) },
            { id: 'p', head: t.p, numeric: true, cell: one => p(one.p) },
          ]}
        />
      )}
      {round && (
        <Figured
          title={t.figures}
          rows={round.levels}
          columns={[
            { id: 'of', head: t.multiple, numeric: true, cell: one => format.count(one.multipleOf) },
            { id: 'rows', head: t.rows, numeric: true, cell: one => format.count(one.n) },
            {
              id: 'seen',
              head: t.seen,
              numeric: true,
              cell: one => format.percent(one.observed, { digits: 2 }),
            },
            {
              id: 'expected',
              head: t.expected,
              numeric: true,
              cell: one => format.percent(one.expected, { digits: 3 }),
            },
            { id: 'p', head: t.p, numeric: true, cell: one => p(one.p) },
          ]}
        />
      )}
      {gaps && (
        <Figured
          title={t.series}
          rows={gaps.series.slice(0, MOST)}
          columns={[
            {
              id: 'series',
              head: t.series,
              text: true,
              cell: one => [one.payee, one.series].filter(Boolean).join(', '),
            },
            { id: 'first', head: t.first, numeric: true, cell: one => String(one.first) },
            { id: 'last', head: t.last, numeric: true, cell: one => String(one.last) },
            { id: 'rows', head: t.rows, numeric: true, cell: one => format.count(one.rows) },
            {
              id: 'missing',
              head: t.missing,
              numeric: true,
              cell: one => (one.dense ? format.count(one.missing) : t.sparse),
            },
          ]}
        />
      )}
      {keywords && (
        <Figured
          title={t.parameters.words}
          rows={keywords.filter(one => one.rows > 0)}
          columns={[
            { id: 'word', head: t.parameters.words, cell: one => one.word },
            { id: 'rows', head: t.rows, numeric: true, cell: one => format.count(one.rows) },
            { id: 'sum', head: t.sum, numeric: true, cell: one => words.money(one.sum) },
          ]}
        />
      )}
      {users && (
        <Figured
          title={t.fields.user}
          rows={users}
          columns={[
            { id: 'user', head: t.fields.user, cell: one => one.user },
            { id: 'same', head: t.rows, numeric: true, cell: one => format.count(one.same) },
            { id: 'sum', head: t.sum, numeric: true, cell: one => words.money(one.sum) },
          ]}
        />
      )}
    </>
  )
}

/** Rows of a table of figures: more are in the answer of the CLI. */
const MOST = 50

function Figured<T>({
  title,
  rows,
  columns,
  children,
}: {
  title: string
  rows: readonly T[]
  columns: readonly Column<T>[]
  children?: ReactNode
}) {
  const t = useMessages(messages)
  if (rows.length === 0) return null
  return (
    <Panel title={title}>
      <div className={sheet.list} role="region" aria-label={`${title}: ${t.rows}`} tabIndex={0}>
        <DataTable caption={title} rows={rows} rowKey={(_row, i) => i} columns={columns} />
      </div>
      {children}
    </Panel>
  )
}

function Benford({ found, p }: { found: AuditBenford; p: (value: number) => string }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { mad } = found
  const conformity = mad?.conformity ? [t.conformity[mad.conformity]] : []
  return (
    <BenfordPanel
      title={t.chart(t.choices[found.digits] ?? found.digits, t.choices[found.sign] ?? found.sign)}
      subtitle={[
        t.benfordVerdict[found.verdict](format.count(found.n), mad ? p(mad.p) : ''),
        ...(mad ? [t.mad(formatFixed(mad.value, format.locale, 5))] : []),
        ...conformity,
      ].join(', ')}
      shares={found.counts}
      words={{
        digits: t.digit,
        observed: t.seen,
        expected: t.expected,
        bounds: t.bounds,
        outside: t.outside,
        number: t.rows,
        from: t.from,
        to: t.to,
        judgement: t.judgement,
        count: format.count,
        share: value => format.percent(value, { digits: 1 }),
      }}
    />
  )
}
