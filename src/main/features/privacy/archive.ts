import { chmod, rm } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Year } from '../../../shared/contract/privacy.ts'
import { fail, FailureError, ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { openWorkspace } from '../../db/open-workspace.ts'
import { lockPath, witnessPath } from '../../files/workspace-files.ts'
import { keyFilePath } from '../../secrets/key-file.ts'
import { say } from './messages.ts'

/** The owner may read it, nobody may write it: Farthing opens such a file to be viewed. */
const READ_ONLY = 0o400

/**
 * Puts the books of a closed year beside the workspace as they are now: a copy of the whole workspace under the same keys, so that every
 * page, question and report works in it and every balance before the year is there, write-protected. It counts once the copy was opened
 * and holds the year with the entries and the sums that were closed. Answers its path.
 */
export async function archiveYear(
  ctx: CallContext,
  year: number,
  to: string | undefined,
): Promise<Result<{ path: string }>> {
  const workspace = requireWorkspace(ctx)
  if (workspace.readOnly) return fail('read-only', say().readOnly)
  const closed = await closedYear(ctx, year)
  if (!closed.ok) return closed
  const made = await ctx.call('workspace.duplicate', { path: to === undefined ? placeOf(workspace.path, year) : resolve(to) }) // prettier-ignore
  if (!made.ok) return made
  const { path } = made.value
  try {
    const held = await yearIn(ctx, path, year)
    if (JSON.stringify(held) !== JSON.stringify(closed.value))
      throw new FailureError('file-damaged', say().archiveDiffers(year))
    await chmod(path, READ_ONLY)
  } catch (error) {
    for (const file of [
      path,
      `${path}-wal`,
      `${path}-shm`,
      lockPath(path),
      witnessPath(path),
      keyFilePath(path),
    ])
      // oxlint-disable-next-line no-await-in-loop -- a few files, made by this very call
      await rm(file, { force: true })
    throw error
  }
  workspace.revision = await workspace.writer.call('privacyArchived', {
    year,
    archive: { path, at: new Date().toISOString() },
  })
  return ok({ path })
}

async function closedYear(ctx: CallContext, year: number): Promise<Result<Held>> {
  const found = (await requireWorkspace(ctx).reader.call('privacyYears', {})).find(one => one.year === year)
  if (!found?.closedAt) return fail('bad-input', say().closeFirst(year))
  if (!found.unchanged) return fail('bad-input', say().yearDiffers(year))
  return ok(heldOf(found))
}

/** As the copy itself says, opened by its own. */
async function yearIn(ctx: CallContext, path: string, year: number): Promise<Held | undefined> {
  const { id, key, keyHolder } = requireWorkspace(ctx)
  const copy = await openWorkspace(path, { id, key, keyHolder, temp: ctx.app.paths.temp })
  try {
    const found = (await copy.reader.call('privacyYears', {})).find(one => one.year === year)
    return found?.unchanged ? heldOf(found) : undefined
  } finally {
    await copy.close()
    // Whoever opens it next may not be able to write beside it.
    for (const file of [lockPath(path), witnessPath(path)])
      // oxlint-disable-next-line no-await-in-loop -- two
      await rm(file, { force: true })
  }
}

type Held = Pick<Year, 'from' | 'to' | 'entries' | 'sums' | 'closedAt'>
const heldOf = ({ from, to, entries, sums, closedAt }: Year): Held => ({ from, to, entries, sums, closedAt })

const placeOf = (workspace: string, year: number): string =>
  join(dirname(workspace), `${basename(workspace, extname(workspace))} FY${year}${extname(workspace)}`)
