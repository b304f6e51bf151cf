import { exponentOf, parseDecimal } from '../../../../../shared/money/minor.ts'
import type { Block, Cell, Column, ReportTable } from '../../../../../shared/report/document.ts'
import type { Making } from '../../make/making.ts'
import { fixedColumn, text } from '../part.ts'
import { statisticOf, type Ran } from './run-test.ts'

/** What a test counts beside its exceptions: strata, ages, amounts just below limits, multiples. */
export function summaryBlocks(making: Making, ran: Ran): Block[] {
  const { strata, aging, limits, round } = ran.result
  return [
    ...(strata ? [strataTable(making, ran, strata)] : []),
    ...(aging ? [agingTable(making, ran, aging)] : []),
    ...(limits && limits.length > 0 ? [limitsTable(making, ran, limits)] : []),
    ...(round && round.levels.length > 0 ? [roundTable(making, ran, round)] : []),
  ]
}

type Strata = NonNullable<Ran['result']['strata']>
type Aging = NonNullable<Ran['result']['aging']>
type Limits = NonNullable<Ran['result']['limits']>
type Round = NonNullable<Ran['result']['round']>

const COUNT = 'count' as const

function counter({ figures, texts }: Making, ran: Ran) {
  return (label: string, output: string, value: number): Cell =>
    figures.counted(`${texts.common.entries}, ${label}`, statisticOf(ran, `${output} count`), value)
}

/** Shares, expectations and probabilities of one row. */
function measurer({ figures }: Making, ran: Ran) {
  return (label: string, output: string, value: number, kind: 'percent' | 'number', places: number): Cell =>
    figures.measured(label, statisticOf(ran, output), value, kind, places)
}

function adder({ figures, currency }: Making, ran: Ran) {
  return (label: string, output: string, decimal: string): Cell =>
    figures.statistic(
      label,
      statisticOf(ran, `${output} sum`),
      BigInt(parseDecimal(decimal, exponentOf(currency)) ?? 0),
    )
}

const bandColumns = ({ texts }: Making, first: string): Column[] => [
  fixedColumn('band', first),
  { key: 'count', label: texts.common.entries, kind: COUNT, sum: true },
  { key: 'sum', label: texts.audit.amount, kind: 'money', sum: true },
]

function strataTable(making: Making, ran: Ran, { bands }: Strata): ReportTable {
  const { texts, formats, currency } = making
  const count = counter(making, ran)
  const sum = adder(making, ran)
  const measured = measurer(making, ran)
  const bound = (value: string | null): string =>
    value === null ? '…' : formats.money(parseDecimal(value, exponentOf(currency)) ?? 0, currency)
  return {
    kind: 'table',
    title: texts.audit.strata,
    columns: [
      ...bandColumns(making, texts.audit.band),
      { key: 'share', label: texts.common.share, kind: 'percent' },
    ],
    rows: bands.map(band => {
      const label = texts.audit.between(bound(band.from), bound(band.to))
      const output = `band ${band.from ?? ''} to ${band.to ?? ''}`
      return [
        text(label),
        count(label, output, band.count),
        sum(label, output, band.sum),
        measured(`${texts.common.share}, ${label}`, `${output} share`, band.share * 100, 'percent', 1),
      ]
    }),
  }
}

function agingTable(making: Making, ran: Ran, { bands, asOf }: Aging): ReportTable {
  const { texts, formats } = making
  const count = counter(making, ran)
  const sum = adder(making, ran)
  return {
    kind: 'table',
    title: texts.audit.ages(formats.date(asOf)),
    columns: bandColumns(making, texts.audit.age),
    rows: bands.map(({ from, to, ...band }) => {
      const label = texts.audit.days(
        from === null ? undefined : String(from),
        to === null ? undefined : String(to),
      )
      const output = `days ${from ?? ''} to ${to ?? ''}`
      return [text(label), count(label, output, band.count), sum(label, output, band.sum)]
    }),
  }
}

function limitsTable(making: Making, ran: Ran, limits: Limits): ReportTable {
  const { texts, formats, currency } = making
  const count = counter(making, ran)
  const measured = measurer(making, ran)
  return {
    kind: 'table',
    title: texts.audit.limits,
    columns: [
      fixedColumn('limit', texts.audit.limit),
      { key: 'below', label: texts.audit.below, kind: COUNT },
      { key: 'above', label: texts.audit.above, kind: COUNT },
      { key: 'expected', label: texts.audit.expectedBelow, kind: 'number' },
      { key: 'p', label: texts.audit.p, kind: 'number' },
    ],
    rows: limits.map(one => {
      const label = formats.money(parseDecimal(one.limit, exponentOf(currency)) ?? 0, currency)
      return [
        text(label),
        count(`${texts.audit.below} ${label}`, `below ${one.limit}`, one.below),
        count(`${texts.audit.above} ${label}`, `above ${one.limit}`, one.above),
        measured(
          `${texts.audit.expectedBelow} ${label}`,
          `expected below ${one.limit}`,
          one.expected,
          'number',
          1,
        ),
        measured(`${texts.audit.p}, ${label}`, `p below ${one.limit}`, one.p, 'number', 4),
      ]
    }),
  }
}

function roundTable(making: Making, ran: Ran, { levels }: Round): ReportTable {
  const { texts, formats } = making
  const count = counter(making, ran)
  const measured = measurer(making, ran)
  return {
    kind: 'table',
    title: texts.audit.multiples,
    columns: [
      fixedColumn('of', texts.audit.multipleOf),
      { key: 'count', label: texts.common.entries, kind: COUNT },
      { key: 'observed', label: texts.audit.share, kind: 'percent' },
      { key: 'expected', label: texts.audit.expectedShare, kind: 'percent' },
      { key: 'p', label: texts.audit.p, kind: 'number' },
    ],
    rows: levels.map(one => {
      const label = formats.count(one.multipleOf)
      return [
        text(label),
        count(`${texts.audit.multipleOf} ${label}`, `multiple of ${one.multipleOf}`, one.count),
        measured(
          `${texts.audit.multipleOf} ${label}, ${texts.audit.share}`,
          `multiple of ${one.multipleOf} observed`,
          one.observed * 100,
          'percent',
          2,
        ),
        measured(
          `${texts.audit.multipleOf} ${label}, ${texts.audit.expectedShare}`,
          `multiple of ${one.multipleOf} expected`,
          one.expected * 100,
          'percent',
          2,
        ),
        measured(
          `${texts.audit.multipleOf} ${label}, ${texts.audit.p}`,
          `multiple of ${one.multipleOf} p`,
          one.p,
          'number',
          4,
        ),
      ]
    }),
  }
}
