import { toDecimal, type Total } from '../../../shared/money/minor.ts'
import { languageLocale } from '../../../shared/text/language.ts'
import { MONEY_VALUES, type Exception } from './checks/population.ts'
import { exceptionSays } from './exception-messages.ts'
import { say } from './messages.ts'

/** Counted and checked figures: decimals, or numbers of rows. */
const TIES: readonly string[] = ['counted', 'control']
/** Shares, multiples and scores; days, rows and numbers of documents are whole and stand as they are. */
const DECIMALS = 4

/** A decimal as the language writes it, with its own places; as text, so that no digit passes through a float. */
function written(decimal: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) return decimal
  const digits = decimal.split('.')[1]?.length ?? 0
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return new Intl.NumberFormat(languageLocale(), options).format(decimal as `${number}`)
}

/** An exception as a sentence, its amounts (of so many decimal places) as the language writes them; of rows without amounts, `withAmount` false, nothing is said of nought. */
export function statementOf(
  { code, values, rows, amount }: Exception,
  places: number,
  withAmount = true,
): string {
  const money = (units: Total): string => written(toDecimal(units, places))
  const value = (name: string): string => {
    const found = values[name] ?? ''
    if (typeof found !== 'number') return TIES.includes(name) ? written(found) : found
    if (MONEY_VALUES.includes(name)) return money(found)
    return Number.isInteger(found)
      ? String(found)
      : found.toLocaleString(languageLocale(), { maximumFractionDigits: DECIMALS })
  }
  const sentence = exceptionSays()[code]
  if (!sentence) throw new Error(`no statement for ${code}`)
  const said = sentence({
    value,
    raw: name => values[name],
    sum: withAmount ? money(amount) : say().anEntry,
    rows: rows.length,
  })
  return withAmount ? said : said.replace(/^\p{Ll}/u, letter => letter.toUpperCase())
}
