import { exponentOf, toDecimal, type Total } from '../../../../shared/money/minor.ts'
import { baseCurrency } from '../base-currency.ts'
import { WORKSPACE, type Command } from '../command.ts'
import { FILTERS, FILTERS_USAGE, readFilters } from '../filters.ts'
import { json, leftOut, table } from '../print.ts'

const decimalIn =
  (currency: string) =>
  (value: Total | null): string | null =>
    value === null ? null : toDecimal(value, exponentOf(currency))

/** A standard deviation in major units: a statistic, so a number. */
const major = (value: number | null, currency: string): number | null =>
  value === null ? null : Number((value / 10 ** exponentOf(currency)).toPrecision(12))

const percent = (ratio: number | null): string => (ratio === null ? '–' : `${(ratio * 100).toFixed(1)} %`)

export const profile: Command = {
  usage: `--workspace W ${FILTERS_USAGE} [--json]`,
  summary: 'Show how complete each column is, and the figures of the amounts',
  options: { ...WORKSPACE, ...FILTERS },
  async run(context) {
    const { args, output } = context
    await context.open()
    const found = await context.call('explore.profile', {
      filters: readFilters(args, await baseCurrency(context)),
    })
    const { currency, numbers } = found
    const decimal = decimalIn(currency)
    const figures = {
      count: numbers.count,
      total: decimal(numbers.total),
      mean: decimal(numbers.mean),
      median: decimal(numbers.median),
      sd: major(numbers.sd, currency),
      q1: decimal(numbers.q1),
      q3: decimal(numbers.q3),
      min: decimal(numbers.min),
      max: decimal(numbers.max),
    }
    if (args.flag('json')) {
      output.out(`${json({ ...found, numbers: figures })}\n`)
      return 0
    }
    output.out(
      `${table(
        ['column', 'kind', 'present', 'missing', 'complete', 'distinct'],
        found.columns.map(c => [
          c.id,
          c.kind,
          String(c.present),
          String(c.missing),
          percent(c.completeness),
          c.distinct === null ? '–' : String(c.distinct),
        ]),
        2,
      )}\n\n${table(
        Object.keys(figures),
        [Object.values(figures).map(value => (value === null ? '–' : String(value)))],
        0,
      )}\n${found.entries} entries, amounts in ${currency}.\n`,
    )
    return 0
  },
}

export const breakdown: Command = {
  usage: `--workspace W --by DIMENSION [--top N] ${FILTERS_USAGE} [--json]`,
  summary: 'Break amounts down by a dimension: sum, count, mean, deviation, share',
  options: { ...WORKSPACE, ...FILTERS, by: { type: 'string' }, top: { type: 'string' } },
  async run(context) {
    const { args, output } = context
    const by = args.required('by')
    const top = args.count('top')
    await context.open()
    const found = await context.call('explore.breakdown', {
      filters: readFilters(args, await baseCurrency(context)),
      by,
      ...(top === undefined ? {} : { top }),
    })
    const { currency, rest, total } = found
    const decimal = decimalIn(currency)
    output.err(leftOut(found))
    const rows = found.rows.map(row => ({
      ...row,
      sum: decimal(row.sum),
      mean: decimal(row.mean),
      sd: major(row.sd, currency),
    }))
    if (args.flag('json')) {
      const answer = {
        ...found,
        rows,
        rest: { ...rest, sum: decimal(rest.sum) },
        total: { ...total, sum: decimal(total.sum) },
      }
      output.out(`${json(answer)}\n`)
      return 0
    }
    const line = (name: string, sum: string | null, count: number, more: string[]): string[] => [
      name,
      sum ?? '–',
      String(count),
      ...more,
    ]
    output.out(
      `${table(
        [by, 'sum', 'count', 'mean', 'sd', 'share', 'cumulative'],
        [
          ...rows.map(row =>
            line(row.label || '(none)', row.sum, row.count, [
              row.mean ?? '–',
              row.sd === null ? '–' : row.sd.toFixed(exponentOf(currency)),
              percent(row.share),
              percent(row.cumulative),
            ]),
          ),
          ...(rest.members > 0
            ? [line(`${rest.members} others`, decimal(rest.sum), rest.count, ['', '', '', ''])]
            : []),
          line('Total', decimal(total.sum), total.count, ['', '', '', '']),
        ],
        1,
      )}\n`,
    )
    return 0
  },
}
