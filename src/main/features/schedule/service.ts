import { stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { Job, JobBody, JobRun } from '../../../shared/contract/schedule.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { cronProblem, nextAfter } from './cron.ts'
import type { StoredJob } from './jobs.ts'
import { inTurn, runJob } from './run-job.ts'
import { say } from './messages.ts'

export const scheduleService = {
  list: async (_input, ctx) => ok(shown(await jobs(ctx))),

  save: async ({ id, job }, ctx) => {
    const problem = cronProblem(job.cron) ?? (await folderProblem(job))
    if (problem !== undefined) return fail('bad-input', problem)
    return ok(shown(await requireWorkspace(ctx).writer.call('scheduleSave', { id, job })))
  },

  remove: async ({ id }, ctx) =>
    inTurn(ctx.app, async () => ok(shown(await requireWorkspace(ctx).writer.call('scheduleRemove', { id })))),

  run: ({ id }, ctx) =>
    inTurn(ctx.app, async () => {
      const job = (await jobs(ctx)).find(one => one.id === id)
      if (!job) return fail('not-found', say().noJob(id))
      return ok(await runJob(job, 'hand', ctx))
    }),

  tick: (_input, ctx) =>
    inTurn(ctx.app, async () => {
      const runs: JobRun[] = []
      for (const job of await jobs(ctx)) {
        const cause = dueCause(job, new Date())
        // oxlint-disable-next-line no-await-in-loop -- one after another
        if (cause !== undefined) runs.push(await runJob(job, cause, ctx))
      }
      return ok(runs)
    }),

  runs: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('scheduleRuns', input)),

  files: async (input, ctx) => ok(await requireWorkspace(ctx).reader.call('scheduleFiles', input)),
} satisfies Service<'schedule'>

const jobs = (ctx: CallContext): Promise<StoredJob[]> => requireWorkspace(ctx).reader.call('scheduleJobs', {})

const shown = (all: readonly StoredJob[]): Job[] => all.map(({ doneUntil: _until, ...job }) => job)

/** A time that came more than this ago was missed: the program was not running. */
const LATE_MS = 5 * 60_000

/** Why a job is due; undefined where it is not. However many times were missed, they are made up for once. */
function dueCause(job: StoredJob, now: Date): JobRun['cause'] | undefined {
  if (!job.active) return undefined
  const next = nextAfter(job.cron, new Date(job.doneUntil))
  if (next !== null && next <= now) return now.getTime() - next.getTime() > LATE_MS ? 'catch-up' : 'clock'
  const again = job.last?.nextTryAt
  return again && new Date(again) <= now ? 'retry' : undefined
}

async function folderProblem({ task }: JobBody): Promise<string | undefined> {
  if (!('folder' in task)) return undefined
  if (!isAbsolute(task.folder)) return say().wholePath(task.folder)
  const found = await stat(task.folder).catch(() => undefined)
  return found?.isDirectory() ? undefined : say().noFolder(task.folder)
}
