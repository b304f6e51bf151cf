import { CommandError, UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, table } from '../print.ts'

export const privacy: Command = {
  usage:
    'report | erase NAME --yes | retention [--apply] | years | close YEAR | reopen YEAR | archive YEAR [--to FILE] --workspace W [--json]',
  summary: 'Find and erase people, apply retention rules, close fiscal years',
  options: { ...WORKSPACE, to: { type: 'string' }, yes: { type: 'boolean' }, apply: { type: 'boolean' } },
  positionals: true,
  async run(context) {
    const { args } = context
    const [what = '', subject, ...rest] = args.positionals
    const run = Object.hasOwn(ACTIONS, what) ? ACTIONS[what] : undefined
    if (!run || rest.length > 0)
      throw new UsageError('privacy takes report, erase, retention, years, close, reopen or archive.')
    if (what === 'erase' && !args.flag('yes'))
      throw new UsageError('Erasing a person cannot be undone. Add --yes.')
    await context.open()
    await run(context, subject)
    return 0
  },
}

type Action = (context: CommandContext, subject: string | undefined) => Promise<void>

const ACTIONS: Readonly<Record<string, Action>> = {
  async report(context) {
    const found = await context.call('privacy.report', {})
    print(context, found, () => [
      table(
        ['where', 'what', 'found', 'for example'],
        found.found.map(one => [one.place, one.kind, String(one.count), one.example]),
        2,
      ),
      table(
        ['person', 'entries', 'last'],
        found.people.map(one => [one.name, String(one.entries), one.lastDay ?? '']),
        1,
      ),
    ])
  },
  async erase(context, subject) {
    if (subject === undefined) throw new UsageError('privacy erase takes the name of a payee.')
    const { people } = await context.call('privacy.report', {})
    const person = people.find(one => one.name === subject)
    if (!person)
      throw new CommandError({
        code: 'not-found',
        message: `There is no person ${subject}. “farthing privacy report” lists them.`,
      })
    const erased = await context.call('privacy.erase', { payee: person.payee })
    print(context, erased, () => [
      `Erased: ${erased.entries} entries, ${erased.places} other places, ${erased.filesScrubbed + erased.filesGivenUp} kept files. ${erased.backups} backups and ${erased.archives} archives were made before and still have the name.`,
    ])
  },
  async retention(context) {
    const found = await context.call('privacy.runRetention', { apply: context.args.flag('apply') })
    print(context, found, () => [
      table(
        ['rule', 'months', 'older', ''],
        found.map(one => [one.kind, String(one.months), String(one.found), one.applied ? 'removed' : '']),
        1,
      ),
    ])
  },
  years: context => years(context),
  async close(context, subject) {
    await context.call('privacy.closeYear', { year: readYear(subject) })
    await years(context)
  },
  async reopen(context, subject) {
    await context.call('privacy.reopenYear', { year: readYear(subject) })
    await years(context)
  },
  archive,
}

async function archive(context: CommandContext, subject: string | undefined): Promise<void> {
  const path = context.args.text('to')
  const made = await context.call('privacy.archiveYear', {
    year: readYear(subject),
    ...(path !== undefined && { path }),
  })
  print(context, made, () => [`Archived, write-protected: ${made.path}`])
}

async function years(context: CommandContext): Promise<void> {
  const found = await context.call('privacy.years', {})
  print(context, found, () => [
    table(
      ['year', 'from', 'to', 'entries', 'closed', 'archive'],
      found.map(one => [
        `FY${one.year}`,
        one.from,
        one.to,
        String(one.entries),
        one.closedAt ?? '',
        one.archive?.path ?? '',
      ]),
    ),
  ])
}

function readYear(text: string | undefined): number {
  const match = /^(?:FY)?(\d{4})$/i.exec(text ?? '')
  if (!match) throw new UsageError('Name a fiscal year, like FY2024.')
  return Number(match[1])
}

function print({ args, output }: CommandContext, value: unknown, lines: () => string[]): void {
  output.out(`${args.flag('json') ? json(value) : lines().join('\n\n')}\n`)
}
