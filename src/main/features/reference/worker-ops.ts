import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { RatesReport } from '../../../shared/contract/reference.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { readSmallFile, textOf, type SmallFile } from '../../files/small-file.ts'
import { say } from './messages.ts'
import { readIndicators, type IndicatorsFile } from './formats/indicators/indicators.ts'
import { readChart, type Chart } from './formats/chart/chart.ts'
import { crossed, readRates, type QuotedRate } from './formats/rates/rates.ts'

/** What the analysis worker does for this feature: it alone opens the files. */
export const referenceOps = {
  referenceChart(file: SmallFile): Chart & { name: string } {
    const { name, bytes } = readSmallFile(file, /\.(?:csv|txt|tsv|json|xml|gnucash-xea)$/i)
    return { name, ...readChart(textOf(bytes), name) }
  },

  referenceIndicators(file: SmallFile): IndicatorsFile & { name: string } {
    const { name, bytes } = readSmallFile(file, /\.(?:csv|txt|tsv)$/i)
    return { name, ...readIndicators(textOf(bytes), name) }
  },

  referenceRates({ against, base, ...file }: SmallFile & { against?: string; base: string }): {
    report: RatesReport
    rates: QuotedRate[]
  } {
    const { name, bytes } = readSmallFile(file, /\.(?:csv|txt|tsv)$/i)
    const read = readRates(textOf(bytes), name)
    const quoted = read.base ?? against ?? base
    const { rates, daysWithoutBase } = crossed(read.rates, quoted, base)
    if (rates.length === 0) throw new FailureError('import-refused', say().noWayToBase(name, base))
    const days = rates.map(one => one.day)
    return {
      rates,
      report: {
        file: name,
        layout: read.layout,
        against: quoted,
        base,
        rates: rates.length,
        currencies: [...new Set(rates.map(one => one.currency))].sort(),
        days: new Set(days).size,
        from: toIsoDate(days.reduce<number>((a, b) => Math.min(a, b), Infinity)),
        to: toIsoDate(days.reduce<number>((a, b) => Math.max(a, b), -Infinity)),
        daysWithoutBase,
        problems: read.problems,
      },
    }
  },
}
