import type { StatementRecord } from '../statement.ts'
import { detailsOf, isIban, isValidIban } from './details.ts'
import type { Field } from './fields.ts'
import { nonSwiftDetails, put, type Details } from './structured.ts'
import type { Entry } from './values.ts'

/** A movement whose details may still come. */
export interface Open {
  field: Field
  entry: Entry
  details: string[]
  nonSwift: string[]
}

export function recordOf(
  { entry, field, details, nonSwift }: Open,
  account: string,
  currency: string,
): StatementRecord {
  const read: Details =
    details.length === 0 && nonSwift.length > 0
      ? nonSwiftDetails(nonSwift)
      : detailsOf(details, entry.supplementary, entry.reference)
  const { extra } = read
  const [first = '', ...others] = entry.supplementary
  const iban = [entry.reference, first].find(isIban)
  if (iban !== undefined) extra['counterAccount'] ??= iban
  // With a name behind it the reference is an account: Rabobank's format of before 2013.
  const numbered = entry.name !== '' && /^P?\d{7,10}$/.test(entry.reference)
  if (numbered) extra['counterAccount'] ??= entry.reference
  put(extra, 'supplementary', [first, ...others].join(' '))
  put(extra, 'fundsCode', entry.funds)
  if (entry.mark.startsWith('R')) extra['reversal'] = entry.mark
  return {
    kind: 'record',
    line: field.line,
    raw: field.raw,
    date: entry.date.date,
    valueDate: entry.valueDate.date,
    amount: entry.amount,
    currency,
    account,
    payee: read.payee || entry.name,
    description: read.description || entry.supplementary.filter(text => !isIban(text)).join(' '),
    bankReference: entry.bankReference,
    reference: read.reference || (numbered || isIban(entry.reference) ? '' : entry.reference),
    category: '',
    type: entry.type,
    document: '',
    extra,
  }
}

/** '1291.99.348EUR', 'NL02 … EUR': some banks put the currency behind the account. Not the last letters of an IBAN. */
export function withCurrency(text: string): { account: string; currency: string } | undefined {
  const found = isValidIban(text) ? null : /^(.*\d)[\s/]*([A-Z]{3})$/.exec(text)
  return found ? { account: found[1] ?? '', currency: found[2] ?? '' } : undefined
}

export function accountOf(text: string): string {
  const compact = text.replaceAll(/\s/g, '').toUpperCase()
  return isIban(compact) ? compact : text.trim()
}
