import { VERDICTS, type Workpaper, type WorkpaperHead } from '../../../shared/data/workpaper.ts'
import { UsageError, type Arguments, type CommandContext } from './command.ts'
import { json, table, visible } from './print.ts'
import { tableFile } from './table-file.ts'

export const WORKPAPER_ACTIONS = { runs, show, verdict, values, conclude, sign, discard } as const

export async function workpaper(
  action: keyof typeof WORKPAPER_ACTIONS,
  context: CommandContext,
): Promise<number> {
  await context.open()
  return WORKPAPER_ACTIONS[action](context)
}

function runOf(args: Arguments): number {
  const run = args.count('run')
  if (run === undefined) throw new UsageError('--run N says which workpaper.')
  return run
}

/** The answer as JSON, or what a person wants to hear. */
const answer = ({ args, output }: CommandContext, value: unknown, said: string): number => {
  output.out(`${args.flag('json') ? json(value) : visible(said)}\n`)
  return 0
}

async function runs(context: CommandContext): Promise<number> {
  const all = await context.call('audit.runs', {})
  if (context.args.flag('json')) return answer(context, { runs: all }, '')
  const rows = all.map(one => [
    String(one.id),
    one.test,
    one.title,
    one.signedAt ? `signed by ${one.signedBy}` : one.reopened ? 'reopened' : 'open',
    String(one.rows),
    one.sum,
    String(one.found),
    String(one.open),
  ])
  const head = ['run', 'test', 'title', '', 'rows', 'sum', 'found', 'open']
  context.output.out(`${table(head, rows, 4)}\n`)
  return 0
}

async function show(context: CommandContext): Promise<number> {
  const { args, call, output } = context
  const verdictAsked = args.text('verdict')
  const found = await call('audit.show', {
    run: runOf(args),
    ...(verdictAsked !== undefined && { verdict: verdictOf(verdictAsked) }),
    limit: args.count('first'),
    offset: args.count('offset'),
  })
  if (args.flag('json')) return answer(context, found, '')
  output.out(`${forPeople(found)}\n`)
  return 0
}

function forPeople(paper: Workpaper): string {
  const [first, last] = [paper.list[0]?.sequence, paper.list.at(-1)?.sequence]
  const part =
    paper.list.length > 0 && paper.list.length < paper.stored
      ? [`Exceptions ${first} to ${last} of ${paper.stored}; --offset N shows what follows.`]
      : []
  const rows = paper.list.map(one => [String(one.sequence), one.verdict, one.statement, one.note])
  const items = paper.items.map(one => [
    String(one.sequence),
    String(one.entry ?? 'gone'),
    one.book,
    one.audit ?? '',
  ])
  const { evaluation } = paper
  return [
    `Workpaper ${paper.id}, ${paper.test}${paper.title && `: ${visible(paper.title)}`}`,
    `${paper.rows} entries of ${paper.sum} ${paper.currency} at revision ${paper.dataRevision}; ${paper.now.same ? 'the same now' : `now ${paper.now.rows} of ${paper.now.sum}`}.`,
    ...(rows.length > 0 ? [table(['', 'verdict', 'exception', 'note'], rows, 4)] : []),
    ...part,
    ...(items.length > 0 ? [table(['', 'entry', 'book', 'audit'], items, 2)] : []),
    ...(evaluation
      ? [
          `Projected ${evaluation.projected.toFixed(2)}, at most ${evaluation.upper?.toFixed(2) ?? `unknown (${evaluation.missing} items open)`}: ${evaluation.conclusion}.`,
        ]
      : []),
    `Conclusion: ${visible(paper.conclusion) || 'none'}.`,
    paper.signedAt
      ? `Signed by ${visible(paper.signedBy ?? '')} at ${paper.signedAt}.`
      : paper.reopened
        ? 'Changed since it was signed: open again.'
        : 'Not signed.',
  ].join('\n')
}

function verdictOf(word: string) {
  const found = VERDICTS.find(one => one === word)
  if (!found) throw new UsageError(`--verdict takes one of ${VERDICTS.join(', ')}, not ${word}.`)
  return found
}

const PAGE = 10_000

/** Numbers of all exceptions, page by page. */
async function allExceptions(call: CommandContext['call'], run: number): Promise<number[]> {
  const all: number[] = []
  for (;;) {
    const { list } = await call('audit.show', { run, limit: PAGE, offset: all.length })
    all.push(...list.map(one => one.sequence))
    if (list.length < PAGE) return all
  }
}

async function verdict(context: CommandContext): Promise<number> {
  const { args, call } = context
  const run = runOf(args)
  const note = args.text('note')
  const said = args.required('verdict')
  const which = args.required('exceptions')
  const exceptions = which === 'all' ? await allExceptions(call, run) : which.split(',').map(Number)
  if (exceptions.some(one => !Number.isInteger(one)))
    throw new UsageError('--exceptions takes numbers like 1,2,5, or all.')
  let head: WorkpaperHead | undefined
  for (let from = 0; from < exceptions.length; from += PAGE)
    head = await call('audit.verdict', {
      run,
      exceptions: exceptions.slice(from, from + PAGE),
      verdict: verdictOf(said),
      ...(note !== undefined && { note }),
      by: args.text('by') ?? '',
    })
  if (!head) throw new UsageError(`Workpaper ${run} has no exceptions.`)
  return answer(context, head, `${exceptions.length} judged; ${head.open} open.`)
}

async function values(context: CommandContext): Promise<number> {
  const { args, call } = context
  const { token } = await tableFile(context, args.required('values'))
  const done = await call('audit.valuesFile', { run: runOf(args), token, by: args.text('by') ?? '' })
  return answer(context, done, `${done.entered} of ${done.read} lines entered; ${done.head.open} items open.`)
}

async function conclude(context: CommandContext): Promise<number> {
  const { args, call } = context
  const asked = { run: runOf(args), conclusion: args.required('conclusion'), by: args.text('by') ?? '' }
  const head = await call('audit.conclude', {
    ...asked,
    ...(args.text('title') !== undefined && { title: args.text('title') }),
  })
  return answer(context, head, 'Kept.')
}

async function sign(context: CommandContext): Promise<number> {
  const { args, call } = context
  const head = await call('audit.sign', { run: runOf(args), by: args.text('by') ?? '' })
  return answer(context, head, `Signed by ${head.signedBy ?? ''} at ${head.signedAt ?? ''}.`)
}

async function discard(context: CommandContext): Promise<number> {
  const gone = await context.call('audit.discard', { run: runOf(context.args) })
  return answer(context, gone, `Workpaper ${gone.run} is gone.`)
}
