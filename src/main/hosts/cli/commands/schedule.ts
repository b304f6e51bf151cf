import type { JobRun, JobTask } from '../../../../shared/contract/schedule.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, table, visible } from '../print.ts'

export const schedule: Command = {
  usage: 'list|run|runs --workspace W [--job N] [--json]',
  summary:
    'Watched folders and schedules: list them, run what is due or one job; exit code 1 where one fails',
  options: { ...WORKSPACE, job: { type: 'string' } },
  positionals: true,
  async run(context) {
    const [action = '', ...more] = context.args.positionals
    if (!Object.hasOwn(ACTIONS, action) || more.length > 0)
      throw new UsageError(
        `schedule takes one of ${Object.keys(ACTIONS).join(', ')}, not ${action || 'nothing'}.`,
      )
    await context.open()
    return ACTIONS[action as keyof typeof ACTIONS](context)
  },
}

function taskText(task: JobTask): string {
  if (task.kind === 'import') return `import ${task.folder}`
  if (task.kind === 'report') return `report ${task.report} as ${task.format} in ${task.folder}`
  return task.kind === 'source' ? `database query ${task.query}` : task.kind
}

const ACTIONS = { list, run, runs } as const

async function list({ args, call, output }: CommandContext): Promise<number> {
  const jobs = await call('schedule.list', {})
  if (args.flag('json')) output.out(`${json({ jobs })}\n`)
  else {
    const rows = jobs.map(job => [
      String(job.id),
      job.active ? 'on' : 'off',
      job.name,
      taskText(job.task),
      job.cron,
      job.next ?? '',
      job.last?.outcome ?? '',
    ])
    output.out(`${table(['job', '', 'name', 'task', 'times', 'next', 'last'], rows)}\n`)
  }
  return 0
}

async function run(context: CommandContext): Promise<number> {
  const { args, call } = context
  const id = args.count('job')
  const done = id === undefined ? await call('schedule.tick', {}) : [await call('schedule.run', { id })]
  show(context, done)
  return done.some(one => one.outcome === 'failed') ? 1 : 0
}

async function runs(context: CommandContext): Promise<number> {
  show(context, await context.call('schedule.runs', { job: context.args.count('job') }))
  return 0
}

function show({ args, output }: CommandContext, all: readonly JobRun[]): void {
  if (args.flag('json')) {
    output.out(`${json({ runs: all })}\n`)
    return
  }
  const rows = all.map(one => [
    String(one.id),
    one.name,
    one.startedAt,
    one.cause,
    one.outcome,
    Object.entries(one.counts)
      .filter(([, n]) => n > 0)
      .map(([name, n]) => `${name} ${n}`)
      .join(', '),
  ])
  output.out(`${table(['run', 'job', 'started', 'cause', 'outcome', 'counts'], rows)}\n`)
  for (const one of all) if (one.message !== '') output.out(`${visible(`${one.name}: ${one.message}`)}\n`)
}
