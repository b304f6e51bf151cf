import { dayOf, daysInMonth, parseIsoDate, toIsoDate } from '../../../../shared/calendar/day.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import { CHANGE_MEASURES, type TableExplanation } from '../../../../shared/contract/root-cause.ts'
import { exponentOf, toDecimal, type Total } from '../../../../shared/money/minor.ts'
import { baseCurrency } from '../base-currency.ts'
import { UsageError, WORKSPACE, type Arguments, type Command, type CommandContext } from '../command.ts'
import { FILTERS, readFilters } from '../filters.ts'
import { json, table } from '../print.ts'
import { tableFile } from '../table-file.ts'

export const explain: Command = {
  usage:
    '--table T.csv --measure COLUMN --by COLUMN,… --period COLUMN --from A --to B [--quantity COLUMN] [--json] | --workspace W --from-period 2024-01 --to-period 2024-02 [--by DIMENSION,…] [--measure spending|income|net] [--where DIMENSION=MEMBER]… [--min AMOUNT] [--max AMOUNT] [--text WORDS] [--json]',
  summary: 'Take the change between two periods apart: contributions, causes, price, volume and mix',
  options: {
    ...WORKSPACE,
    ...FILTERS,
    table: { type: 'string' },
    measure: { type: 'string' },
    by: { type: 'string' },
    period: { type: 'string' },
    quantity: { type: 'string' },
    'from-period': { type: 'string' },
    'to-period': { type: 'string' },
    top: { type: 'string' },
  },
  async run(context) {
    const { args } = context
    const file = args.text('table')
    if ((file === undefined) === (args.text('workspace') === undefined))
      throw new UsageError('Give either --table or --workspace.')
    const answer = file === undefined ? await ofWorkspace(context) : await ofTable(context, file)
    context.output.out(args.flag('json') ? `${json(answer)}\n` : `${forPeople(answer)}\n`)
    return 0
  },
}

const words = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')

async function ofTable(context: CommandContext, file: string): Promise<TableExplanation> {
  const { args } = context
  const by = words(args.required('by'))
  if (by.length === 0) throw new UsageError('--by names at least one column.')
  const request = {
    measure: args.required('measure'),
    by,
    period: args.required('period'),
    from: args.required('from'),
    to: args.required('to'),
    quantity: args.text('quantity'),
  }
  const { token } = await tableFile(context, file)
  return context.call('root-cause.explainTable', { token, ...request })
}

/** 2024, 2024-03, 2024-03-15 or A..B, as days, both ends included. */
export function readSpan(text: string): { from: string; to: string } | undefined {
  const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(text)
  if (range) {
    const [, from = '', to = ''] = range
    return parseIsoDate(from) === undefined || parseIsoDate(to) === undefined || to < from
      ? undefined
      : { from, to }
  }
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text)
  if (!match) return undefined
  const [, year, month, day] = match.map(Number) as [number, number, number, number]
  const first = dayOf(year, month || 1, day || 1)
  const last = dayOf(year, month || 12, day || (month ? daysInMonth(year, month) : 31))
  if (first === undefined || last === undefined) return undefined
  return { from: toIsoDate(first), to: toIsoDate(last) }
}

function spanOf(args: Arguments, side: 'from' | 'to'): { from: string; to: string } {
  const text = args.text(`${side}-period`) ?? args.text(side)
  if (text === undefined) throw new UsageError(`--${side}-period is missing.`)
  const span = readSpan(text)
  if (!span)
    throw new UsageError(
      `--${side}-period takes 2024, 2024-03, 2024-03-15 or 2024-01-01..2024-03-31, not ${text}.`,
    )
  return span
}

async function ofWorkspace(context: CommandContext) {
  const { args } = context
  const measure = CHANGE_MEASURES.find(one => one === (args.text('measure') ?? 'spending'))
  if (!measure) throw new UsageError(`--measure takes ${CHANGE_MEASURES.join(', ')}.`)
  const before = spanOf(args, 'from')
  const after = spanOf(args, 'to')
  const by = words(args.text('by'))
  await context.open()
  const unspanned: Arguments = {
    ...args,
    text: name => (name === 'from' || name === 'to' ? undefined : args.text(name)),
  }
  const found = await context.call('root-cause.explain', {
    filters: { ...readFilters(unspanned, await baseCurrency(context)), ...after },
    compared: 'range',
    before,
    measure,
    top: args.count('top') ?? 1000,
    ...(by.length > 0 ? { by } : {}),
  })
  return plain(found)
}

/** The workspace's answer in the shape of the table's: amounts as decimals, keys as they are filtered by. */
function plain(found: Output<'root-cause.explain'>) {
  const decimal = (value: Total): string => toDecimal(value, exponentOf(found.currency))
  const share = (delta: Total): number | null =>
    found.delta === 0 ? null : Number(delta) / Number(found.delta)
  return {
    from: `${found.before.span.from}..${found.before.span.to}`,
    to: `${found.after.span.from}..${found.after.span.to}`,
    measure: found.measure,
    currency: found.currency,
    before: decimal(found.before.total),
    after: decimal(found.after.total),
    delta: decimal(found.delta),
    unconverted: found.unconverted,
    ...(found.missing ? { missing: found.missing } : {}),
    dimensions: found.dimensions.map(({ dimension, members, others }) => ({
      dimension,
      members: members.map(m => ({
        key: m.key,
        label: m.label,
        before: decimal(m.before),
        after: decimal(m.after),
        delta: decimal(m.delta),
        share: share(m.delta),
        kind: m.kind,
      })),
      ...(others ? { others: { members: others.members, delta: decimal(others.delta) } } : {}),
    })),
    causes: found.causes.map(cause => ({
      members: Object.fromEntries(cause.members.map(m => [m.dimension, m.key])),
      before: decimal(cause.before),
      after: decimal(cause.after),
      delta: decimal(cause.delta),
      explained: cause.explained,
      score: cause.score,
      entries: cause.evidence,
    })),
    method: found.method,
    reclassified: found.reclassified.map(one => ({ ...one, amount: decimal(one.amount) })),
    residual: found.residual === 0 ? '0' : decimal(found.residual),
    findings: found.findings.map(({ code, statement, severity, recommendation }) => ({
      code,
      statement,
      severity,
      recommendation,
    })),
    parameters: found.parameters,
  }
}

type Shown = Pick<TableExplanation, 'from' | 'to' | 'before' | 'after' | 'delta' | 'method'> & {
  causes: Pick<TableExplanation['causes'][number], 'members' | 'delta' | 'explained'>[]
  dimensions: {
    dimension: string
    members: { key: string; label?: string; before: string; after: string; delta: string; kind: string }[]
  }[]
  priceVolumeMix?: TableExplanation['priceVolumeMix']
}

const LISTED = 8

function forPeople(answer: Shown): string {
  const lines = [`${answer.from}: ${answer.before}   ${answer.to}: ${answer.after}   change: ${answer.delta}`]
  if (answer.causes.length > 0)
    lines.push(
      '',
      table(
        [`cause (${answer.method})`, 'change', 'explains'],
        answer.causes.map(cause => [
          Object.entries(cause.members)
            .map(([dimension, key]) => `${dimension} = ${key || '(none)'}`)
            .join(', '),
          cause.delta,
          cause.explained === null ? '–' : `${Math.round(cause.explained * 100)} %`,
        ]),
        1,
      ),
    )
  for (const { dimension, members } of answer.dimensions)
    lines.push(
      '',
      table(
        [dimension, 'kind', 'before', 'after', 'change'],
        members
          .slice(0, LISTED)
          .map(m => [m.label ?? (m.key || '(none)'), m.kind, m.before, m.after, m.delta]),
        2,
      ),
      ...(members.length > LISTED ? [`… and ${members.length - LISTED} more (--json lists all).`] : []),
    )
  const effects = answer.priceVolumeMix
  if (effects)
    lines.push(
      '',
      table(
        ['effect', 'change'],
        [
          ['price', effects.price],
          ['volume', effects.volume],
          ['mix', effects.mix],
          ['without quantity', effects.unpriced],
        ],
        1,
      ),
    )
  return lines.join('\n')
}
