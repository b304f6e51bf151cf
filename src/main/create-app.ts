import { rm } from 'node:fs/promises'
import type { App, SecretStore } from './app.ts'
import { WorkerClient } from './compute/client.ts'
import { startNode, type StartProcess } from './compute/process.ts'
import { appPaths } from './files/app-paths.ts'
import { createFileTokens } from './files/file-tokens.ts'
import { monitorOf } from './monitor.ts'

/** One Farthing for a host. The host chooses where secrets may be kept, and how processes are started. */
export function createApp(
  host: App['host'],
  secrets: SecretStore,
  paths: App['paths'] = appPaths(),
  startProcess: StartProcess = startNode,
): App {
  return {
    host,
    paths,
    files: createFileTokens(),
    secrets,
    analysis: new WorkerClient('analysis'),
    remote: new WorkerClient('remote'),
    startProcess,
    language: 'en',
    workspace: undefined,
    activity: { at: Date.now(), running: 0 },
  }
}

/** The end of a run: closes the workspace, then deletes what lay in clear text in the temp folder, whichever of them fails. */
export async function closeApp(app: App): Promise<void> {
  const { workspace } = app
  app.workspace = undefined
  try {
    await app.analysis.close()
    await app.remote.close()
    await workspace?.close()
  } finally {
    await monitorOf(app).log.flush()
    await app.files.clear()
    await rm(app.paths.temp, { recursive: true, force: true })
  }
}
