import { parseDate } from '../analysis/dates/parse.ts'
import { toIsoDate } from '../../../../shared/calendar/day.ts'
import { isCurrencyCode } from '../analysis/money/style.ts'

/** What a file says of itself above its table, without which its rows cannot be read. */
export interface Stated {
  /** First day of the fiscal year that its dates of day and month lie in, ISO. */
  yearFrom: string
  /** Of rows that name none. */
  currency?: string
}

// DATEV's own (EXTF: of another program; DTVF: of DATEV) first line, of which the 13th field is the fiscal year's first day and the
// 22nd the currency.
const FIRST = /^\ufeff?"?(?:EXTF|DTVF)"?;/

/** Of a DATEV file whose table has dates of day and month alone; undefined for any other. `text`: its beginning. */
export function datevHeader(text: string): Stated | undefined {
  if (!FIRST.test(text)) return undefined
  const fields = text
    .slice(0, text.search(/[\r\n]|$/))
    .split(';')
    .map(field => field.replace(/^\s*"|"\s*$/g, '').trim())
  const day = parseDate(fields[12] ?? '', 'compact-ymd')
  const currency = fields[21] ?? ''
  if (day === undefined) return undefined
  return { yearFrom: toIsoDate(day), ...(isCurrencyCode(currency) ? { currency } : {}) }
}
