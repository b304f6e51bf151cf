import { existsSync } from 'node:fs'
import type { WorkspaceStatus } from '../../../shared/contract/workspace.ts'
import { ok, type Result } from '../../../shared/result/failure.ts'
import type { CallContext } from '../../app.ts'
import { createAt, discardMade, openAt, statusOf } from './lifecycle.ts'
import { makeSample, SAMPLE_SETTINGS, type SampleKind } from './samples/index.ts'

/** Opens the sample that is there, as it was left, or makes it: whole or not at all. */
export async function openSample(
  ctx: CallContext,
  kind: SampleKind,
  path: string,
  password: string | undefined,
): Promise<Result<{ status: WorkspaceStatus; recoveryKey?: string }>> {
  if (existsSync(path)) {
    const opened = await openAt(ctx, path, { password })
    return opened.ok ? ok({ status: opened.value }) : opened
  }
  const created = await createAt(ctx, path, SAMPLE_SETTINGS[kind], password)
  if (!created.ok) return created
  let made = false
  try {
    const filled = await makeSample(kind, ctx)
    if (!filled.ok) return filled
    made = true
  } finally {
    if (!made) await discardMade(ctx, path)
  }
  return ok({ status: await statusOf(ctx), recoveryKey: created.value.recoveryKey })
}
