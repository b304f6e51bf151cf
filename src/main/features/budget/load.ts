import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Output, ParsedInput } from '../../../shared/contract/index.ts'
import { FailureError, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { entriesMapping } from './entries-csv.ts'
import { say } from './messages.ts'

/** The file as entries, not yet loaded. */
export async function readFigures({ token, ...input }: ParsedInput<'budget.previewFile'>, ctx: CallContext) {
  const file = ctx.app.files.path(token)
  if (!file) throw new FailureError('not-found', say().fileGone)
  const ledger = await requireWorkspace(ctx).reader.call('budgetKnown', {})
  const found = await ctx.app.analysis.call(
    'budgetReadFile',
    { ...input, ...ledger, path: file.path, name: file.name },
    { signal: ctx.signal, onProgress: progress => ctx.progress(progress) },
  )
  return { ...found, ledger }
}

/** Entries go the importer's way: one transaction, a proof, a batch that can be undone. */
export async function loadEntries(
  { csv, columns, name }: { csv: string; columns: readonly string[]; name: string },
  { currency, profile }: { currency: string; profile: 'personal' | 'ledger' },
  ctx: CallContext,
): Promise<Result<Output<'import.commit'>>> {
  const path = join(ctx.app.paths.temp, randomBytes(16).toString('hex'))
  await writeFile(path, csv, { flag: 'wx', mode: 0o600 })
  const { token } = ctx.app.files.add(path, name, Buffer.byteLength(csv), true)
  return ctx.call('import.commit', { token, mapping: entriesMapping(columns, currency, profile), profile })
}
