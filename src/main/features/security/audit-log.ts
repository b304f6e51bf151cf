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
  const newest = await backupAnchor(ctx)
  if (newest) anchors.push(newest)
  const report = await workspace.writer.call('logVerify', { anchors }, { signal: ctx.signal })
  return ok({ ok: report.problems.length === 0 && report.alarms.length === 0, ...report })
}

/** Somebody says why the log is not what was known of it, by a row of its own: alarms and backups of before then count no more. */
export async function acceptAlarms(ctx: CallContext): Promise<Result<{ accepted: number }>> {
  const checked = await verifyLog([], ctx)
  if (!checked.ok) return checked
  const { alarms, anchors } = checked.value
  const accepted = alarms.length + anchors.filter(one => one.source === 'backup' && !one.holds).length
  const detail = { alarms: accepted }
  if (accepted > 0) await requireWorkspace(ctx).writer.call('logEvent', { action: ACCEPTED, detail })
  return ok({ accepted })
}

/** The head in the newest backup's manifest. */
async function backupAnchor(ctx: CallContext): Promise<Anchor | undefined> {
  const listed = await ctx.call('backup.list', {})
  if (!listed.ok) return undefined
  const newest = listed.value.backups.find(one => one.auditHead !== null)
  return newest?.auditHead ? { source: 'backup', ...newest.auditHead, at: newest.madeAt } : undefined
}
