import {
  DETECTORS,
  type Anomaly,
  type Detector,
  type DetectorSettings,
} from '../../../../shared/contract/anomalies.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import { UsageError, WORKSPACE, type Arguments, type Command, type CommandContext } from '../command.ts'
import { baseCurrency } from '../base-currency.ts'
import { FILTERS, FILTERS_USAGE, readFilters } from '../filters.ts'
import { json, leftOut, table, visible } from '../print.ts'
import { tableFile } from '../table-file.ts'

const SETTINGS_USAGE = `[--method ${DETECTORS.join('|')}] [--seed N] [--contamination C] [--threshold Z] [--trees N] [--subsample N] [--epochs N] [--limit N]`

export const anomalies: Command = {
  usage: `(--table T.csv --columns a,b,c [--by COLUMN] | --workspace W ${FILTERS_USAGE}) ${SETTINGS_USAGE} [--json]`,
  summary: 'Find unusual rows of a plain table, or unusual entries of a workspace',
  options: {
    ...WORKSPACE,
    ...FILTERS,
    table: { type: 'string' },
    columns: { type: 'string' },
    by: { type: 'string' },
    method: { type: 'string' },
    seed: { type: 'string' },
    contamination: { type: 'string' },
    threshold: { type: 'string' },
    trees: { type: 'string' },
    subsample: { type: 'string' },
    epochs: { type: 'string' },
    batch: { type: 'string' },
    aggregation: { type: 'string' },
    limit: { type: 'string' },
  },
  async run(context) {
    const { args } = context
    const file = args.text('table')
    if ((file === undefined) === (args.text('workspace') === undefined))
      throw new UsageError('Give either --table T.csv or --workspace W.')
    return file === undefined ? ofWorkspace(context) : ofTable(context, file)
  },
}

async function ofTable(context: CommandContext, file: string): Promise<number> {
  const { args, output } = context
  const columns = args
    .required('columns')
    .split(',')
    .map(column => column.trim())
    .filter(column => column !== '')
  if (columns.length === 0) throw new UsageError('--columns takes the names of columns, a,b,c.')
  const method = readMethod(args) ?? 'isolation-forest'
  const settings = readSettings(args)
  const { token } = await tableFile(context, file)
  const found = await context.call('anomalies.table', {
    token,
    columns,
    by: args.text('by'),
    method,
    settings,
  })
  if (args.flag('json')) output.out(`${json(found)}\n`)
  else output.out(`${forPeople(found)}\n`)
  return 0
}

/** Undefined where none was named. */
function readMethod(args: Arguments): Detector | undefined {
  const word = args.text('method')
  if (word === undefined) return undefined
  const method = DETECTORS.find(one => one === word)
  if (!method) throw new UsageError(`--method takes one of ${DETECTORS.join(', ')}, not ${word}.`)
  return method
}

function readSettings(args: Arguments): DetectorSettings {
  const aggregation = args.text('aggregation')
  if (aggregation !== undefined && aggregation !== 'feature' && aggregation !== 'row')
    throw new UsageError('--aggregation takes feature or row.')
  const settings: DetectorSettings = {
    seed: whole(args, 'seed', 0, Number.MAX_SAFE_INTEGER),
    contamination: decimal(args, 'contamination', 0.5),
    threshold: decimal(args, 'threshold', 1000),
    trees: whole(args, 'trees', 1, 10_000),
    subsample: whole(args, 'subsample', 2, 100_000),
    epochs: whole(args, 'epochs', 1, 1000),
    batch: whole(args, 'batch', 1, 4096),
    aggregation,
  }
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}

function whole(args: Arguments, name: string, least: number, most: number): number | undefined {
  const value = args.count(name)
  if (value !== undefined && (value < least || value > most))
    throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not ${value}.`)
  return value
}

/** A number above 0, at most `most`. */
function decimal(args: Arguments, name: string, most: number): number | undefined {
  const text = args.text(name)
  if (text === undefined) return undefined
  const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value > 0 && value <= most))
    throw new UsageError(`--${name} takes a number above 0 and at most ${most}, not ${text}.`)
  return value
}

async function ofWorkspace(context: CommandContext): Promise<number> {
  const { args, output } = context
  for (const option of ['columns', 'by'])
    if (args.text(option) !== undefined) throw new UsageError(`--${option} goes with --table.`)
  const method = readMethod(args)
  const settings = readSettings(args)
  const limit = whole(args, 'limit', 1, 1000)
  await context.open()
  const currency = await baseCurrency(context)
  const filters = readFilters(args, currency)
  const found = await context.call('anomalies.find', {
    filters,
    method,
    settings,
    limit,
    record: true,
  })
  const { findings, points: _drawn, ...rest } = found
  output.err(leftOut(found))
  if (args.flag('json')) {
    output.out(`${json({ ...rest, findings: findings.map(decimals(currency)) })}\n`)
    return 0
  }
  if (found.state === 'too-few') {
    output.out(`${found.scored} entries are too few to call one unusual; it takes ${found.least}.\n`)
    return 0
  }
  output.out(`${findings.map(one => `${one.severity.padEnd(9)}${visible(one.statement)}`).join('\n')}\n`)
  const shown = findings.length < found.flagged ? `, the first ${findings.length} above` : ''
  output.out(`${found.flagged} of ${found.scored} entries are flagged by ${found.method}${shown}.\n`)
  return 0
}

/** Amounts as decimal strings, so that no reader's floats touch them. */
const decimals = (currency: string) => (finding: Anomaly) => {
  const money = (minor: number | bigint): string => toDecimal(minor, exponentOf(currency))
  const { counterfactual, amount, impact, drivers, values: _values, ...rest } = finding
  return {
    ...rest,
    amount: money(amount),
    impact: impact === null ? null : money(impact),
    drivers: drivers.map(driver => ({
      ...driver,
      ...(driver.kind === 'money' && driver.value !== undefined && { value: money(driver.value) }),
      ...(driver.usual !== undefined && { usual: money(driver.usual) }),
    })),
    counterfactual: counterfactual && {
      ...counterfactual,
      ...(counterfactual.amount !== undefined && { amount: money(counterfactual.amount) }),
    },
  }
}

function forPeople({ scores, flags }: { scores: number[]; flags: boolean[] }): string {
  const rows = scores
    .map((score, i) => ({ row: i + 1, score, flagged: flags[i] === true }))
    .filter(one => one.flagged)
    .toSorted((a, b) => b.score - a.score || a.row - b.row)
  const body = table(
    ['row', 'score'],
    rows.slice(0, 50).map(one => [String(one.row), one.score.toPrecision(6)]),
    0,
  )
  const more = rows.length > 50 ? ' The 50 most unusual are shown; --json has all.' : ''
  return `${body}\n${rows.length} of ${scores.length} rows are flagged.${more}`
}
