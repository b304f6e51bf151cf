import { useMemo } from 'react'
import type { WorkpaperException } from '../../../shared/data/workpaper.ts'
import { exponentOf, parseDecimal } from '../../../shared/money/minor.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import type { Values } from './exceptions-en.ts'
import { messages } from './messages.ts'

const MONEY = new Set(['limit', 'usual', 'next', 'difference', 'minimum'])
const DATE = new Set(['date', 'entered', 'last', 'first', 'again'])
/** Numbers of documents: never with separators. */
const PLAIN = new Set(['number', 'from', 'to', 'time', 'z', 'document', 'multipleOf'])
/** Counted and checked figures: decimals, or numbers of rows. */
const TIES = new Set(['counted', 'control'])
const MONDAY = '2024-01-0'

export interface Words {
  /** A decimal of the workpaper as money. */
  money(decimal: string): string
  /** What an exception says. */
  sentence(exception: Pick<WorkpaperException, 'code' | 'values' | 'amount' | 'statement'>): string
}

/** Exceptions in the person's language, with amounts and dates by their locale. */
export function useWords(currency: string): Words {
  const t = useMessages(messages)
  const format = useFormat()
  return useMemo(() => {
    const money = (decimal: string): string => {
      const minor = parseDecimal(decimal, exponentOf(currency))
      return minor === undefined ? decimal : format.money(minor, { currency })
    }
    const value = (name: string, raw: string | number): string => {
      if (MONEY.has(name)) return money(String(raw))
      if (DATE.has(name) && /^\d{4}-\d{2}-\d{2}$/.test(String(raw))) return format.date(String(raw))
      if (TIES.has(name) && /^-?\d+(\.\d+)?$/.test(String(raw)))
        return String(raw).includes('.') ? money(String(raw)) : format.number(Number(raw), 0)
      if (name === 'weekday') return weekdayName(Number(raw), format.locale)
      return typeof raw === 'number' && !PLAIN.has(name)
        ? format.number(raw, Number.isInteger(raw) ? 0 : 1)
        : String(raw)
    }
    return {
      money,
      sentence: ({ code, values, amount, statement }) => {
        const shown: Values = Object.fromEntries(
          Object.entries(values).map(([name, raw]) => [name, value(name, raw)]),
        )
        return t.exceptionWords[code]?.(shown, money(amount)) ?? statement
      },
    }
  }, [t, format, currency])
}

/** Monday is 0. */
export function weekdayName(weekday: number, locale: string): string {
  const day = new Date(`${MONDAY}${weekday + 1}T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(day)
}
