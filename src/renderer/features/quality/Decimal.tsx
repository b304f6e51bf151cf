import { exponentOf, parseDecimal } from '../../../shared/money/minor.ts'
import { Money } from '../../ui/index.ts'

/** A decimal string with its currency; what is beyond an amount is shown with all its digits. */
export function Decimal({ value, currency }: { value: string; currency: string }) {
  if (value === '') return null
  const minor = parseDecimal(value, exponentOf(currency))
  return minor === undefined ? (
    <>
      {value} {currency}
    </>
  ) : (
    <Money value={minor} currency={currency} symbol />
  )
}
