/** Currencies of one country each; the euro's is told by how numbers are written. */
const COUNTRIES: Readonly<Record<string, string>> = {
  AUD: 'AU',
  BRL: 'BR',
  CAD: 'CA',
  CHF: 'CH',
  CZK: 'CZ',
  DKK: 'DK',
  GBP: 'GB',
  HUF: 'HU',
  ISK: 'IS',
  JPY: 'JP',
  MXN: 'MX',
  NOK: 'NO',
  NZD: 'NZ',
  PLN: 'PL',
  RON: 'RO',
  SEK: 'SE',
  TRY: 'TR',
  USD: 'US',
  ZAR: 'ZA',
}
const EURO = new Set('AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '))

/** Whose public holidays a workspace's days are held against until a person says otherwise; '' where that cannot be told. */
export function placeOf(currency: string, locale: string): string {
  if (currency !== 'EUR') return COUNTRIES[currency] ?? ''
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1] ?? ''
  return EURO.has(region) ? region : ''
}
