import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Evidence, EvidencePart, VerifiedEvidence } from '../../../../shared/contract/reports-figures.ts'
import type { Progress } from '../../../../shared/contract/progress.ts'
import type { ReportDefinition, ReportFormat } from '../../../../shared/report/definition.ts'
import { FailureError, fail, ok, type Result } from '../../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../../app.ts'
import { withLanguage } from '../../../compute/origin.ts'
import { maskerFor } from '../../../masking.ts'
import { makeFiles } from '../file.ts'
import { say as reportSay } from '../messages.ts'
import { say } from './messages.ts'

interface Asked {
  which: { id: number } | { report: ReportDefinition; id?: number | undefined }
  formats: ReportFormat[]
  parts: EvidencePart[]
  mask: boolean
}

/** Makes the report in each format and packs it with everything that its figures rest on, as an archive in the temp folder. */
export async function makeEvidence(
  { which, formats, parts, mask }: Asked,
  ctx: CallContext,
): Promise<Result<Evidence>> {
  const workspace = requireWorkspace(ctx)
  const report = 'report' in which ? which.report : await saved(which.id, ctx)
  const made: { token: string; name: string; path: string; run: number | null }[] = []
  const path = join(ctx.app.paths.temp, `${randomBytes(16).toString('hex')}.zip`)
  try {
    for (const file of await makeFiles(report, which.id, [...new Set(formats)], ctx))
      made.push({ ...file, path: ctx.app.files.path(file.token)?.path ?? '' })
    const run = made.at(-1)?.run ?? null
    if (run === null) return fail('read-only', say().readOnly)
    const head = await ctx.call('security.auditHead', {})
    // The report was made of masked answers where they are masked for this person; where somebody only asks for it, it was not.
    const always = (await maskerFor(ctx.app.workspace, ctx.session, 'reports.makeEvidence')) !== undefined
    const masked = always || mask
    const people = masked ? await workspace.reader.call('privacyNames', {}) : undefined
    const files = mask && !always ? [] : made
    const asked = {
      path,
      run,
      workspace: workspace.id,
      files: files.map(file => ({ name: file.name, path: file.path })),
      parts,
      people,
      auditHead: head.ok && head.value.head !== '' ? head.value : undefined,
    }
    // Its cover speaks as the report does.
    const packed = await withLanguage(report.parameters.language, () =>
      workspace.reader.call('evidencePack', asked, {
        signal: ctx.signal,
        onProgress: (progress: Progress) => ctx.progress(progress),
      }),
    )
    const name = `${(made[0]?.name ?? 'Report').replace(/\.[a-z]+$/, '')} evidence.zip`
    const { token } = ctx.app.files.add(path, name, packed.bytes, true)
    return ok({ ...packed, token, name, run, masked })
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    for (const file of made) await rm(file.path, { force: true })
  }
}

async function saved(id: number, ctx: CallContext): Promise<ReportDefinition> {
  const found = await requireWorkspace(ctx).reader.call('reportsOne', { id })
  if (!found) throw new FailureError('not-found', say().noSaved(id))
  return found.report
}

export async function verifyEvidence(
  { token }: { token: string },
  ctx: CallContext,
): Promise<Result<VerifiedEvidence>> {
  const file = ctx.app.files.path(token)
  if (!file) return fail('not-found', reportSay().chooseAgain)
  return ok(await ctx.app.analysis.call('evidenceVerify', { path: file.path }, { signal: ctx.signal }))
}
