import type { Progress } from '../../../shared/contract/progress.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import type { Service } from '../../app.ts'

export const forecastService = {
  table: async ({ token, ...request }, ctx) => {
    const file = ctx.app.files.path(token)
    if (!file) return fail('not-found', 'The file is not at hand any more. Choose it again.')
    const options = { signal: ctx.signal, onProgress: (progress: Progress) => ctx.progress(progress) }
    return ok(
      await ctx.app.analysis.call('forecastFile', { ...request, path: file.path, name: file.name }, options),
    )
  },
} satisfies Service<'forecast'>
