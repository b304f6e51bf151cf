import type { OpContext } from '../../compute/ops.ts'
import { commitInto, type CommitInput } from './load/commit.ts'
import { inspect, type InspectInput, type Inspection } from './load/inspect.ts'
import { previewOf, type PreviewInput, type PreviewOutput } from './load/preview.ts'

/** What the importer's worker does. It holds nothing of worth and may be killed at any time. */
export const importOps = {
  importPreview: async (input: PreviewInput, op: OpContext): Promise<PreviewOutput> => {
    try {
      return await previewOf(input, await inspect(input, op), op)
    } finally {
      // A file that is refused before its first row has no link that would tell the reader: it would wait for rows for ever.
      input.port.close()
    }
  },

  /** First half of a commit: settles the mapping. The second half sends the rows. */
  importInspect: async (input: InspectInput, op: OpContext): Promise<InspectionOutput> => {
    const inspection = await inspect(input, op, true)
    latest = { inspection, path: input.path }
    const { mapping, origin, questions, file } = inspection
    return { mapping, origin, questions, sha256: file.sha256 }
  },

  importRows: async (input: CommitInput, op: OpContext): Promise<void> => {
    const held = latest?.path === input.path ? latest.inspection : undefined
    latest = undefined
    await commitInto(input, held ?? (await inspect(input, op, true)), op)
  },
}
export type ImportOps = typeof importOps

export type InspectionOutput = Pick<Inspection, 'mapping' | 'origin' | 'questions'> & { sha256: string }

// A commit asks twice: whether everything is settled, then for the rows.
let latest: { inspection: Inspection; path: string } | undefined
