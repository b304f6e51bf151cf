import type { AxisUnit } from './scale.ts'

/** What the axis counts in, for the chart's subtitle: "£ million", "€", "thousand" for counts. */
export function unitCaption(unit: AxisUnit, symbol: string, names: Record<AxisUnit['id'], string>): string {
  return [symbol, names[unit.id]].filter(Boolean).join(' ')
}

const symbols = new Map<string, string>()

/** A currency's own sign in a locale ("£"), or its code where it has none. */
export function currencySymbol(currency: string, locale: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return currency
  const key = `${locale}|${currency}`
  let symbol = symbols.get(key)
  if (symbol === undefined) {
    const parts = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).formatToParts(0)
    symbol = parts.find(part => part.type === 'currency')?.value ?? currency
    symbols.set(key, symbol)
  }
  return symbol
}
