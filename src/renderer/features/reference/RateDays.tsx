import { IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Series } from '../../../shared/data/data.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import { SeriesPanel } from '../../charts/line/series-panel.tsx'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  ErrorState,
  IconButton,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { decimal } from './decimal.ts'
import { messages } from './messages.ts'
import styles from './reference.module.css'

/** A currency's rates: their course, and the newest one by one. */
export function RateDays({
  currency,
  base,
  onClose,
}: {
  currency: string
  base: string
  onClose: () => void
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const { value, failure, retry } = useCall('reference.rateDays', { currency })
  const series = useMemo(
    (): Series => ({
      kind: 'series',
      unit: 'number',
      x: (value?.months ?? []).map(one => one.month),
      lines: [
        {
          id: currency,
          label: currency,
          role: 'actual',
          values: (value?.months ?? []).map(one => Number(one.rate)),
        },
      ],
    }),
    [value, currency],
  )
  const remove = async (date: string): Promise<void> => {
    const result = await call('reference.removeRate', { currency, date })
    if (result.ok) toast('done', t.rateRemoved)
    else toast('error', result.failure.message)
    void queryClient.invalidateQueries()
  }
  return (
    <Dialog title={t.ratesTitle(currency)} opened onClose={onClose} size={720}>
      {failure && <ErrorState failure={failure} title={t.failed} onRetry={retry} />}
      {value && (
        <>
          {value.months.length > 1 && (
            <SeriesPanel
              className={styles.chart}
              title={t.rateChart(currency, base)}
              note={t.lastOfMonth}
              series={series}
              shape="line"
            />
          )}
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.ratesTitle(currency)}>
            <DataTable
              caption={t.ratesTitle(currency)}
              edge={false}
              rows={value.rates}
              rowKey={one => one.date}
              columns={[
                { id: 'date', head: t.date, cell: one => format.date(one.date) },
                { id: 'rate', head: t.rate, numeric: true, cell: one => decimal(one.rate, format) },
                { id: 'source', head: t.source, wrap: true, cell: one => one.source },
                {
                  id: 'tools',
                  head: <span className="visually-hidden">{t.tools}</span>,
                  width: 44,
                  cell: one => (
                    <IconButton
                      label={t.removeRate(format.date(one.date))}
                      needs="reference.removeRate"
                      onClick={() => void remove(one.date)}
                    >
                      <IconTrash aria-hidden />
                    </IconButton>
                  ),
                },
              ]}
            />
          </div>
          {value.total > value.rates.length && (
            <p className={styles.quiet}>
              {t.newest(format.count(value.rates.length), format.count(value.total))}
            </p>
          )}
        </>
      )}
      <DialogButtons>
        <Button onClick={onClose}>{t.close}</Button>
      </DialogButtons>
    </Dialog>
  )
}
