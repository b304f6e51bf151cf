import type { LedgerForecast, LedgerSeries, ReportCard } from '../../../shared/contract/forecast.ts'
import { DataTable, Panel, useFormat, useMessages } from '../../ui/index.ts'
import { useWords } from './words.ts'
import { messages } from './messages.ts'
import styles from './forecast.module.css'

/** How the method did on this very series' past, beside the plain forecasts: what its intervals are worth, too. */
export function ReportCardPanel({ forecast, series }: { forecast: LedgerForecast; series: LedgerSeries }) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords()
  const [shown] = series.card
  return (
    <Panel title={t.reportCard} subtitle={words.method(series.method)} inset className={styles.card}>
      <p className={styles.model}>{series.model}</p>
      {series.notes.length > 0 && (
        <ul className={styles.sentences}>
          {series.notes.map(note => (
            <li key={note.code}>{words.note(note, forecast.currency)}</li>
          ))}
        </ul>
      )}
      {shown && (
        <>
          <p>{t.tried(format.count(shown.origins), format.count(shown.steps))}</p>
          <DataTable
            caption={t.reportCard}
            edge={false}
            rowKey={(card: ReportCard) => card.method}
            rows={series.card}
            columns={[
              { id: 'method', head: t.method, cell: card => words.method(card.method), wrap: true },
              {
                id: 'error',
                head: t.error,
                numeric: true,
                cell: card => format.moneyShort(Math.round(card.error), undefined, forecast.currency),
              },
              {
                id: 'naive',
                head: t.ofNaive,
                numeric: true,
                cell: card =>
                  card.naiveError === 0 ? '–' : format.percent(card.error / card.naiveError, { digits: 0 }),
              },
              ...forecast.levels.map((level, i) => ({
                id: `within ${level}`,
                head: t.within(format.number(level, 0)),
                numeric: true,
                cell: (card: ReportCard) => format.percent((card.coverage[i] ?? 0) / 100, { digits: 0 }),
              })),
            ]}
          />
          <p className="cap">{t.cardMeaning}</p>
        </>
      )}
      <p className="cap">
        {series.calibratedOver > 0 ? t.calibrated(format.count(series.calibratedOver)) : t.notCalibrated}
      </p>
    </Panel>
  )
}
