import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { EntryRow } from '../../../shared/contract/ledger.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { readAmount } from '../../app/amount.ts'
import { call } from '../../app/client.ts'
import { useTellChange } from '../../app/use-history.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  IconButton,
  Money,
  TextField,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { editMessages } from './edit.messages.ts'
import { MemberInput } from './MemberInput.tsx'
import { evenParts, leftOver, type DraftPart } from './split.ts'
import styles from './edit.module.css'

const blank: DraftPart = { amount: '', category: '', note: '' }

/** Puts parts in the place of an entry; it can be saved once nothing is left over. */
export function SplitDialog({ row, onClose }: { row: EntryRow; onClose: () => void }) {
  const t = useMessages(editMessages)
  const format = useFormat()
  const tell = useTellChange()
  const [parts, setParts] = useState<DraftPart[]>([
    { ...blank, category: row.members['category'] ?? '' },
    blank,
  ])
  const [saving, setSaving] = useState(false)
  const exponent = exponentOf(row.currency)
  const amounts = parts.map(part => readAmount(part.amount, format.locale, exponent))
  const left = leftOver(row.amount, amounts)
  const complete = left === 0 && amounts.every(amount => typeof amount === 'number' && amount !== 0)
  const text = (amount: number): string => {
    const decimal =
      new Intl.NumberFormat(format.locale).formatToParts(1.5).find(p => p.type === 'decimal')?.value ?? '.'
    return toDecimal(amount, exponent).replace('.', decimal)
  }
  const put = (at: number, part: Partial<DraftPart>): void =>
    setParts(now => now.map((one, i) => (i === at ? { ...one, ...part } : one)))
  const even = (): void => {
    const shares = evenParts(row.amount, parts.length)
    setParts(now => now.map((part, i) => ({ ...part, amount: text(shares[i] as number) })))
  }
  const save = async (): Promise<void> => {
    setSaving(true)
    const result = await call('ledger.split', {
      id: row.id,
      parts: parts.map((part, i) => ({
        amount: amounts[i] as number,
        category: part.category.trim(),
        ...(part.note.trim() !== '' && { note: part.note.trim() }),
      })),
    })
    setSaving(false)
    if (tell(result, t.splitDone)) onClose()
  }
  return (
    <Dialog title={t.splitTitle} opened onClose={onClose} size={640}>
      <p className={styles.lead}>
        {t.splitText(format.money(row.amount, { currency: row.currency, symbol: true }))}
      </p>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          if (complete) void save()
        }}
      >
        {parts.map((part, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- parts have no name but their place
          <fieldset key={i} className={styles.part}>
            <legend className="visually-hidden">{t.part(i + 1)}</legend>
            <TextField
              label={t.amount}
              inputMode="decimal"
              value={part.amount}
              placeholder={left !== undefined && left !== 0 ? text(left) : undefined}
              error={amounts[i] === 'wrong' ? t.notAnAmount : undefined}
              onChange={event => put(i, { amount: event.target.value })}
            />
            <MemberInput
              dimension="category"
              label={t.category}
              value={part.category}
              onChange={category => put(i, { category })}
            />
            <TextField
              label={t.note}
              value={part.note}
              onChange={event => put(i, { note: event.target.value })}
            />
            <IconButton
              label={t.removePart(i + 1)}
              disabled={parts.length <= 2}
              onClick={() => setParts(now => now.filter((_, at) => at !== i))}
            >
              <IconTrash aria-hidden />
            </IconButton>
          </fieldset>
        ))}
        <div className={styles.partsFoot}>
          <Button
            type="button"
            kind="quiet"
            icon={<IconPlus aria-hidden />}
            onClick={() => setParts(now => [...now, { ...blank, amount: left ? text(left) : '' }])}
          >
            {t.addPart}
          </Button>
          <Button type="button" kind="quiet" onClick={even}>
            {t.even}
          </Button>
          <span className={styles.left} data-left={left === 0 ? undefined : ''} role="status">
            {t.left}:{' '}
            {left === undefined ? t.notAnAmount : <Money value={left} currency={row.currency} symbol />}
          </span>
        </div>
        <DialogButtons>
          <Button type="button" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button kind="primary" type="submit" disabled={!complete || saving}>
            {t.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
