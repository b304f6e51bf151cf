import { IconChartLine, IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import type { CurrencyRates } from '../../../shared/contract/reference.ts'
import { useCall } from '../../app/use-call.ts'
import { useFilters } from '../../app/use-filters.ts'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorState,
  IconButton,
  useFormat,
  useMessages,
  toolsColumn,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { ConvertDialog, RateByHand } from './RateDialogs.tsx'
import { RateDays } from './RateDays.tsx'
import { RatesImport } from './RatesImport.tsx'
import { decimal } from './decimal.ts'
import styles from './reference.module.css'

/** Days that a rate is used where nothing was chosen yet, as the host has it. */
const LIMIT_DAYS = 10

/** The currencies of the ledger: what rates there are, where they have gaps, and which entries have none. */
export function Rates() {
  const t = useMessages(messages)
  const format = useFormat()
  const { openRows } = useFilters()
  const { value, failure, retry } = useCall('reference.rates', {})
  const [open, setOpen] = useState<'import' | 'hand' | 'convert'>()
  const [shown, setShown] = useState<string>()
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  if (!value) return null
  const limit = value.limitDays ?? LIMIT_DAYS
  const close = (): void => setOpen(undefined)
  const wanting = (one: CurrencyRates): string =>
    one.wanting
      ? t.wanting(format.count(one.unconverted), format.span(one.wanting.from, one.wanting.to))
      : format.count(one.unconverted)
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.lead}>
          {t.ratesLead(value.base)}
          {value.limitDays !== null && ` ${t.limit(format.count(limit), limit === 1)}`}
        </p>
        <span className={styles.tools}>
          <Button needs="reference.convert" onClick={() => setOpen('convert')}>
            {t.convert}
          </Button>
          <Button needs="reference.setRate" onClick={() => setOpen('hand')}>
            {t.rateByHand}
          </Button>
          <Button kind="primary" needs="reference.importRates" onClick={() => setOpen('import')}>
            {t.importRates}
          </Button>
        </span>
      </div>
      {value.currencies.length === 0 ? (
        <EmptyState title={t.noCurrencies}>{t.noCurrenciesText}</EmptyState>
      ) : (
        <DataTable
          caption={t.tabs.rates}
          rows={value.currencies}
          rowKey={one => one.currency}
          columns={[
            {
              id: 'currency',
              head: t.currency,
              mono: true,
              cell: one => one.currency,
              sortBy: one => one.currency,
            },
            {
              id: 'latest',
              head: t.latestRate(value.base),
              numeric: true,
              cell: one => (one.latest === '' ? '' : decimal(one.latest, format)),
            },
            {
              id: 'coverage',
              head: t.coverage,
              wrap: true,
              cell: one =>
                one.rates === 0 ? (
                  <span className={one.entries > 0 ? styles.bad : 't3'}>{t.noRatesYet}</span>
                ) : (
                  t.covers(format.count(one.rates), format.date(one.from), format.date(one.to))
                ),
              sortBy: one => one.rates,
            },
            {
              id: 'gaps',
              head: t.gaps,
              wrap: true,
              cell: one =>
                one.longestGap
                  ? t.gap(
                      format.count(one.gaps),
                      format.date(one.longestGap.from),
                      format.date(one.longestGap.to),
                    )
                  : '',
              sortBy: one => one.gaps,
            },
            { id: 'source', head: t.source, wrap: true, cell: one => one.source },
            {
              id: 'entries',
              head: t.entries,
              numeric: true,
              cell: one => format.count(one.entries),
              sortBy: one => one.entries,
            },
            {
              id: 'without',
              head: t.without,
              wrap: true,
              cell: one => (one.unconverted === 0 ? '' : <span className={styles.bad}>{wanting(one)}</span>),
              sortBy: one => one.unconverted,
            },
            toolsColumn<CurrencyRates>(t.tools, 2, one => (
              <>
                <IconButton
                  label={t.openRates(one.currency)}
                  disabled={one.rates === 0}
                  onClick={() => setShown(one.currency)}
                >
                  <IconChartLine aria-hidden />
                </IconButton>
                <IconButton
                  label={t.openEntries(one.currency)}
                  disabled={one.entries === 0}
                  onClick={() => openRows({ members: { currency: [one.currency] } })}
                >
                  <IconListDetails aria-hidden />
                </IconButton>
              </>
            )),
          ]}
        />
      )}
      {open === 'import' && <RatesImport limitDays={limit} onClose={close} />}
      {open === 'convert' && <ConvertDialog limitDays={limit} onClose={close} />}
      {open === 'hand' && (
        <RateByHand
          base={value.base}
          currencies={value.currencies.map(one => one.currency)}
          currency={value.currencies.find(one => one.unconverted > 0)?.currency ?? ''}
          onClose={close}
        />
      )}
      {shown && <RateDays currency={shown} base={value.base} onClose={() => setShown(undefined)} />}
    </>
  )
}
