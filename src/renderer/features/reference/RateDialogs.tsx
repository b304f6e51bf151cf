import { useState } from 'react'
import { RECONVERT } from '../../../shared/contract/reference.ts'
import type { Result } from '../../../shared/result/failure.ts'
import { queryClient, useLongCall, type LongCall } from '../../app/use-call.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorState,
  ProgressOverlay,
  SelectField,
  TextField,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { ConvertFields } from './RatesImport.tsx'
import styles from './reference.module.css'

type Reconvert = (typeof RECONVERT)[number]

type Work = Pick<LongCall<'reference.convert'>, 'running' | 'progress' | 'startedAt' | 'cancel'>

/** Waits for a conversion, says what it came to, and closes. */
function useConversion(work: Work, onClose: () => void) {
  const t = useMessages(messages)
  const format = useFormat()
  const [problem, setProblem] = useState<string>()
  const follow = async (
    conversion: Promise<Result<{ converted: number; unconverted: number }>>,
  ): Promise<void> => {
    const result = await conversion
    void queryClient.invalidateQueries()
    if (result.ok) {
      const { converted, unconverted } = result.value
      toast('done', t.converted(format.count(converted), converted === 1, format.count(unconverted)))
      onClose()
    } else if (result.failure.code !== 'cancelled') setProblem(result.failure.message)
  }
  const watch = work.running && (
    <ProgressOverlay
      flush
      progress={work.progress}
      startedAt={work.startedAt}
      onCancel={work.cancel}
      label={t.converting}
    />
  )
  return { follow, running: work.running, watch, problem }
}

/** One rate, typed. */
export function RateByHand({
  base,
  currencies,
  currency: first,
  onClose,
}: {
  base: string
  currencies: readonly string[]
  currency: string
  onClose: () => void
}) {
  const t = useMessages(messages)
  const [currency, setCurrency] = useState(first)
  const [date, setDate] = useState('')
  const [rate, setRate] = useState('')
  const [reconvert, setReconvert] = useState<Reconvert>('missing')
  const work = useLongCall('reference.setRate')
  const { follow, running, watch, problem } = useConversion(work, onClose)
  const complete = /^[A-Z]{3}$/.test(currency) && date !== '' && rate.trim() !== ''
  return (
    <Dialog title={t.handTitle} opened onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          // A German types 1,0834.
          if (complete)
            void follow(
              work.run({ currency, date, rate: rate.trim().replace(/^(\d+),(\d+)$/, '$1.$2'), reconvert }),
            )
        }}
      >
        <p className={styles.quiet}>{t.handText(base)}</p>
        <div className={styles.pair}>
          <TextField
            label={t.currency}
            value={currency}
            maxLength={3}
            list="reference-currencies"
            autoFocus={first === ''}
            onChange={event => setCurrency(event.target.value.toUpperCase())}
          />
          <datalist id="reference-currencies">
            {currencies.map(one => (
              <option key={one} value={one} />
            ))}
          </datalist>
          <TextField
            label={t.date}
            type="date"
            value={date}
            onChange={event => setDate(event.target.value)}
          />
        </div>
        <TextField
          label={t.handRate(currency || '…', base)}
          hint={t.rateHint}
          inputMode="decimal"
          value={rate}
          maxLength={40}
          onChange={event => setRate(event.target.value)}
        />
        <SelectField
          label={t.reconvert}
          value={reconvert}
          options={RECONVERT.map(value => ({ value, label: t.reconverts[value] }))}
          onChange={event => setReconvert(RECONVERT.find(one => one === event.target.value) ?? 'missing')}
        />
        {problem && <ErrorState failure={{ message: problem }} />}
        {watch}
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" disabled={!complete || running} needs="reference.setRate">
            {t.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

/** Conversion by the rates that are there, perhaps with another limit. */
export function ConvertDialog({ limitDays, onClose }: { limitDays: number; onClose: () => void }) {
  const t = useMessages(messages)
  const [reconvert, setReconvert] = useState<Reconvert>('missing')
  const [limit, setLimit] = useState(String(limitDays))
  const work = useLongCall('reference.convert')
  const { follow, running, watch, problem } = useConversion(work, onClose)
  return (
    <Dialog title={t.convertTitle} opened onClose={onClose} size={560}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          void follow(work.run({ reconvert, limitDays: Number(limit) || 0 }))
        }}
      >
        <ConvertFields
          reconvert={reconvert}
          limit={limit}
          onReconvert={setReconvert}
          onLimit={setLimit}
          none={false}
        />
        {problem && <ErrorState failure={{ message: problem }} />}
        {watch}
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" disabled={running} needs="reference.convert">
            {t.convert}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
