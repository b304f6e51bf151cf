import type { JobTask } from '../../../shared/contract/schedule.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { importFile } from './import-file.ts'
import { filesOf, sha256Of } from './watch.ts'
import type { Finished } from './writes.ts'
import { say } from './messages.ts'

export type Done = Pick<Finished, 'outcome' | 'counts' | 'message'>

/**
 * Imports a folder's new files. A file is new unless it was looked at with the same size and time, or its bytes were imported before.
 * One whose columns nobody has confirmed yet is left and listed; nothing in the folder is changed.
 */
export async function importFolder(
  job: number,
  task: JobTask & { kind: 'import' },
  again: boolean,
  ctx: CallContext,
): Promise<Done> {
  const workspace = requireWorkspace(ctx)
  const found = await filesOf(task.folder, task.endings, Date.now())
  if (!found.ok) return { outcome: 'failed', counts: {}, message: found.failure.message }
  const { files, waiting } = found.value
  const seen = new Map((await workspace.reader.call('scheduleWatched', { job })).map(one => [one.name, one]))
  const counts = {
    files: files.length,
    waiting,
    imported: 0,
    known: 0,
    unsettled: 0,
    failed: 0,
    loaded: 0,
    rejected: 0,
  }
  const sentences: string[] = []
  for (const [i, file] of files.entries()) {
    if (ctx.signal.aborted) throw new FailureError('cancelled', say().cancelled)
    ctx.progress({ stage: 'watching', done: i, total: files.length, unit: 'steps', subject: file.name })
    const before = seen.get(file.name)
    const same = before?.bytes === file.bytes && before.modifiedAt === file.modifiedAt
    if (same && (before.state === 'imported' || before.state === 'known')) continue
    // What waits for a person waits until they ask, or the file is another; a failure is tried again.
    if (same && before.state === 'unsettled' && !again) {
      counts.unsettled += 1
      sentences.push(before.message)
      continue
    }
    // oxlint-disable-next-line no-await-in-loop -- one file after another, each in a transaction of its own
    const sha256 = await sha256Of(file.path, ctx.signal)
    // oxlint-disable-next-line no-await-in-loop -- as above
    for await (const { counted, loaded, rejected, ...result } of importFile(file, sha256, task, seen, ctx)) {
      if (counted) counts[result.state as 'imported'] += 1
      counts.loaded += loaded
      counts.rejected += rejected
      if (counted && result.message !== '') sentences.push(result.message)
      const { bytes, modifiedAt } = file
      await workspace.writer.call('scheduleSaw', {
        job,
        file: { bytes, modifiedAt, ...result, at: new Date().toISOString() },
      })
    }
  }
  const message =
    sentences.slice(0, 3).join(' ') + (sentences.length > 3 ? ` ${say().more(sentences.length - 3)}` : '')
  const outcome =
    counts.failed > 0
      ? 'failed'
      : counts.unsettled + counts.rejected > 0
        ? 'attention'
        : counts.imported > 0
          ? 'done'
          : 'nothing'
  return { outcome, counts, message }
}
