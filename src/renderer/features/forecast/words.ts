import { useMemo } from 'react'
import type { ForecastNote, LedgerForecast, LedgerSeries } from '../../../shared/contract/forecast.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { messages, NOTES, type KnownNote } from './messages.ts'

/** The page's words for what main says in codes. */
export function useWords() {
  const t = useMessages(messages)
  const notes = useMessages(NOTES)
  const format = useFormat()
  const nameOf = useDimensionName()
  return useMemo(() => {
    const method = (id: string): string => t.methods[id as keyof typeof t.methods] ?? id
    return {
      method,
      series: ({ role, label, key }: LedgerSeries, { by }: LedgerForecast): string =>
        role === 'total'
          ? t.total
          : role === 'others'
            ? t.others
            : label || key || `(${by ? nameOf(by) : ''}: –)`,
      note: ({ code, values, statement }: ForecastNote, currency: string): string => {
        const write = notes[code as KnownNote] as ((values: Record<string, string>) => string) | undefined
        if (!write) return statement
        const texts = Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            name === 'method'
              ? method(String(value))
              : name === 'step'
                ? format.step(String(value))
                : name === 'end'
                  ? format.date(String(value))
                  : typeof value === 'number'
                    ? format.count(value)
                    : value,
          ]),
        )
        return write({ ...texts, currency })
      },
    }
  }, [t, notes, format, nameOf])
}
