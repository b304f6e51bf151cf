import type { StatementEvent, StatementFormat } from '../statement.ts'
import { brokenPromise, readAll } from './events.ts'
import { mutant, type MutationPlan } from './mutate.ts'

/** How many mutated files a parser gets; FARTHING_FUZZ names another count. */
export const fuzzCount = (): number => Number(process.env['FARTHING_FUZZ'] ?? 20_000)

/** One file in so many is read in small pieces too, which costs as much as three readings. */
export const PIECEMEAL = 40

export interface FuzzResult {
  files: number
  /** How many had at least one of each, so that a test can see that the mutants reach all of the parser. */
  withRecords: number
  withProblems: number
  refused: number
  slowestMs: number
}

/**
 * Feeds mutated files to a parser. Throws, naming the number that makes the file again, where the parser throws, breaks a promise of
 * statement.ts, gives more events than the file can hold, gives others when the bytes come in other pieces, or takes over five seconds.
 */
export async function fuzz(format: StatementFormat, plan: MutationPlan, count: number): Promise<FuzzResult> {
  const result = { files: count, withRecords: 0, withProblems: 0, refused: 0, slowestMs: 0 }
  for (let number = 0; number < count; number++) {
    const bytes = mutant(plan, number)
    const begun = performance.now()
    const events = await read(format, bytes, number)
    const ms = performance.now() - begun
    if (ms > 5000) throw new Error(`mutant ${number}: ${Math.round(ms)} ms`)
    result.slowestMs = Math.max(result.slowestMs, ms)
    check(events, bytes, number)
    if (number % PIECEMEAL === 0) {
      const other = await read(format, bytes, number, 1 + (number % 7))
      if (JSON.stringify(other) !== JSON.stringify(events))
        throw new Error(`mutant ${number}: depends on the pieces`)
    }
    if (events.some(event => event.kind === 'record')) result.withRecords++
    if (events.some(event => event.kind === 'problem')) result.withProblems++
    if (events.some(event => event.kind === 'problem' && event.fatal)) result.refused++
  }
  return told(format.id, result)
}

/** Counts that somebody asked for by FARTHING_FUZZ are shown. */
export function told(format: string, result: FuzzResult): FuzzResult {
  if (process.env['FARTHING_FUZZ'] !== undefined)
    process.stderr.write(`${JSON.stringify({ format, ...result })}\n`)
  return result
}

async function read(
  format: StatementFormat,
  bytes: Uint8Array,
  number: number,
  pieceSize?: number,
): Promise<StatementEvent[]> {
  try {
    format.sniff(bytes.subarray(0, 64 * 1024))
    return await readAll(format, bytes, undefined, pieceSize)
  } catch (error) {
    throw new Error(`mutant ${number}: ${String(error)}`, { cause: error })
  }
}

function check(events: readonly StatementEvent[], bytes: Uint8Array, number: number): void {
  // No record, balance or problem is shorter than a byte; and each file gives at least one event: nothing ends in silence.
  if (events.length === 0 || events.length > bytes.length + 20)
    throw new Error(`mutant ${number}: ${events.length} events of ${bytes.length} bytes`)
  let lines = 2
  for (const byte of bytes) if (byte === 10 || byte === 13) lines++
  for (const event of events) {
    const broken = brokenPromise(event, lines)
    if (broken)
      throw new Error(`mutant ${number}: ${event.kind}: ${broken}: ${JSON.stringify(event).slice(0, 500)}`)
  }
}
