import type { JobRun } from '../../../shared/contract/schedule.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { requireWorkspace, type App, type CallContext } from '../../app.ts'
import { importFolder, type Done } from './import-job.ts'
import { loadSource } from './source-job.ts'
import type { StoredJob } from './jobs.ts'
import { say } from './messages.ts'

/** Minutes to the second, third and fourth attempt; then it waits for its next time. */
const BACK_OFF = [1, 5, 30]

const turns = new WeakMap<App, Promise<unknown>>()

/** One job after another, whoever asks. */
export function inTurn<T>(app: App, work: () => Promise<T>): Promise<T> {
  const before = turns.get(app) ?? Promise.resolve()
  const mine = before.then(work, work)
  turns.set(
    app,
    mine.catch(() => undefined),
  )
  return mine
}

/** Runs a job and keeps how it went. A failure is kept with the time of the next attempt, and is an outcome, not an error. */
export async function runJob(job: StoredJob, cause: JobRun['cause'], ctx: CallContext): Promise<JobRun> {
  const workspace = requireWorkspace(ctx)
  const attempt = cause === 'retry' ? (job.last?.attempt ?? 0) + 1 : 1
  const id = await workspace.writer.call('scheduleStart', { job: job.id, cause, attempt })
  let done: Done
  try {
    done = await work(job, cause, ctx)
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    done = { outcome: 'failed', counts: {}, message: error.failure.message }
  }
  const wait = BACK_OFF[attempt - 1]
  const retries = done.outcome === 'failed' && wait !== undefined && !ctx.signal.aborted
  const nextTryAt = retries ? new Date(Date.now() + wait * 60_000).toISOString() : null
  return workspace.writer.call('scheduleFinish', { id, ...done, nextTryAt })
}

async function work({ id, task }: StoredJob, cause: JobRun['cause'], ctx: CallContext): Promise<Done> {
  if (task.kind === 'import') return importFolder(id, task, cause === 'hand', ctx)
  if (task.kind === 'source') return loadSource(task.query, ctx)
  if (task.kind === 'report') {
    const { report, format, folder } = task
    const made = await ctx.call('reports.deliver', { id: report, format, folder })
    return made.ok
      ? { outcome: 'done', counts: { figures: made.value.figures, bytes: made.value.bytes }, message: '' }
      : { outcome: 'failed', counts: {}, message: made.failure.message }
  }
  const run = await ctx.call('quality.run', {})
  if (!run.ok) return { outcome: 'failed', counts: {}, message: run.failure.message }
  const { entries, results } = run.value
  const broken = results.filter(result => result.state === 'failed')
  const errors = broken.filter(result => result.rule.severity === 'error')
  return {
    outcome: errors.length > 0 ? 'attention' : 'done',
    counts: { entries, failedRules: broken.length, errors: errors.length },
    message: errors.length > 0 ? say().broken(errors.length) : '',
  }
}
