import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Batch, PreviewFile } from '../../../shared/contract/import.ts'
import type { Profile } from '../../../shared/query/dimensions.ts'
import type { Result } from '../../../shared/result/failure.ts'
import type { App, CallContext } from '../../app.ts'
import { WorkerClient } from '../../compute/client.ts'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import type { ReaderOps } from '../../workers/reader-ops.ts'
import type { WriterOps } from '../../workers/writer-ops.ts'
import { importService } from './service.ts'

/** For tests: the importer's service over a real workspace with its real workers. */
export interface ImportBench {
  workspace: TestWorkspace
  context: CallContext
  preview(path: string, options?: Options): Promise<Result<PreviewFile>>
  commit(path: string, options?: Options): Promise<Result<Batch>>
  close(): Promise<void>
}

interface Options {
  profile?: Profile
  answers?: Record<string, string>
  loadDuplicates?: number[]
  signal?: AbortSignal
}

export function createImportBench(settings: Parameters<typeof createTestWorkspace>[0] = {}): ImportBench {
  const workspace = createTestWorkspace(settings)
  const { path, key } = workspace
  const open: OpenWorkspace = {
    path,
    id: 'test',
    keyHolder: 'password',
    readOnly: false,
    writer: new WorkerClient<WriterOps>('writer', { path, key, mode: 'write' }),
    reader: new WorkerClient<ReaderOps>('reader', { path, key, mode: 'write' }),
    revision: 0,
    key,
    close: async () => {},
  }
  const app = {
    workspace: open,
    files: {
      path: (token: string) => ({ path: token, name: basename(token), bytes: statSync(token).size }),
    },
  } as unknown as App
  const contextOf = (signal = new AbortController().signal): CallContext => ({
    app,
    session: { role: 'admin' },
    signal,
    progress: () => {},
    call: () => Promise.reject(new Error('the importer calls no other feature')),
  })
  return {
    workspace,
    context: contextOf(),
    preview: (file, { signal, profile, answers } = {}) =>
      importService.preview({ token: file, profile, answers }, contextOf(signal)),
    commit: (file, { signal, ...o } = {}) => importService.commit({ token: file, ...o }, contextOf(signal)),
    async close() {
      await open.writer.close()
      await open.reader.close()
      workspace.close()
    },
  }
}
