import { extname } from 'node:path'
import type { JobTask } from '../../../shared/contract/schedule.ts'
import type { CallContext } from '../../app.ts'
import { say } from './messages.ts'
import type { FileRow } from './queries.ts'
import type { FoundFile } from './watch.ts'

type Seen = Pick<FileRow, 'state' | 'message' | 'batch'> & { loaded: number; rejected: number }
/** What a file came to. An archive's members count, each by itself; the archive's own row says what they came to together. */
type Outcome = Seen & { name: string; sha256: string; counted: boolean }

const NONE = { batch: null, loaded: 0, rejected: 0 }

/**
 * Imports a file of a watched folder, or the files in it where it is an archive: one after another, each told as soon as it is done, so
 * that what was imported is not imported again when a later one fails.
 */
export async function* importFile(
  file: FoundFile,
  sha256: string,
  task: JobTask & { kind: 'import' },
  seen: ReadonlyMap<string, FileRow>,
  ctx: CallContext,
): AsyncGenerator<Outcome> {
  const whole = { name: file.name, sha256, counted: true }
  const batches = await ctx.call('import.batches', {})
  if (!batches.ok) {
    yield { ...whole, ...NONE, state: 'failed', message: batches.failure.message }
    return
  }
  const known = batches.value.find(batch => batch.sha256 === sha256 && !batch.undone)
  if (known) {
    yield { ...whole, ...NONE, state: 'known', message: '', batch: known.id }
    return
  }
  const { token } = ctx.app.files.add(file.path, file.name, file.bytes, false)
  const listed = await ctx.call('import.members', { token })
  if (!listed.ok) {
    yield { ...whole, ...NONE, state: 'failed', message: named(file.name, listed.failure.message) }
    return
  }
  if (!listed.value.archive) {
    yield { ...whole, ...(await importOne(file.name, token, ctx)) }
    return
  }
  const members: Seen[] = []
  for (const member of listed.value.files.filter(one => isWanted(one.name, task.endings))) {
    const before = seen.get(member.name)
    const same = before?.bytes === file.bytes && before.modifiedAt === file.modifiedAt
    if (same && (before.state === 'imported' || before.state === 'known')) continue
    // oxlint-disable-next-line no-await-in-loop -- one file after another, each in a transaction of its own
    const { sha256: own, ...result } = await importOne(member.name, member.token, ctx)
    members.push(result)
    yield { name: member.name, sha256: own ?? sha256, counted: true, ...result }
  }
  const states = new Set(members.map(m => m.state))
  const state = ['failed', 'unsettled', 'imported'].find(one => states.has(one)) ?? 'known'
  const message = members.flatMap(m => (m.message === '' ? [] : [m.message])).slice(0, 3).join(' ') // prettier-ignore
  yield { ...whole, ...NONE, counted: false, state, message }
}

/** Endings that are asked for hold in an archive, too; where only archives are, for none of its files. */
function isWanted(name: string, endings: readonly string[]): boolean {
  const wanted = endings.filter(ending => ending !== 'zip')
  return wanted.length === 0 || wanted.includes(extname(name).slice(1).toLowerCase())
}

async function importOne(name: string, token: string, ctx: CallContext): Promise<Seen & { sha256?: string }> {
  const preview = await ctx.call('import.preview', { token })
  if (!preview.ok) return { ...NONE, state: 'failed', message: named(name, preview.failure.message) }
  const { mappingOrigin, questions, sha256, sameAsBatch } = preview.value
  // A member's own bytes may have come before, in another archive or by themselves.
  if (sameAsBatch !== undefined) return { ...NONE, state: 'known', message: '', batch: sameAsBatch, sha256 }
  if (questions.length > 0 || mappingOrigin === 'proposed')
    return { ...NONE, state: 'unsettled', message: say().unsettled(name), sha256 }
  const batch = await ctx.call('import.commit', { token, sha256, check: true })
  if (!batch.ok) return { ...NONE, state: 'failed', message: named(name, batch.failure.message) }
  const { id, counts, disagreements } = batch.value
  const sentences = [
    counts.rejected > 0 ? [say().rejectedOf(name, counts.rejected)] : [],
    disagreements.length > 0 ? [say().disagree(name, disagreements.length)] : [],
  ]
  return {
    state: 'imported',
    message: sentences.flat().join(' '),
    batch: id,
    loaded: counts.loaded,
    rejected: counts.rejected,
    sha256,
  }
}

const named = (name: string, sentence: string): string =>
  sentence.startsWith(name) ? sentence : `${name}: ${sentence}`
