import { useMemo } from 'react'
import type { Total } from '../../shared/money/minor.ts'
import * as f from './format.ts'
import * as d from './format-dates.ts'
import { languageOf, localeOf, useSetting } from './preferences.ts'

/** The formatting functions bound to the person's locale and the workspace's currency and fiscal year. */
export function useFormat() {
  const setting = useSetting()
  const locale = localeOf(setting)
  // An age is words, so it is in the language of the words around it.
  const language = languageOf(setting)
  const { currency: base, fiscal } = setting
  return useMemo(
    () => ({
      locale,
      currency: base,
      fiscal,
      /** Full amount as one text; `Money` sets its parts. */
      money: (
        value: Total | null,
        options: Omit<f.MoneyOptions, 'locale'> & { currency?: string } = {},
      ): string => f.formatMoney(value, options.currency ?? base, { ...options, locale }).text,
      moneyShort: (value: Total | null, sign?: f.SignStyle, currency = base): string =>
        f.formatMoneyShort(value, currency, locale, sign),
      count: (value: number | bigint | null, sign?: f.SignStyle): string =>
        f.formatCount(value, locale, sign),
      number: (value: number | null, digits?: number, sign?: f.SignStyle): string =>
        f.formatNumber(value, locale, digits, sign),
      percent: (ratio: number | null, options?: { sign?: f.SignStyle; digits?: number }): string =>
        f.formatPercent(ratio, locale, options),
      date: (iso: string, style?: d.DateStyle): string => d.formatDate(iso, locale, style),
      span: (from: string, to: string): string => d.formatSpan(from, to, locale),
      period: (iso: string): string => d.formatPeriod(iso, locale, fiscal),
      step: (key: string): string => d.formatStep(key, locale, fiscal),
      fiscalYear: (year: number): string => d.formatFiscalYear(year, fiscal, locale),
      moment: (iso: string): string => d.formatMoment(iso, locale),
      age: (iso: string): string => d.formatAge(iso, language),
    }),
    [locale, language, base, fiscal],
  )
}
export type Format = ReturnType<typeof useFormat>
