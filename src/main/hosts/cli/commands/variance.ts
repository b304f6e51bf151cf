import type { Output } from '../../../../shared/contract/index.ts'
import {
  VARIANCE_BASES,
  VARIANCE_MEASURES,
  type VarianceFigures,
  type VarianceLine,
  type YearLine,
} from '../../../../shared/contract/budget.ts'
import { exponentOf, toDecimal, type Total } from '../../../../shared/money/minor.ts'
import { baseCurrency } from '../base-currency.ts'
import { CommandError, UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { FILTERS, readFilters } from '../filters.ts'
import { json, leftOut, table, visible } from '../print.ts'

export const variance: Command = {
  usage:
    '--workspace W [--scenario "Budget"] [--by DIMENSION,…] [--from DATE] [--to DATE] [--basis period|to-date|flexed] [--as-of DATE] [--measure net|spending|income] [--rollover] [--remaining SCENARIO] [--bridge-by DIMENSION] [--where DIMENSION=MEMBER]… [--top N] [--json]',
  summary: 'Hold a budget against the actual entries: variance, favourable or adverse, by any dimension',
  options: {
    ...WORKSPACE,
    ...FILTERS,
    scenario: { type: 'string' },
    against: { type: 'string' },
    by: { type: 'string' },
    basis: { type: 'string' },
    'as-of': { type: 'string' },
    measure: { type: 'string' },
    top: { type: 'string' },
    rollover: { type: 'boolean' },
    remaining: { type: 'string' },
    'bridge-by': { type: 'string' },
  },
  async run(context) {
    const { args, output } = context
    const measure = oneOf(VARIANCE_MEASURES, args.text('measure') ?? 'net', '--measure')
    const basis = oneOf(VARIANCE_BASES, args.text('basis') ?? 'period', '--basis')
    const by = (args.text('by') ?? '')
      .split(',')
      .map(word => word.trim())
      .filter(word => word !== '')
    await context.open()
    const asOf = args.text('as-of')
    const found = await context.call('budget.variance', {
      filters: readFilters(args, await baseCurrency(context)),
      scenario: args.text('scenario') ?? 'Budget',
      against: args.text('against'),
      by: by.length > 0 ? by : undefined,
      measure,
      basis,
      asOf,
      rollover: args.flag('rollover'),
      remaining: args.text('remaining'),
      bridgeBy: args.text('bridge-by'),
      top: args.count('top') ?? 1_000_000,
      steps: 100,
    })
    if (found.missing === 'scenario') throw await noScenario(context, found.scenario)
    output.err(leftOut(found))
    output.out(args.flag('json') ? `${json(plain(found))}\n` : `${forPeople(found)}\n`)
    return 0
  },
}

function oneOf<T extends string>(all: readonly T[], word: string, option: string): T {
  const found = all.find(one => one === word)
  if (!found) throw new UsageError(`${option} takes ${all.join(', ')}, not ${word}.`)
  return found
}

async function noScenario(context: CommandContext, name: string): Promise<CommandError> {
  const scenarios = await context.call('budget.scenarios', {})
  const names = scenarios.map(one => one.name).join(', ')
  return new CommandError({
    code: 'not-found',
    message: `No entry belongs to the scenario ${name}; there are ${names || 'none'}. “farthing budget import” loads a budget.`,
  })
}

type Found = Output<'budget.variance'>

/** Amounts as decimals, posted as the ledger posts them: what `farthing query` says of the same rows. */
function plain(found: Found) {
  const decimal = (value: Total): string => toDecimal(value, exponentOf(found.currency))
  const figures = (f: VarianceFigures) => ({
    actual: decimal(f.actual),
    budget: decimal(f.budget),
    variance: decimal(f.variance),
    percent: f.percent,
    effect: decimal(f.effect),
    judgement: f.judgement,
    ...(found.carriedFrom ? { carried: decimal(f.carried) } : {}),
    entries: { actual: f.rowsActual, budget: f.rowsBudget },
  })
  const year = (f: Omit<YearLine, 'members' | 'side'>) => ({
    budget: decimal(f.budget),
    actual: decimal(f.actual),
    remaining: decimal(f.remaining),
    outlook: decimal(f.outlook),
    variance: decimal(f.variance),
    percent: f.percent,
    effect: decimal(f.effect),
    judgement: f.judgement,
  })
  const named = (l: Pick<VarianceLine, 'members' | 'side'>) => ({
    ...Object.fromEntries(l.members.map(m => [m.dimension, m.key])),
    labels: Object.fromEntries(l.members.map(m => [m.dimension, m.label])),
    side: l.side,
  })
  const line = (l: VarianceLine) => ({ ...named(l), ...figures(l) })
  const { bridge, toDate, fullYear } = found
  return {
    scenario: found.scenario,
    against: found.against,
    currency: found.currency,
    measure: found.measure,
    basis: found.basis,
    span: found.span ?? null,
    asOf: found.asOf ?? null,
    ...(found.missing ? { missing: found.missing } : {}),
    ...(found.carriedFrom ? { carriedFrom: found.carriedFrom } : {}),
    unconverted: found.unconverted,
    comments: found.comments,
    by: found.by,
    total: figures(found.total),
    income: figures(found.income),
    expense: figures(found.expense),
    lines: found.lines.map(line),
    ...(found.others ? { others: { lines: found.others.lines, ...figures(found.others) } } : {}),
    capital: { ...figures(found.capital), lines: found.capital.lines.map(line), rule: found.capitalRule },
    together: figures(found.together),
    bridge: {
      dimension: bridge.dimension,
      from: decimal(bridge.from),
      steps: bridge.steps.map(step => ({ ...step, delta: decimal(step.delta) })),
      ...(bridge.others
        ? { others: { members: bridge.others.members, delta: decimal(bridge.others.delta) } }
        : {}),
      to: decimal(bridge.to),
    },
    months: found.months.map(m => ({
      month: m.key,
      actual: decimal(m.actual),
      budget: decimal(m.budget),
      variance: decimal(BigInt(m.actual) - BigInt(m.budget)),
    })),
    ...(toDate ? { toDate: { ...toDate.span, ...figures(toDate) } } : {}),
    ...(fullYear
      ? {
          fullYear: {
            ...fullYear.span,
            actualTo: fullYear.actualTo,
            remainingFrom: fullYear.remainingFrom,
            ...year(fullYear),
            lines: fullYear.lines.map(l => ({ ...named(l), ...year(l) })),
          },
        }
      : {}),
  }
}

function forPeople(found: Found): string {
  const decimal = (value: Total): string => toDecimal(value, exponentOf(found.currency))
  const row = (name: string[], f: VarianceFigures): string[] => [
    ...name,
    decimal(f.actual),
    decimal(f.budget),
    decimal(f.variance),
    f.percent === null ? '–' : `${(Math.round(f.percent * 10) / 10 + 0).toFixed(1)} %`,
    f.judgement === 'none' ? '' : f.judgement,
  ]
  const pad = (text: string): string[] => [text, ...found.by.slice(1).map(() => '')]
  const names = (l: VarianceLine): string[] => l.members.map(m => m.label || '(none)')
  const rows = [
    ...found.lines.map(l => row(names(l), l)),
    ...(found.others ? [row(pad(`${found.others.lines} others`), found.others)] : []),
    row(pad('Total'), found.total),
    ...(found.capital.lines.length > 0
      ? [...found.capital.lines.map(l => row(names(l), l)), row(pad('Capital expenditure'), found.capital)]
      : []),
  ]
  const { span, scenario, against, currency } = found
  const days = span ? `, ${span.from} to ${span.to}` : ''
  const { carriedFrom, comments } = found
  const about = (members: Record<string, string>): string =>
    Object.entries(members)
      .map(([dimension, key]) => `${dimension} ${key}`)
      .join(', ') || 'the period'
  return [
    `${against} against ${scenario}, ${currency}${days}`,
    ...(carriedFrom
      ? [
          `The budget includes ${decimal(found.total.carried)} carried over from ${carriedFrom.from} to ${carriedFrom.to}.`,
        ]
      : []),
    table([...found.by, 'actual', 'budget', 'variance', 'percent', ''], rows, found.by.length),
    ...comments.map(one =>
      visible(
        `${one.from} to ${one.to}, ${about(one.members)}: ${one.text} (${one.changedBy || 'unnamed'}, ${one.changedAt.slice(0, 10)})`,
      ),
    ),
  ].join('\n')
}
