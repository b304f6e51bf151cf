import type { AxisUnit } from './scale.ts'

/** What the axis counts in, for the chart's subtitle: "£ million", "€", "thousand" for counts. */
export function unitCaption(unit: AxisUnit, symbol: string, names: Record<AxisUnit['id'], string>): string {
  return [symbol, names[unit.id]].filter(Boolean).join(' ')
}

/** A currency's own sign in a locale ("£"), or its code where it has none. */
export function currencySymbol(currency: string, locale: string): string {
  if (!/^[A-Z]{3}$/.test(currency)) return currency
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find(part => part.type === 'currency')?.value ?? currency
}
