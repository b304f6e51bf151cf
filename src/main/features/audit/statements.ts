import type { Total } from '../../../shared/money/minor.ts'
import { MONEY_VALUES, type Exception } from './checks/population.ts'
import { exceptionSays } from './exception-messages.ts'

/** An exception as a sentence; `money` writes the population's units. */
export function statementOf(
  { code, values, rows, amount }: Exception,
  money: (units: Total) => string,
): string {
  const value = (name: string): string => {
    const found = values[name] ?? ''
    return typeof found === 'number' && MONEY_VALUES.includes(name) ? money(found) : String(found)
  }
  const sentence = exceptionSays()[code]
  if (!sentence) throw new Error(`no statement for ${code}`)
  return sentence({ value, raw: name => values[name], sum: money(amount), rows: rows.length })
}
