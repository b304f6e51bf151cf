import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PIECE_BYTES, type ReportFile } from '../../../shared/contract/reports.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import type { ReportDefinition, ReportFormat } from '../../../shared/report/definition.ts'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { maskerFor } from '../../masking.ts'
import { recordFigures } from './figures/record.ts'
import { makeDocument } from './make/document.ts'
import { say } from './messages.ts'

/** Asks everything, makes the file in the temp folder, and keeps a line of it with its figures. */
export async function makeFile(
  report: ReportDefinition,
  id: number | undefined,
  format: ReportFormat,
  ctx: CallContext,
): Promise<ReportFile> {
  const [file] = await makeFiles(report, id, [format], ctx)
  return file as ReportFile
}

/** One document in several formats: asked once, so that they all say the same. */
export async function makeFiles(
  report: ReportDefinition,
  id: number | undefined,
  formats: readonly ReportFormat[],
  ctx: CallContext,
): Promise<ReportFile[]> {
  // What its author wrote into it (name, titles, notes) is masked as the answers in it are; what is kept of the run is not.
  const masker = await maskerFor(ctx.app.workspace, ctx.session, 'reports.make')
  const shown = masker ? ((await masker.mask(report)) as ReportDefinition) : report
  const document = await makeDocument(shown, ctx)
  const made: ReportFile[] = []
  try {
    for (const format of formats)
      // oxlint-disable-next-line no-await-in-loop -- one worker renders them
      made.push(await renderFile(document, { report, id, format, title: shown.name }, ctx))
    return made
  } catch (error) {
    // oxlint-disable-next-line no-await-in-loop -- a few files
    for (const { token } of made) await rm(ctx.app.files.path(token)?.path ?? '', { force: true })
    throw error
  } finally {
    await dropRows(document)
  }
}

async function renderFile(
  document: ReportDocument,
  { report, id, format, title }: { report: ReportDefinition; id: number | undefined; format: ReportFormat; title: string }, // prettier-ignore
  ctx: CallContext,
): Promise<ReportFile> {
  const workspace = requireWorkspace(ctx)
  const path = join(ctx.app.paths.temp, `${randomBytes(16).toString('hex')}.${format}`)
  try {
    const options = { signal: ctx.signal, onProgress: (progress: Progress) => ctx.progress(progress) }
    const made = await ctx.app.analysis.call('reportsRender', { document, format, path }, options)
    const name = fileName(title, document, format)
    const { token } = ctx.app.files.add(path, name, made.bytes, true)
    const { from, to, revision, madeAt } = document
    const figures = document.figures.length
    const { notes, rows, ...rest } = made
    const run = workspace.readOnly
      ? null
      : await workspace.writer.call('reportsRan', {
          ...rest,
          report: id ?? null,
          name: report.name,
          template: report.template,
          format,
          from,
          to,
          revision,
          figures,
          definition: JSON.stringify(report),
          madeAt,
        })
    if (run !== null) await recordFigures(ctx, run, document.figures)
    return { ...rest, token, name, format, figures, rows, from, to, notes, run }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Entries were put into files of their own; they are clear text and not needed any longer. */
export async function dropRows({ sections }: ReportDocument): Promise<void> {
  for (const block of sections.flatMap(section => section.blocks))
    // oxlint-disable-next-line no-await-in-loop -- one or none
    if (block.kind === 'data') await rm(block.file, { force: true })
}

/** 'Monthly spending March 2024.pdf', without what a file system cannot hold. */
export function fileName(
  name: string,
  { period }: Pick<ReportDocument, 'period'>,
  format: ReportFormat,
): string {
  const plain = `${name} ${period}`
    // oxlint-disable-next-line no-control-regex -- no file system takes them
    .replaceAll(/[\u0000-\u001f<>:"/\\|?*]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `${
    [...plain]
      .slice(0, 120)
      .join('')
      .replace(/^\.+/, '')
      .replace(/[. ]+$/, '') || 'Report'
  }.${format}`
}

export async function readPiece(
  { app }: CallContext,
  token: string,
  offset: number,
): Promise<{ base64: string; next: number | null }> {
  const found = app.files.path(token)
  if (!found || !/\.(pdf|xlsx|csv|json|html|zip)$/.test(found.path) || !found.path.startsWith(app.paths.temp))
    throw new FailureError('not-found', say().fileGone)
  const file = await open(found.path, 'r')
  try {
    const buffer = Buffer.alloc(Math.min(PIECE_BYTES, Math.max(0, found.bytes - offset)))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, offset)
    const next = offset + bytesRead
    return {
      base64: buffer.subarray(0, bytesRead).toString('base64'),
      next: bytesRead === 0 || next >= found.bytes ? null : next,
    }
  } finally {
    await file.close()
  }
}
