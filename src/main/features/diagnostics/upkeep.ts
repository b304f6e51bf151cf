import type { Upkeep } from '../../../shared/contract/diagnostics.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'

const DAY_MS = 86_400_000

/** How long a task's last run lasts; a backup knows itself whether one is due. */
const INTERVALS = { integrity: 7 * DAY_MS, analyse: 7 * DAY_MS } as const

/** Does what is due, one after the other; a task that fails does not keep the others from being done. */
export async function runUpkeep(ctx: CallContext, now: boolean): Promise<Upkeep[]> {
  const done: Upkeep[] = []
  const backup = await ctx.call('backup.make', { cause: 'daily' })
  if (!backup.ok || backup.value)
    done.push({
      task: 'backup',
      at: new Date().toISOString(),
      ok: backup.ok,
      found: backup.ok ? (backup.value?.path ?? '') : backup.failure.message,
    })
  const { entries } = await requireWorkspace(ctx).reader.call('workspaceFacts', {})
  for (const task of ['integrity', 'analyse'] as const) {
    if (ctx.signal.aborted || entries === 0) break
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    if (now || (await isDue(ctx, task))) done.push(await runTask(ctx, task))
  }
  return done
}

async function isDue(ctx: CallContext, task: keyof typeof INTERVALS): Promise<boolean> {
  const last = await requireWorkspace(ctx).reader.call('diagnosticsDone', { task })
  return !last || Date.now() - Date.parse(last.at) > INTERVALS[task]
}

async function runTask(ctx: CallContext, task: keyof typeof INTERVALS): Promise<Upkeep> {
  const { writer } = requireWorkspace(ctx)
  let found = { ok: true, found: '' }
  if (task === 'analyse') await writer.call('diagnosticsAnalyse', {})
  else {
    // In a process of its own: it reads the whole file.
    const check = await ctx.call('backup.integrity', {})
    if (!check.ok && check.failure.code === 'cancelled')
      return { task, at: null, ok: true, found: check.failure.message }
    found = check.ok ? check.value : { ok: false, found: check.failure.message }
  }
  const at = new Date().toISOString()
  await writer.call('diagnosticsDid', { task, done: { at, ...found } })
  return { task, at, ...found }
}
