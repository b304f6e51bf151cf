import { useState } from 'react'
import { RECONVERT } from '../../../shared/contract/reference.ts'
import { SelectField, TextField, toast, useFormat, useMessages } from '../../ui/index.ts'
import { ImportDialog, Problems } from './ImportDialog.tsx'
import { messages } from './messages.ts'
import { useImport } from './use-import.ts'
import styles from './reference.module.css'

type Reconvert = (typeof RECONVERT)[number]

/** The choices by which entries are converted: which of them, and for how long a rate is used. */
export function ConvertFields({
  reconvert,
  limit,
  onReconvert,
  onLimit,
  none = true,
}: {
  reconvert: Reconvert
  limit: string
  onReconvert: (value: Reconvert) => void
  onLimit: (value: string) => void
  none?: boolean
}) {
  const t = useMessages(messages)
  return (
    <div className={styles.pair}>
      <SelectField
        label={t.reconvert}
        value={reconvert}
        options={RECONVERT.filter(value => none || value !== 'none').map(value => ({
          value,
          label: t.reconverts[value],
        }))}
        onChange={event => onReconvert(RECONVERT.find(one => one === event.target.value) ?? 'missing')}
      />
      <TextField
        label={t.limitLabel}
        hint={t.limitHint}
        type="number"
        min={0}
        max={36500}
        value={limit}
        onChange={event => onLimit(event.target.value)}
      />
    </div>
  )
}

/** A file of rates: what it covers, then how entries are converted by it. */
export function RatesImport({ limitDays, onClose }: { limitDays: number; onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { picked, report, look, take, loading, dialog } = useImport(
    'reference.previewRates',
    'reference.importRates',
  )
  const [against, setAgainst] = useState('')
  const [reconvert, setReconvert] = useState<Reconvert>('missing')
  const [limit, setLimit] = useState(String(limitDays))
  const quoted = /^[A-Z]{3}$/.test(against) ? { against } : {}
  const load = async (): Promise<void> => {
    const done = await take({ ...quoted, reconvert, limitDays: Number(limit) || 0 })
    if (!done) return
    toast(
      'done',
      t.converted(format.count(done.converted), done.converted === 1, format.count(done.unconverted)),
    )
    onClose()
  }
  return (
    <ImportDialog
      title={t.importRatesTitle}
      text={t.importRatesText}
      accept=".zip,.csv,.txt,.tsv"
      {...dialog}
      working={loading ? t.converting : t.reading}
      needs="reference.importRates"
      onPick={file => void look(file, quoted)}
      onImport={() => void load()}
      onClose={onClose}
    >
      {report && (
        <>
          <p className={styles.found} role="status">
            {t.found(
              format.count(report.rates),
              format.count(report.currencies.length),
              format.count(report.days),
            )}
            {report.from && report.to && `, ${format.span(report.from, report.to)}`}
          </p>
          <p className={styles.names}>{report.currencies.join(', ')}</p>
          {report.against !== report.base && (
            <p className={styles.quiet}>{t.crossed(report.against, report.base)}</p>
          )}
          {report.daysWithoutBase > 0 && (
            <p className={styles.quiet}>
              {t.daysWithout(format.count(report.daysWithoutBase), report.daysWithoutBase === 1, report.base)}
            </p>
          )}
          <Problems problems={report.problems} />
        </>
      )}
      {picked && report?.layout !== 'ecb' && (
        <TextField
          label={t.against}
          hint={t.againstHint}
          value={against}
          placeholder={report?.against ?? ''}
          maxLength={3}
          onChange={event => {
            const code = event.target.value.toUpperCase()
            setAgainst(code)
            if (code === '' || code.length === 3) void look(picked, code === '' ? {} : { against: code })
          }}
        />
      )}
      {report && (
        <ConvertFields reconvert={reconvert} limit={limit} onReconvert={setReconvert} onLimit={setLimit} />
      )}
    </ImportDialog>
  )
}
