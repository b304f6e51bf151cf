import type { OpContext } from '../../compute/ops.ts'
import { listMembers, type Member } from './archive/members.ts'
import { commitInto, type Committed, type CommitInput } from './load/commit.ts'
import { inspect } from './load/inspect.ts'
import type { InspectInput, Inspection } from './load/inspection.ts'
import type { Source } from './source.ts'
import { previewOf, type PreviewInput, type PreviewOutput } from './load/preview.ts'

/** What the importer's worker does. It holds nothing of worth and may be killed at any time. */
export const importOps = {
  importPreview: async (input: PreviewInput, op: OpContext): Promise<PreviewOutput> => {
    try {
      return await previewOf(input, await inspect(input, op), op)
    } finally {
      // A file that is refused before its first row has no link that would tell the reader: it would wait for rows for ever.
      input.port.close()
      input.likely?.close()
    }
  },

  /** First half of a commit: settles the mapping. The second half sends the rows. */
  importInspect: async (input: InspectInput, op: OpContext): Promise<InspectionOutput> => {
    const inspection = await inspect(input, op, true)
    latest = { inspection, source: input.source }
    const { mapping, origin, questions, file } = inspection
    return { mapping, origin, questions, sha256: file.sha256 }
  },

  importRows: async (input: CommitInput, op: OpContext): Promise<Committed> => {
    const { path, member } = input.source
    const held =
      latest?.source.path === path && latest.source.member === member ? latest.inspection : undefined
    latest = undefined
    return commitInto(input, held ?? (await inspect(input, op, true)), op)
  },

  /** The files in a zip archive; undefined where the file is none. */
  importMembers: ({ path, name }: { path: string; name: string }): Promise<Member[] | undefined> =>
    listMembers(path, name),
}
export type ImportOps = typeof importOps

export type InspectionOutput = Pick<Inspection, 'mapping' | 'origin' | 'questions'> & {
  sha256: string | undefined
}

// A commit asks twice: whether everything is settled, then for the rows.
let latest: { inspection: Inspection; source: Source } | undefined
