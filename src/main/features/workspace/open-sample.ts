import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { WorkspaceStatus } from '../../../shared/contract/workspace.ts'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type App, type CallContext } from '../../app.ts'
import { closeWorkspace, createAt, discardMade, openAt, statusOf } from './lifecycle.ts'
import { makeSample, SAMPLE_SETTINGS, type SampleKind } from './samples/index.ts'
import { say } from './messages.ts'

/** Opens the sample that is there, as it was left, or makes it: whole or not at all. */
export async function openSample(
  ctx: CallContext,
  kind: SampleKind,
  path: string,
  password: string | undefined,
): Promise<Result<{ status: WorkspaceStatus; recoveryKey?: string }>> {
  if (existsSync(path)) {
    const opened = await openAt(ctx, path, { password })
    if (!opened.ok) return opened
    if (await isWhole(ctx)) return ok({ status: opened.value })
    const { name, profile } = SAMPLE_SETTINGS[kind]
    const { settings } = opened.value
    if (settings?.name !== name || settings.profile !== profile) {
      await closeWorkspace(ctx)
      return fail('bad-input', say().ownWorkspace(path))
    }
    const filled = await fill(ctx, kind)
    return filled.ok ? ok({ status: await statusOf(ctx) }) : filled
  }
  const created = await createAt(ctx, path, SAMPLE_SETTINGS[kind], password)
  if (!created.ok) return created
  let made = false
  try {
    const filled = await fill(ctx, kind)
    if (!filled.ok) return filled
    made = true
  } finally {
    if (!made) await discardMade(ctx, path)
  }
  return ok({ status: await statusOf(ctx), recoveryKey: created.value.recoveryKey })
}

/** A kill leaves an empty or a half-filled sample; loading its files again adds what is missing and nothing else. */
async function isWhole(ctx: CallContext): Promise<boolean> {
  const facts = await requireWorkspace(ctx).reader.call('workspaceFacts', {})
  return facts.entries > 0 && !facts.sampleUnfinished
}

async function fill(ctx: CallContext, kind: SampleKind): Promise<Result<void>> {
  const { writer } = requireWorkspace(ctx)
  await writer.call('markSample', { state: 'unfinished' })
  const filled = await makeSample(kind, ctx)
  if (filled.ok) await writer.call('markSample', { state: 'whole' })
  return filled
}

const passing = new WeakMap<App, string>()

/** The password of samples that lie in this run's temp folder and go with it: known to nobody, and to nothing but this process. */
export function passingPassword(app: App): string {
  const password = passing.get(app) ?? randomBytes(32).toString('base64url')
  passing.set(app, password)
  return password
}
