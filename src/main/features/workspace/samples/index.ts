import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../../app.ts'
import { companySample } from './company/index.ts'
import { householdSample } from './household/index.ts'

export type SampleKind = 'household' | 'company'

/** Name, profile and calendar that a sample's workspace is created with. */
export const SAMPLE_SETTINGS = {
  household: { name: 'Sample household', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 4 },
  company: {
    name: 'Calder Vale Housing (sample)',
    profile: 'ledger',
    baseCurrency: 'GBP',
    fiscalStartMonth: 4,
  },
} as const

/** Loads a sample into the open, empty workspace through the ordinary importer, so that each entry has its file and line. */
export async function makeSample(kind: SampleKind, ctx: CallContext): Promise<Result<void>> {
  const sample = kind === 'household' ? householdSample() : { ...companySample(), rates: [] }
  const workspace = requireWorkspace(ctx)
  if (sample.rates.length > 0)
    workspace.revision = await workspace.writer.call('setRates', { rates: sample.rates })
  const folder = await mkdtemp(join(ctx.app.paths.temp, 'sample-'))
  try {
    for (const [index, file] of sample.files.entries()) {
      ctx.signal.throwIfAborted()
      ctx.progress({
        stage: 'sample',
        done: index,
        total: sample.files.length,
        unit: 'steps',
        subject: file.name,
      })
      const path = join(folder, file.name)
      await writeFile(path, file.csv, { mode: 0o600 })
      const { token } = ctx.app.files.add(path, file.name, (await stat(path)).size, false)
      const loaded = await ctx.call('import.commit', { token, profile: SAMPLE_SETTINGS[kind].profile })
      if (!loaded.ok) return loaded
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return ok(undefined)
}
