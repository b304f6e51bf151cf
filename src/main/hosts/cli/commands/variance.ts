import type { Output } from '../../../../shared/contract/index.ts'
import {
  VARIANCE_BASES,
  VARIANCE_MEASURES,
  type VarianceFigures,
  type VarianceLine,
} from '../../../../shared/contract/budget.ts'
import { exponentOf, toDecimal, type Total } from '../../../../shared/money/minor.ts'
import { baseCurrency } from '../base-currency.ts'
import { CommandError, UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { FILTERS, readFilters } from '../filters.ts'
import { json, leftOut, table } from '../print.ts'

export const variance: Command = {
  usage:
    '--workspace W [--scenario "Budget"] [--by DIMENSION,…] [--from DATE] [--to DATE] [--basis period|to-date|flexed] [--as-of DATE] [--measure net|spending|income] [--where DIMENSION=MEMBER]… [--top N] [--json]',
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
    entries: { actual: f.rowsActual, budget: f.rowsBudget },
  })
  const line = (l: VarianceLine) => ({
    ...Object.fromEntries(l.members.map(m => [m.dimension, m.key])),
    labels: Object.fromEntries(l.members.map(m => [m.dimension, m.label])),
    side: l.side,
    ...figures(l),
  })
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
    unconverted: found.unconverted,
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
            budget: decimal(fullYear.budget),
            actual: decimal(fullYear.actual),
            remaining: decimal(fullYear.remaining),
            outlook: decimal(fullYear.outlook),
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
  return [
    `${against} against ${scenario}, ${currency}${days}`,
    table([...found.by, 'actual', 'budget', 'variance', 'percent', ''], rows, found.by.length),
  ].join('\n')
}
