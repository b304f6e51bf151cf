import { userPath } from '../../../files/user-path.ts'
import { WORKSPACE, type Command } from '../command.ts'
import { json, table } from '../print.ts'

export const diagnostics: Command = {
  usage: '--workspace W [--upkeep] [--json]',
  summary: 'How the workspace and the program are; exit code 1 where something needs attention',
  options: { ...WORKSPACE, upkeep: { type: 'boolean' } },
  async run(context) {
    const { args, output } = context
    await context.open()
    if (args.flag('upkeep')) await context.call('diagnostics.upkeep', { now: true })
    const health = await context.call('diagnostics.health', {})
    const open = health.facts.filter(fact => fact.state === 'attention')
    if (args.flag('json')) output.out(`${json(health)}\n`)
    else {
      const rows = health.facts.map(({ group, id, value, state }) => [
        state === 'attention' ? '!' : '',
        group,
        id,
        value === null ? '' : String(value),
      ])
      output.out(`${table(['', 'of', 'what', 'value'], rows)}\n`)
      for (const loss of health.losses.filter(one => !one.seen))
        output.err(
          `${loss.commits} saved changes up to ${loss.savedAt} were missing when the workspace was opened at ${loss.foundAt}.\n`,
        )
    }
    return open.length > 0 ? 1 : 0
  },
}

export const supportBundle: Command = {
  usage: '--workspace W --to FILE.zip [--preview] [--json]',
  summary:
    'A zip for whoever helps: sizes, versions and the log, nothing of the ledger; --preview prints all of it',
  options: { ...WORKSPACE, to: { type: 'string' }, preview: { type: 'boolean' } },
  async run(context) {
    const { args, output } = context
    if (args.flag('preview')) {
      await context.open()
      const { files } = await context.call('diagnostics.bundlePreview', {})
      if (args.flag('json')) output.out(`${json({ files })}\n`)
      else for (const { name, text } of files) output.out(`── ${name}\n${text}\n`)
      return 0
    }
    const to = userPath(args.required('to'))
    await context.open()
    const { path, bytes } = await context.call('diagnostics.bundle', { to })
    output.out(args.flag('json') ? `${json({ path, bytes })}\n` : `${path ?? ''}\n`)
    return 0
  },
}
