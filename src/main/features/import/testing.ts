import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import type { Batch, Mapping, PreviewFile } from '../../../shared/contract/import.ts'
import type { Profile } from '../../../shared/query/dimensions.ts'
import { FailureError, type Result } from '../../../shared/result/failure.ts'
import type { App, CallContext } from '../../app.ts'
import { WorkerClient } from '../../compute/client.ts'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import type { ReaderOps } from '../../workers/reader-ops.ts'
import type { WriterOps } from '../../workers/writer-ops.ts'
import type { PreviewOutput } from './load/preview.ts'
import { importService } from './service.ts'
import { importOps } from './worker-ops.ts'

/** For tests: the importer's service over a real workspace with its real workers. */
export interface ImportBench {
  workspace: TestWorkspace
  context: CallContext
  preview(path: string, options?: Options): Promise<Result<PreviewFile>>
  commit(path: string, options?: Options): Promise<Result<Batch>>
  /** The preview in this thread, where the parser's own thread is not the subject: a tenth of the time. Throws what it refuses. */
  look(path: string): Promise<PreviewOutput>
  close(): Promise<void>
}

interface Options {
  profile?: Profile
  answers?: Record<string, string>
  mapping?: Mapping
  /** One of the files in a zip archive. */
  member?: string
  loadDuplicates?: number[]
  skipRows?: number[]
  duplicates?: 'certain' | 'skip' | 'load'
  sha256?: string
  signal?: AbortSignal
}

export function createImportBench(settings: Parameters<typeof createTestWorkspace>[0] = {}): ImportBench {
  const workspace = createTestWorkspace(settings)
  const { path, key } = workspace
  const open: OpenWorkspace = {
    path,
    file: path,
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
      // A token is the file's path, and after a bar the name of a file in that archive.
      path: (token: string) => {
        const [path = '', member] = token.split('|')
        return { path, name: basename(path), bytes: statSync(path).size, member }
      },
      add: (path: string, name: string, bytes: number, _temporary: boolean, member?: string) => ({
        token: member === undefined ? path : `${path}|${member}`,
        name,
        bytes,
      }),
    },
  } as unknown as App
  const contextOf = (signal = new AbortController().signal): CallContext => ({
    app,
    session: { role: 'admin' },
    signal,
    progress: () => {},
    call: name =>
      name === 'backup.make'
        ? (Promise.resolve({ ok: true, value: null }) as never)
        : Promise.reject(new Error(`the importer does not call ${name}`)),
  })
  return {
    workspace,
    context: contextOf(),
    preview: (file, { signal, member, profile, answers, mapping } = {}) =>
      importService.preview({ token: tokenOf(file, member), profile, answers, mapping }, contextOf(signal)),
    commit: (file, { signal, member, ...o } = {}) =>
      importService.commit(
        { token: tokenOf(file, member), duplicates: 'certain', check: false, ...o },
        contextOf(signal),
      ),
    async look(file) {
      const { keepRaw: _, ...settings } = await open.reader.call('importSettings', undefined)
      const { port1, port2 } = new MessageChannel()
      const asked = open.reader.call('importKnown', { port: port2 }, { transfer: [port2] })
      const [bell, size, name] = [new SharedArrayBuffer(8), statSync(file).size, basename(file)]
      const input = { ...settings, source: { path: file }, name, size, answers: {}, port: port1, bell }
      try {
        return await importOps.importPreview(input, { progress: () => {}, cancelled: () => false })
      } finally {
        await asked
      }
    },
    async close() {
      await open.writer.close()
      await open.reader.close()
      workspace.close()
    },
  }
}

const tokenOf = (file: string, member: string | undefined): string =>
  member === undefined ? file : `${file}|${member}`

/** How a call ends: its value, or the sentence for the user. Anything that is thrown untyped is passed on. */
export interface End<T> {
  value?: T
  sentence?: string
  ms: number
  /** The main thread's longest silence. */
  longestPauseMs: number
  /** Bytes. */
  peakRss: number
}

export async function endOf<T>(call: Promise<Result<T>>): Promise<End<T>> {
  const begun = performance.now()
  let last = begun
  let longestPauseMs = 0
  let peakRss = process.memoryUsage.rss()
  const watch = setInterval(() => {
    const now = performance.now()
    longestPauseMs = Math.max(longestPauseMs, now - last)
    last = now
    peakRss = Math.max(peakRss, process.memoryUsage.rss())
  }, 50)
  try {
    const result = await call
    const end = result.ok ? { value: result.value } : { sentence: result.failure.message }
    return { ...end, ms: performance.now() - begun, longestPauseMs, peakRss }
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    return { sentence: error.failure.message, ms: performance.now() - begun, longestPauseMs, peakRss }
  } finally {
    clearInterval(watch)
  }
}
