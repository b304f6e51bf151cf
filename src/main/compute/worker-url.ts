const SOURCES = {
  writer: '../workers/writer.worker.ts',
  reader: '../workers/reader.worker.ts',
  import: '../workers/import.worker.ts',
  analysis: '../workers/analysis.worker.ts',
  kdf: '../workers/kdf.worker.ts',
} as const
export type WorkerName = keyof typeof SOURCES

/** The file a worker starts from: the source under Node (tests), the bundle's own entry beside this chunk once built. */
export function workerUrl(name: WorkerName): URL {
  if (import.meta.url.endsWith('.ts')) return new URL(SOURCES[name], import.meta.url)
  return new URL(`./${name}.worker.js`, import.meta.url)
}
