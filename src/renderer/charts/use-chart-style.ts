import { useMemo } from 'react'
import { useTheme } from '../ui/preferences.ts'
import { formatFixed } from '../ui/format.ts'
import { tokens } from '../ui/theme/tokens.ts'
import { useFormat, type Format } from '../ui/use-format.ts'
import { useMessages } from '../ui/messages.ts'
import { messages } from './messages.ts'
import { chartColours } from './colours.ts'
import type { ChartStyle, ChartWords } from './model.ts'

/** ECharts takes a family's name as CSS would; the names in tokens are quoted as CSS needs them. */
const FONT = tokens.type.family.ui

/** Colours of the theme that is on, and words by the person's locale. `currency`: of the figures; undefined where they are counts. */
export function useChartStyle(currency: string | undefined): ChartStyle {
  const theme = useTheme()
  const format = useFormat()
  const texts = useMessages(messages)
  return useMemo(
    () => ({
      colours: chartColours(theme),
      words: chartWords(format, currency, texts.noData),
      fontFamily: FONT,
    }),
    [theme, format, currency, texts],
  )
}

export function chartWords(format: Format, currency: string | undefined, noData: string): ChartWords {
  return {
    full: value =>
      currency === undefined ? format.count(value) : format.money(value, { currency, symbol: true }),
    tick: (value, decimals) => formatFixed(value, format.locale, decimals),
    stepShort: key =>
      /^\d{4}-\d{2}$/.test(key)
        ? format.date(`${key}-01`, 'month-name')
        : /^\d{4}-\d{2}-\d{2}$/.test(key)
          ? format.date(key, 'day')
          : format.step(key),
    stepLong: key =>
      /^\d{4}-\d{2}$/.test(key)
        ? format.date(`${key}-01`, 'month')
        : /^\d{4}-\d{2}-\d{2}$/.test(key)
          ? format.date(key, 'full')
          : format.step(key),
    change: percent => {
      const whole = Math.round(percent)
      return whole > 999 ? `>${format.count(999, 'change')}` : format.count(whole, 'change')
    },
    noData,
  }
}
