import type { Prices } from '../../../shared/contract/reference.ts'
import { divideRounded, total, type Total } from '../../../shared/money/minor.ts'
import type { Cell } from '../../../shared/query/query.ts'

/** An index's value is used for the months up to this many after it begins: a yearly index serves its year. */
const MONTHS = 12

/**
 * Monthly sums at the prices of one month, the last that the index covers: sum × index there ÷ index then, exact until it is rounded to
 * the minor unit. A month without a value takes the last one before it within its span (quarterly and yearly series); a month further
 * away has none. Undefined where the index has a value of nought or below, by which nothing can be compared.
 *
 * `points`: ascending dates and decimal texts; `rows`: month key (YYYY-MM) and sum in minor units.
 */
export function atPrices(
  points: readonly { date: string; value: string }[],
  rows: readonly (readonly Cell[])[],
): Pick<Prices, 'month' | 'months' | 'without'> | undefined {
  if (points.some(point => !(Number(point.value) > 0))) return undefined
  const span = spanOf(points)
  const indexOf = (month: string): string | null => {
    const at = points.findLast(point => point.date.slice(0, 7) <= month)
    return at && monthNumber(month) - monthNumber(at.date) < span ? at.value : null
  }
  const months = rows.flatMap(([month, sum]) =>
    typeof month === 'string' && sum !== null && typeof sum !== 'string' && sum !== undefined
      ? [{ month, nominal: sum as Total, index: indexOf(month) }]
      : [],
  )
  const last = months.findLast(one => one.index !== null)
  return {
    month: last?.month ?? '',
    without: months.filter(one => one.index === null).length,
    months: months.map(one => ({
      ...one,
      real: one.index === null || !last?.index ? null : scaled(one.nominal, last.index, one.index),
    })),
  }
}

/** How many months a value stands for: those to the next one, at most a year. */
function spanOf(points: readonly { date: string }[]): number {
  const steps = points
    .slice(1)
    .map((point, i) => monthNumber(point.date) - monthNumber((points[i] as { date: string }).date))
  return Math.max(1, Math.min(MONTHS, ...steps.filter(step => step > 0)))
}

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

function scaled(sum: Total, to: string, from: string): Total {
  const [over, under] = [digits(to), digits(from)]
  return total(
    divideRounded(
      BigInt(sum) * over.whole * 10n ** BigInt(under.places),
      under.whole * 10n ** BigInt(over.places),
    ),
  )
}

function digits(text: string): { whole: bigint; places: number } {
  const [whole = '', places = ''] = text.split('.')
  return { whole: BigInt(whole + places), places: places.length }
}
