import { readFile, writeFile } from 'node:fs/promises'
import type { Run } from '../../../../shared/contract/rules.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import { userPath } from '../../../files/user-path.ts'
import { CommandError, UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, table } from '../print.ts'

const ACTIONS = {
  list,
  apply,
  export: exportRules,
  import: importRules,
  suggest,
  recurring,
} as const

export const rules: Command = {
  usage: 'list|apply|export|import|suggest|recurring [FILE] --workspace W [--dry-run] [--replace] [--json]',
  summary: 'Rules: list and run them, take them to a file or from one, find new ones; recurring payments',
  options: { ...WORKSPACE, 'dry-run': { type: 'boolean' }, replace: { type: 'boolean' } },
  positionals: true,
  async run(context) {
    const [action = '', ...files] = context.args.positionals
    if (!Object.hasOwn(ACTIONS, action))
      throw new UsageError(
        `rules takes one of ${Object.keys(ACTIONS).join(', ')}, not ${action || 'nothing'}.`,
      )
    const takesFile = action === 'export' || action === 'import'
    if (files.length > (takesFile ? 1 : 0) || (action === 'import' && files.length === 0))
      throw new UsageError(takesFile ? `rules ${action} takes one file.` : `rules ${action} takes no file.`)
    await context.open()
    await ACTIONS[action as keyof typeof ACTIONS](context, files[0])
    return 0
  },
}

async function list({ call, args, output }: CommandContext): Promise<void> {
  const all = await call('rules.list', {})
  if (args.flag('json')) output.out(`${json({ rules: all })}\n`)
  else
    output.out(
      `${table(
        ['', 'rule', 'conditions', 'actions'],
        all.map(rule => [
          rule.active ? 'on' : 'off',
          rule.name,
          String(rule.conditions.length),
          rule.actions
            .map(action => (action.do === 'set' ? `${action.field}: ${action.value}` : action.do))
            .join('; '),
        ]),
      )}\n`,
    )
}

async function apply({ call, args, output }: CommandContext): Promise<void> {
  const run: Run = args.flag('dry-run')
    ? await call('rules.dryRun', { examples: 5 })
    : await call('rules.apply', {})
  const dryRun = args.flag('dry-run')
  if (args.flag('json')) {
    const { examples, ...figures } = run
    output.out(
      `${json({ dryRun, ...figures, ...(dryRun && { examples: examples.map(e => ({ id: e.id, becomes: e.becomes })) }) })}\n`,
    )
    return
  }
  const rows = run.rules.map(rule => [rule.name, String(rule.matched), String(rule.changed)])
  output.out(`${table(['rule', 'matched', 'changed'], rows, 1)}\n`)
  output.out(
    dryRun ? `${some(run.changed)} would change. Nothing was changed.\n` : `${some(run.changed)} changed.\n`,
  )
}

const some = (entries: number): string => (entries === 1 ? '1 entry' : `${entries} entries`)

async function exportRules({ call, output }: CommandContext, file?: string): Promise<void> {
  const text = `${JSON.stringify(await call('rules.export', {}), null, 2)}\n`
  if (file === undefined || file === '-') output.out(text)
  else {
    await writeFile(userPath(file), text).catch((error: Error) => {
      throw new CommandError({ code: 'bad-input', message: `${file} cannot be written: ${error.message}.` })
    })
    output.err(`Wrote ${file}.\n`)
  }
}

async function importRules({ call, args, output }: CommandContext, file = ''): Promise<void> {
  const text = await readFile(userPath(file), 'utf8').catch((error: Error) => {
    throw new CommandError({ code: 'not-found', message: `${file} cannot be read: ${error.message}.` })
  })
  const { added, rules: all } = await call('rules.import', { json: text, replace: args.flag('replace') })
  if (args.flag('json')) output.out(`${json({ added, rules: all.length })}\n`)
  else
    output.out(
      `${added} ${added === 1 ? 'rule' : 'rules'} added; there ${all.length === 1 ? 'is 1' : `are ${all.length}`} now.\n`,
    )
}

async function suggest({ call, args, output }: CommandContext): Promise<void> {
  const found = await call('rules.suggest', {})
  if (args.flag('json')) output.out(`${json({ suggestions: found })}\n`)
  else
    output.out(
      `${table(
        ['rule', 'support', 'exceptions', 'open'],
        found.map(one => [one.rule.name, String(one.support), String(one.exceptions), String(one.open)]),
        1,
      )}\n`,
    )
}

async function recurring({ call, args, output }: CommandContext): Promise<void> {
  const found = await call('rules.recurring', {})
  const decimal = (amount: number, currency: string): string => toDecimal(amount, exponentOf(currency))
  if (args.flag('json')) {
    const plain = found.map(({ amount, least, greatest, changes, ...one }) => ({
      ...one,
      amount: decimal(amount, one.currency),
      least: decimal(least, one.currency),
      greatest: decimal(greatest, one.currency),
      changes: changes.map(({ date, from, to }) => ({
        date,
        from: decimal(from, one.currency),
        to: decimal(to, one.currency),
      })),
    }))
    output.out(`${json({ recurring: plain })}\n`)
  } else
    output.out(
      `${table(
        ['payee', 'every', 'last', 'next', 'status', 'amount'],
        found.map(one => [
          one.payee,
          one.every,
          one.last,
          one.next,
          one.status,
          `${decimal(one.amount, one.currency)} ${one.currency}`,
        ]),
        5,
      )}\n`,
    )
}
