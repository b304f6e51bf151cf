const SOURCES = {
  writer: '../workers/writer.worker.ts',
  reader: '../workers/reader.worker.ts',
  import: '../workers/import.worker.ts',
  analysis: '../workers/analysis.worker.ts',
  kdf: '../workers/kdf.worker.ts',
  watchdog: '../workers/watchdog.worker.ts',
  remote: '../workers/remote.worker.ts',
} as const
export type WorkerName = keyof typeof SOURCES

const PROCESSES = { sql: '../workers/sql.process.ts', backup: '../workers/backup.process.ts' } as const

/** The same for a process of its own (compute/process.ts). */
export function processUrl(name: keyof typeof PROCESSES): URL {
  if (import.meta.url.endsWith('.ts')) return new URL(PROCESSES[name], import.meta.url)
  return new URL(`./${name}.process.js`, import.meta.url)
}

/** The file a worker starts from: the source under Node (tests), the bundle's own entry beside this chunk once built. */
export function workerUrl(name: WorkerName): URL {
  if (import.meta.url.endsWith('.ts')) return new URL(SOURCES[name], import.meta.url)
  return new URL(`./${name}.worker.js`, import.meta.url)
}
