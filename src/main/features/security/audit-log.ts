import type { LogCheck } from '../../../shared/contract/security.ts'
import { ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { keychainAnchor } from '../../audit-log/anchor.ts'
import type { Anchor } from '../../audit-log/verify.ts'
import { ACCEPTED } from '../../audit-log/writes.ts'

/** The log against itself, the workspace, the keychain, and what was written down elsewhere. */
export async function verifyLog(
  heads: readonly { sequence: number; head: string }[],
  ctx: CallContext,
): Promise<Result<LogCheck>> {
  const workspace = requireWorkspace(ctx)
  await ctx.app.settling
  const anchors: Anchor[] = heads.map(head => ({ source: 'given', ...head }))
  const kept = await keychainAnchor(ctx.app, workspace.path)
  if (kept) anchors.push({ source: 'keychain', ...kept })
  const report = await workspace.writer.call('logVerify', { anchors }, { signal: ctx.signal })
  return ok({ ok: report.problems.length === 0 && report.alarms.length === 0, ...report })
}

export async function acceptAlarms(ctx: CallContext): Promise<Result<{ accepted: number }>> {
  const { writer } = requireWorkspace(ctx)
  const { alarms } = await writer.call('logVerify', { anchors: [] })
  if (alarms.length > 0)
    await writer.call('logEvent', { action: ACCEPTED, detail: { alarms: alarms.length } })
  return ok({ accepted: alarms.length })
}
