import { randomUUID } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Backup, BackupCause, BackupCheck } from '../../../shared/contract/backup.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { runOnce } from '../../compute/process.ts'
import { processUrl } from '../../compute/worker-url.ts'
import { appVersion } from '../../version.ts'
import { partName, type IntegrityRequest, type MakeRequest, type VerifyRequest } from './copy.ts'
import type { Restored, RestoreRequest } from './restore-files.ts'
import { say } from './messages.ts'

type BackupWork = MakeRequest | VerifyRequest | IntegrityRequest | RestoreRequest

const HEAP_MB = 512
const SECONDS = 6 * 3600

/** Copies and proves in a process of its own: a cancel ends it, and what it had begun is taken away. */
export async function makeAway(ctx: CallContext, folder: string, cause: BackupCause): Promise<Backup> {
  const { path, file, id, key } = requireWorkspace(ctx)
  const part = partName()
  const request: MakeRequest = {
    work: 'make',
    file,
    workspace: path,
    id,
    key,
    folder,
    part,
    cause,
    program: await appVersion(),
    auditHead: await auditHead(ctx),
  }
  // The copy says nothing while it is made; it is watched as it grows.
  const total = (await stat(file)).size
  const copy = join(folder, part, basename(path))
  const watch = setInterval(() => {
    void stat(copy).then(
      ({ size }) => ctx.progress({ stage: 'copy', done: Math.min(size, total), total, unit: 'bytes' }),
      () => undefined,
    )
  }, 250)
  try {
    return await away<Backup>(ctx, request)
  } catch (error) {
    // Where there is not even the folder, there is nothing to take away.
    await rm(join(folder, part), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(
      () => undefined,
    )
    throw error
  } finally {
    clearInterval(watch)
  }
}

export function verifyAway(
  ctx: CallContext,
  path: string,
  key: Uint8Array | undefined,
): Promise<BackupCheck> {
  return away<BackupCheck>(ctx, { work: 'verify', path, key })
}

export function integrityAway(ctx: CallContext): Promise<{ ok: boolean; found: string }> {
  const { file, key } = requireWorkspace(ctx)
  return away(ctx, { work: 'integrity', file, key })
}

export async function restoreAway(
  ctx: CallContext,
  path: string,
  to: string,
  over: boolean,
): Promise<Restored> {
  return away<Restored>(ctx, { work: 'restore', path, to, over, keychain: randomUUID() })
}

function away<T>(ctx: CallContext, request: BackupWork): Promise<T> {
  return runOnce<T>(ctx.app.startProcess, processUrl('backup'), request, {
    signal: ctx.signal,
    heapMb: HEAP_MB,
    seconds: SECONDS,
    late: { code: 'unavailable', message: say().late },
    died: {
      code: 'worker-crashed',
      message: say().died,
    },
    onProgress: progress => ctx.progress(progress),
  })
}

/** The audit log's head goes into the manifest, so that a log cut short later is found. */
async function auditHead(ctx: CallContext): Promise<unknown> {
  const head = await ctx.call('security.auditHead', {})
  return head.ok ? head.value : null
}
