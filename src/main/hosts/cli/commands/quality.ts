import type { QualityResult, QualityRule, QualityRun } from '../../../../shared/contract/quality.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import { baseCurrency } from '../base-currency.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { FILTERS, FILTERS_USAGE, readFilters } from '../filters.ts'
import { json, table } from '../print.ts'
import { ruleName } from '../rule-name.ts'

const ACTIONS = { run, rules, runs } as const

export const quality: Command = {
  usage: `run|rules|runs --workspace W [--batch N] ${FILTERS_USAGE} [--json]`,
  summary: 'Check what is expected of the entries; exit code 1 where an error is found',
  options: { ...WORKSPACE, ...FILTERS, batch: { type: 'string' } },
  positionals: true,
  async run(context) {
    const [action = '', ...more] = context.args.positionals
    if (!Object.hasOwn(ACTIONS, action))
      throw new UsageError(
        `quality takes one of ${Object.keys(ACTIONS).join(', ')}, not ${action || 'nothing'}.`,
      )
    if (more.length > 0) throw new UsageError(`quality ${action} takes no file.`)
    await context.open()
    return ACTIONS[action as keyof typeof ACTIONS](context)
  },
}

async function run(context: CommandContext): Promise<number> {
  const { args, output, call } = context
  const currency = await baseCurrency(context)
  const found = await call('quality.run', {
    filters: readFilters(args, currency),
    batch: args.count('batch'),
  })
  if (args.flag('json')) output.out(`${json(plainRun(found, currency))}\n`)
  else {
    const rows = found.results.map(({ rule, state, unit, checked, failed }) => [
      SHOWN[state],
      rule.severity,
      ruleName(rule.expects, rule.name, currency),
      String(checked),
      String(failed),
      unit,
    ])
    output.out(`${table(['', 'severity', 'rule', 'checked', 'failed', ''], rows, 3)}\n`)
    output.out(
      `${found.entries} entries, score ${found.score === null ? 'none' : shownScore(found.score)}.\n`,
    )
  }
  return found.results.some(failsAsError) ? 1 : 0
}

const SHOWN: Record<QualityResult['state'], string> = {
  passed: 'good',
  failed: 'FAILED',
  nothing: 'none',
  'not-usual': 'unfit',
}

const failsAsError = ({ state, rule }: QualityResult): boolean =>
  state === 'failed' && rule.severity === 'error'

/** Never up to 100: that is for what has no failure. */
const shownScore = (score: number): string => (Math.floor(score * 100) / 100).toFixed(2)

async function rules(context: CommandContext): Promise<number> {
  const { args, output, call } = context
  const currency = await baseCurrency(context)
  const all = await call('quality.rules', {})
  if (args.flag('json')) output.out(`${json({ rules: all.map(rule => plainRule(rule, currency)) })}\n`)
  else {
    const rows = all.map(rule => [
      String(rule.id),
      rule.active ? 'on' : 'off',
      rule.severity,
      ruleName(rule.expects, rule.name, currency),
    ])
    output.out(`${table(['id', '', 'severity', 'rule'], rows)}\n`)
  }
  return 0
}

async function runs(context: CommandContext): Promise<number> {
  const { args, output, call } = context
  const currency = await baseCurrency(context)
  const all = await call('quality.runs', { batch: args.count('batch') })
  if (args.flag('json')) output.out(`${json({ runs: all.map(one => plainRun(one, currency)) })}\n`)
  else {
    const rows = all.map(({ id, at, batch, entries, score, results }) => [
      String(id),
      at,
      batch === null ? 'selection' : `batch ${batch}`,
      String(entries),
      score === null ? '' : shownScore(score),
      String(results.filter(result => result.state === 'failed').length),
    ])
    output.out(`${table(['run', 'at', 'of', 'entries', 'score', 'failed'], rows, 3)}\n`)
  }
  return 0
}

/** Amounts as decimal strings, so that no reader's floats touch them. */
function plainRun({ results, ...rest }: QualityRun, currency: string) {
  return {
    ...rest,
    failedAsError: results.some(failsAsError),
    results: results.map(({ rule, filters: _filters, ...result }) => ({
      rule: plainRule(rule, currency),
      ...result,
    })),
  }
}

function plainRule({ expects, ...rule }: QualityRule, currency: string) {
  if (expects.kind !== 'between') return { ...rule, expects }
  const money = (minor: number | undefined) =>
    minor === undefined ? {} : { amount: toDecimal(minor, exponentOf(currency)) }
  const { min, max, ...rest } = expects
  return {
    ...rule,
    expects: { ...rest, currency, ...bound('min', money(min)), ...bound('max', money(max)) },
  }
}

const bound = (name: string, { amount }: { amount?: string }): Record<string, string> =>
  amount === undefined ? {} : { [name]: amount }
