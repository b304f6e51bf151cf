import { useState } from 'react'
import { exponentOf, toDecimal } from '../../shared/money/minor.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { useMessages } from '../ui/messages.ts'
import { useFormat } from '../ui/use-format.ts'
import { Chip } from './Chip.tsx'
import { readAmount } from './amount.ts'
import { filterMessages } from './filters.messages.ts'
import { useFilters } from './use-filters.ts'
import styles from './filters.module.css'

interface ChipState {
  startOpen: boolean
  onClosed: () => void
}

export function AmountChip({ startOpen, onClosed }: ChipState) {
  const t = useMessages(filterMessages)
  const format = useFormat()
  const f = useFilters()
  const { minAmount, maxAmount, absolute } = f.filters
  const show = (value: number) => format.money(value)
  const text =
    minAmount !== undefined && maxAmount !== undefined
      ? t.to(show(minAmount), show(maxAmount))
      : minAmount !== undefined
        ? `≥ ${show(minAmount)}`
        : maxAmount !== undefined
          ? `≤ ${show(maxAmount)}`
          : ''
  const set = (min: number | undefined, max: number | undefined, abs: boolean): void => {
    const { minAmount: _, maxAmount: __, absolute: ___, ...rest } = f.filters
    f.setFilters({
      ...rest,
      ...(min !== undefined && { minAmount: min }),
      ...(max !== undefined && { maxAmount: max }),
      ...(abs && (min !== undefined || max !== undefined) && { absolute: true }),
    })
  }
  return (
    <Chip
      name={t.amount}
      width={320}
      on={text !== ''}
      startOpen={startOpen}
      onClosed={onClosed}
      onRemove={() => {
        set(undefined, undefined, false)
        onClosed()
      }}
      content={close => (
        <AmountForm
          min={minAmount}
          max={maxAmount}
          absolute={absolute ?? false}
          onApply={(min, max, abs) => {
            set(min, max, abs)
            close()
          }}
        />
      )}
    >
      <span>{t.amount}</span>
      <b>{absolute && text ? t.sizePrefix + text : text}</b>
    </Chip>
  )
}

interface AmountFormProps {
  min: number | undefined
  max: number | undefined
  absolute: boolean
  onApply: (min: number | undefined, max: number | undefined, absolute: boolean) => void
}

function AmountForm({ min, max, absolute, onApply }: AmountFormProps) {
  const t = useMessages(filterMessages)
  const { currency, locale } = useFormat()
  const exponent = exponentOf(currency)
  const written = (value: number | undefined) => (value === undefined ? '' : toDecimal(value, exponent))
  const [low, setLow] = useState(written(min))
  const [high, setHigh] = useState(written(max))
  const [abs, setAbs] = useState(absolute)
  const a = readAmount(low, locale, exponent)
  const b = readAmount(high, locale, exponent)
  const crossed = typeof a === 'number' && typeof b === 'number' && a > b
  const wrong = a === 'wrong' || b === 'wrong' || crossed
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        if (a !== 'wrong' && b !== 'wrong' && !crossed) onApply(a, b, abs)
      }}
    >
      <div className={styles.two}>
        <TextField
          label={`${t.atLeast}, ${currency}`}
          inputMode="decimal"
          autoFocus
          value={low}
          onChange={e => setLow(e.target.value)}
          error={a === 'wrong' ? t.badAmount : undefined}
        />
        <TextField
          label={`${t.atMost}, ${currency}`}
          inputMode="decimal"
          value={high}
          onChange={e => setHigh(e.target.value)}
          error={b === 'wrong' ? t.badAmount : crossed ? t.badRange : undefined}
        />
      </div>
      <label className={styles.checkLabel}>
        <input
          type="checkbox"
          className={styles.check}
          checked={abs}
          onChange={e => setAbs(e.target.checked)}
        />
        {t.absolute}
      </label>
      <div className={styles.foot}>
        <Button kind="primary" type="submit" disabled={wrong}>
          {t.apply}
        </Button>
      </div>
    </form>
  )
}

export function TextChip({ startOpen, onClosed }: ChipState) {
  const t = useMessages(filterMessages)
  const f = useFilters()
  const [text, setText] = useState(f.filters.text ?? '')
  const set = (next: string): void => {
    const { text: _, ...rest } = f.filters
    f.setFilters(next.trim() ? { ...rest, text: next.trim() } : rest)
  }
  return (
    <Chip
      name={t.text}
      width={320}
      on={Boolean(f.filters.text)}
      startOpen={startOpen}
      onClosed={onClosed}
      onRemove={() => {
        set('')
        onClosed()
      }}
      content={close => (
        <form
          className={styles.form}
          onSubmit={event => {
            event.preventDefault()
            set(text)
            close()
          }}
        >
          <TextField
            label={t.text}
            hint={t.textHint}
            maxLength={400}
            autoFocus
            value={text}
            onChange={e => setText(e.target.value)}
          />
          <div className={styles.foot}>
            <Button kind="primary" type="submit">
              {t.apply}
            </Button>
          </div>
        </form>
      )}
    >
      <span>{t.text}</span>
      <b>{f.filters.text}</b>
    </Chip>
  )
}

/** Only these imports: set by the import page's “show entries”; removed here. */
export function BatchChip() {
  const t = useMessages(filterMessages)
  const format = useFormat()
  const f = useFilters()
  const numbers = (f.filters.batches ?? []).map(n => format.count(n)).join(', ')
  const { batches: _, ...rest } = f.filters
  return (
    <Chip
      name={t.batches}
      on
      onRemove={() => f.setFilters(rest)}
      content={() => <p>{`${t.batches} ${numbers}`}</p>}
    >
      <span>{t.batches}</span>
      <b>{numbers}</b>
    </Chip>
  )
}
