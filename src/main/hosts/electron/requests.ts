import type { App } from '../../app.ts'
import type { CommandQueue } from './commands.ts'
import { tokenFor } from './file-token.ts'
import type { LaunchRequest } from './launch.ts'

/** Turns what a start, a menu or the OS asks for into commands to the page. Files that cannot be read are left out, with a line in the log. */
export async function carryOut(
  app: App,
  requests: readonly LaunchRequest[],
  commands: Pick<CommandQueue, 'send'>,
): Promise<void> {
  for (const request of requests) {
    if (request.kind === 'workspace') commands.send({ kind: 'open-workspace', path: request.path })
    else if (request.kind === 'sample') commands.send({ kind: 'open-sample', sample: request.sample })
    else if (request.kind === 'link') commands.send({ kind: 'navigate', to: request.to })
    else {
      const picked = await Promise.all(request.paths.map(path => tokenFor(app, path)))
      for (const found of picked) if (!found.ok) console.error(found.failure.message)
      const files = picked.flatMap(found => (found.ok ? [found.value] : []))
      if (files.length > 0) commands.send({ kind: 'import', files })
    }
  }
}
