import { fail, ok } from '../../../shared/result/failure.ts'
import type { Service } from '../../app.ts'

export const auditService = {
  table: async ({ token, ...asked }, ctx) => {
    const file = ctx.app.files.path(token)
    if (!file) return fail('not-found', 'The file is not at hand any more. Choose it again.')
    const request = { ...asked, path: file.path, name: file.name }
    return ok(
      await ctx.app.analysis.call('auditTable', request, {
        signal: ctx.signal,
        onProgress: progress => ctx.progress(progress),
      }),
    )
  },
} satisfies Service<'audit'>
