import { parseIsoDate } from '../../../../shared/calendar/day.ts'
import { parseDecimal } from '../../../../shared/money/minor.ts'
import { DAY_FIELDS, type DayField, type Population, type Steps, type TextField } from './population.ts'

export const noSteps: Steps = { step: () => undefined }

/** A population in a test: '2024-03-05  Acme  1200.00  INV-7' a line; a dash is nothing. */
export function rows(...lines: string[]): Population {
  const cells = lines.map(line => line.split(/ {2,}/).map(cell => (cell === '-' ? '' : cell)))
  const column = (at: number): string[] => cells.map(one => one[at] ?? '')
  return {
    count: lines.length,
    places: 2,
    amounts: Float64Array.from(column(2), text => {
      const amount = parseDecimal(text)
      if (amount === undefined) throw new Error(`${text} is not an amount`)
      return amount
    }),
    date: Float64Array.from(column(0), text => parseIsoDate(text) ?? Number.NaN),
    payee: column(1),
    reference: column(3),
    number: column(3),
  }
}

export const amountsOnly = (amounts: readonly number[], places = 2): Population => ({
  count: amounts.length,
  places,
  amounts: Float64Array.from(amounts),
})

/** A population of amounts (cents) and whatever else a test needs; days as texts. */
export function populated(
  amounts: readonly number[],
  fields: Partial<Record<TextField, string[]>> & Partial<Record<DayField | 'time', (string | number)[]>> = {},
): Population {
  const day = (value: string | number): number =>
    typeof value === 'number' ? value : (parseIsoDate(value) ?? Number.NaN)
  return {
    ...amountsOnly(amounts),
    ...Object.fromEntries(
      Object.entries(fields).map(([field, values]) => [
        field,
        DAY_FIELDS.some(one => one === field) || field === 'time'
          ? Float64Array.from(values as (string | number)[], day)
          : values,
      ]),
    ),
  }
}
