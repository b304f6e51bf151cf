import { exponentOf, parseDecimal } from '../../../shared/money/minor.ts'
import { Money } from '../../ui/index.ts'

/** A decimal string of the importer, shown as money; what is no such number is shown as it is. */
export function Amount({ value, currency }: { value: string | undefined; currency: string }) {
  if (value === undefined) return null
  const minor = parseDecimal(value, exponentOf(currency))
  return minor === undefined ? <>{value}</> : <Money value={minor} currency={currency} />
}
