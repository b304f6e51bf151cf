import type { LedgerForecast, LedgerSeries } from '../../../shared/contract/forecast.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { DataTable, Money, Panel, useFormat, useMessages } from '../../ui/index.ts'
import { useWords } from './words.ts'
import { messages } from './messages.ts'

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

/** All series of the answer: what each came to, what is expected, and by which method. A row shows its picture above. */
export function SeriesTable({
  forecast,
  picked,
  onPick,
}: {
  forecast: LedgerForecast
  picked: number
  onPick: (index: number) => void
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords()
  const nameOf = useDimensionName()
  const { series, by, currency, future } = forecast
  const ahead = future.length
  // The total last, as in every table with one.
  const rows = [...series.slice(1), ...series.slice(0, 1)]
  const before = (one: LedgerSeries): number => sum(one.actual.slice(-ahead))
  return (
    <Panel title={t.bySeries(by ? nameOf(by) : '')} subtitle={t.lastAndNext(format.count(ahead))}>
      <DataTable
        caption={t.bySeries(by ? nameOf(by) : '')}
        rows={rows}
        rowKey={one => `${one.role} ${one.key ?? ''}`}
        onOpen={one => onPick(series.indexOf(one))}
        selected={one => series.indexOf(one) === picked}
        kind={one => (one.role === 'total' ? 'total' : one.role === 'others' ? 'quiet' : undefined)}
        columns={[
          {
            id: 'name',
            head: by ? nameOf(by) : t.total,
            cell: one => words.series(one, forecast),
            text: true,
            sortBy: one => words.series(one, forecast),
          },
          {
            id: 'before',
            head: t.sumBefore,
            numeric: true,
            sortBy: before,
            cell: one => <Money value={before(one)} currency={currency} whole />,
          },
          {
            id: 'expected',
            head: t.sumExpected,
            numeric: true,
            sortBy: one => sum(one.mean),
            cell: one => <Money value={sum(one.mean)} currency={currency} whole />,
          },
          { id: 'method', head: t.method, cell: one => words.method(one.method) },
          {
            id: 'error',
            head: t.ofNaive,
            numeric: true,
            cell: ({ card: [card] }) =>
              card && card.naiveError > 0 ? format.percent(card.error / card.naiveError, { digits: 0 }) : '–',
          },
        ]}
      />
    </Panel>
  )
}
