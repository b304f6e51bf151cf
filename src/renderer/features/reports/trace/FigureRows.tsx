import type { Trace, TracedRow } from '../../../../shared/contract/reports-figures.ts'
import { deriveValue } from '../../../../shared/report/figure.ts'
import { Button, DataTable, useFormat, useMessages } from '../../../ui/index.ts'
import { messages } from './messages.ts'
import { useFigureValue } from './use-value.ts'
import styles from './trace.module.css'

interface Line {
  key: string
  row?: TracedRow
  name?: string
  amount: string | null
}

interface Props {
  trace: Trace
  offset: number
  step: number
  onPage: (offset: number) => void
  selected: number | undefined
  onSelect: (row: TracedRow) => void
}

/** The rows behind a figure, a page at a time, and what they come to: the last line is the figure where it is a sum. */
export function FigureRows({ trace, offset, step, onPage, selected, onSelect }: Props) {
  const t = useMessages(messages)
  const format = useFormat()
  const write = useFigureValue()
  const { total, sum, currency, page, unconverted } = trace.rows
  if (total === 0) return <p className={styles.lead}>{t.noRows}</p>
  const paged = total > page.length
  const known = page.flatMap(row => row.amount ?? [])
  const subtotal = deriveValue({ how: 'sum' }, known.length > 0 ? known : ['0'])
  const lines: Line[] = [
    ...page.map(row => ({ key: String(row.id), row, amount: row.amount })),
    ...(paged ? [{ key: 'shown', name: t.shown(format.count(page.length)), amount: subtotal }] : []),
    { key: 'total', name: t.total(total, format.count(total)), amount: sum },
  ]
  return (
    <section className={styles.rows} aria-labelledby="rows">
      <h2 id="rows">{t.rows}</h2>
      <p className="t2">{t.chooseRow}</p>
      <DataTable
        caption={t.rows}
        rows={lines}
        rowKey={line => line.key}
        kind={line => (line.key === 'total' ? 'total' : line.key === 'shown' ? 'subtotal' : undefined)}
        selected={line => line.row !== undefined && line.row.id === selected}
        onOpen={line => line.row && onSelect(line.row)}
        columns={[
          {
            id: 'date',
            head: t.date,
            width: 112,
            cell: line => (line.row ? format.date(line.row.date) : ''),
          },
          {
            id: 'text',
            head: t.text,
            text: true,
            cell: line =>
              line.row ? [...new Set([line.row.payee, line.row.text])].filter(Boolean).join(', ') : line.name,
          },
          { id: 'file', head: t.file, text: true, width: 180, cell: line => line.row?.source.file ?? '' },
          {
            id: 'line',
            head: t.line,
            numeric: true,
            width: 88,
            cell: line => (line.row ? format.count(line.row.source.line) : ''),
          },
          {
            id: 'amount',
            head: t.amount,
            numeric: true,
            width: 132,
            cell: line => write(line.amount, currency),
          },
        ]}
      />
      {unconverted > 0 && <p className="t2">{t.unconverted(unconverted, format.count(unconverted))}</p>}
      {total > step && (
        <div className={styles.pager}>
          <Button disabled={offset === 0} onClick={() => onPage(Math.max(0, offset - step))}>
            {t.previous}
          </Button>
          <span className="t2">
            {t.place(format.count(offset + 1), format.count(offset + page.length), format.count(total))}
          </span>
          <Button disabled={offset + step >= total} onClick={() => onPage(offset + step)}>
            {t.next}
          </Button>
        </div>
      )}
    </section>
  )
}
