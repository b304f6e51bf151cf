import { createHash } from 'node:crypto'
import type { MessagePort } from 'node:worker_threads'
import type { OpContext } from '../../../compute/ops.ts'
import type { Mapping } from '../../../../shared/contract/import.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { ToWriter, UnloadedRow } from './chunk.ts'
import type { InspectInput, Inspection } from './inspection.ts'
import { BytesKeeper, RecordKeeper } from './keep-records.ts'
import { RawKeeper } from './keep.ts'
import { GlimpseCheck } from './glimpse.ts'
import { Lender } from '../lender.ts'
import { duplicateOf, LikelyAsker } from './likely.ts'
import { Link } from './link.ts'
import { fixedDayOf, type Destination } from './destination.ts'
import { Run } from './run.ts'
import { say } from '../messages.ts'

export interface CommitInput extends InspectInput {
  /** The writer's end. */
  port: MessagePort
  bell: SharedArrayBuffer
  loadDuplicates: number[]
  skipRows: number[]
  duplicates: 'certain' | 'skip' | 'load'
  keepRaw: boolean
  /** The reader's end where another file can have brought the same movements. */
  likely?: MessagePort
  /** Of the file that the preview showed. */
  sha256?: string | undefined
}

/** What the writer must know before the first row. */
export interface Opening {
  /** `sha256`: undefined where it comes at the end only. */
  file: { name: string; sha256: string | undefined; bytes: number; kept: boolean }
  format: string
  mapping: Mapping
  dimensions: { id: string; custom: boolean }[]
}

export interface Committed {
  /** Loaded rows that are possibly there already, from another file. */
  possible: number
}

/** Reads the file and sends its rows to the writer, who holds one transaction open for all of it. */
export async function commitInto(
  input: CommitInput,
  inspection: Inspection,
  op: OpContext,
): Promise<Committed> {
  const { file, mapping } = inspection
  const link = new Link(input.port, new Int32Array(input.bell), ack => run.answered(ack))
  const post = (message: ToWriter): void => link.post(message)
  // Handed over and not copied; the writer gives the memory back.
  const hand = (message: Extract<ToWriter, { data: Uint8Array }>): void =>
    link.post(message, [message.data.buffer as ArrayBuffer])
  const isText = file.format === 'csv'
  const lender = new Lender()
  const keeper = !input.keepRaw
    ? undefined
    : isText
      ? new RawKeeper(file.encoding, file.layout.loneCr, piece => hand({ kind: 'raw', ...piece }), lender)
      : new BytesKeeper(piece => hand({ kind: 'raw', ...piece }))
  const records =
    input.keepRaw && !isText ? new RecordKeeper(piece => hand({ kind: 'records', ...piece })) : undefined
  const asker =
    input.likely && mapping.profile === 'personal' ? new LikelyAsker(input.likely, inspection) : undefined
  const hash = createHash('sha256')
  const check = file.glimpsed && new GlimpseCheck(file.source, input.name, file.glimpsed)
  const run = new Run(
    inspection,
    {
      fiscal: input.fiscal,
      fixedDay: fixedDayOf(input.answers),
      loadDuplicates: new Set(input.loadDuplicates),
      skipRows: new Set(input.skipRows),
      duplicates: input.duplicates,
    },
    {
      ...destination(
        link,
        bytes => {
          hash.update(bytes)
          check?.push(bytes)
          keeper?.bytes(bytes)
        },
        keeper instanceof RawKeeper ? keeper : undefined,
      ),
      lender,
      ...(asker ? { likely: rows => asker.ask(rows) } : {}),
      ...(records ? { record: records.add.bind(records) } : {}),
    },
  )
  try {
    const opening: Opening = {
      file: { name: input.name, sha256: file.sha256 ?? input.sha256, bytes: file.bytes, kept: input.keepRaw },
      format: file.format,
      mapping,
      dimensions: run.plan.dimensions.map(d => ({ id: d.id, custom: d.custom })),
    }
    link.post({ kind: 'open', opening })
    const summary = await run.run(op, 'loading', input.size)
    await keeper?.end()
    await records?.end()
    const sha256 = hash.digest('hex')
    // Where the file was examined, then read again, its rows must be those of the hash under which the batch is kept.
    if (file.sha256 !== undefined && sha256 !== file.sha256)
      throw new FailureError('import-refused', say().changed(input.name))
    await check?.end()
    if (input.sha256 !== undefined && sha256 !== input.sha256)
      throw new FailureError('import-refused', say().changedSince(input.name))
    post({ kind: 'end', summary, sha256 })
    return { possible: run.possible }
  } catch (error) {
    post({ kind: 'failed' })
    throw error
  } finally {
    keeper?.close()
    records?.close()
    link.close()
    asker?.close()
  }
}

function destination(
  link: Link,
  bytes: (bytes: Uint8Array) => void,
  keeper: RawKeeper | undefined,
): Destination {
  let unloaded: UnloadedRow[] = []
  const flush = (): void => {
    if (unloaded.length > 0) link.ask({ kind: 'unloaded', rows: unloaded })
    unloaded = []
  }
  return {
    async send(chunk, accounts) {
      flush()
      // The columns lie in one buffer.
      await link.send({ kind: 'rows', chunk, accounts }, [chunk.lines.buffer as ArrayBuffer])
    },
    unloaded({ line, outcome, raw }) {
      if (outcome.kind === 'load') return
      const column = outcome.kind === 'rejected' ? (outcome.column ?? '') : ''
      unloaded.push({ line, outcome: outcome.kind, code: outcome.code, reason: outcome.reason, column, raw })
      if (unloaded.length >= 2000) flush()
    },
    duplicates(rows) {
      for (const { line, raw, match } of rows) {
        const code = match ? 'likely-duplicate' : 'duplicate'
        unloaded.push({ line, outcome: 'duplicate', code, reason: duplicateOf(match), column: '', raw })
      }
      if (unloaded.length >= 2000) flush()
    },
    bytes,
    cut: (nextLine, whole) => keeper?.cut(nextLine, whole),
    keepUp: () => link.keepUp(),
    async drain() {
      await link.drain()
      flush()
    },
  }
}
