import { FailureError } from '../../../../../shared/result/failure.ts'
import { mutant, type MutationPlan } from './mutate.ts'
import { PIECEMEAL, told, type FuzzResult } from './fuzz.ts'

/** What a table's reader made of a mutated file. */
export interface TableReading {
  rows: number
  problems: number
  /** Everything that was read, to be compared. */
  content: unknown
  /** What is wrong with it by the reader's own promises; undefined where nothing is. */
  broken?: string
}

/**
 * Feeds mutated files to the reader of a table. Throws, naming the number that makes the file again, where the reader throws anything
 * but a refusal, breaks a promise, reads another table when the bytes come in other pieces, or takes over five seconds.
 */
export async function fuzzTable(
  format: string,
  read: (bytes: Uint8Array, pieceSize: number) => TableReading | Promise<TableReading>,
  plan: MutationPlan,
  count: number,
): Promise<FuzzResult> {
  const result = { files: count, withRecords: 0, withProblems: 0, refused: 0, slowestMs: 0 }
  const outcome = async (bytes: Uint8Array, size: number, number: number): Promise<TableReading | string> => {
    try {
      return await read(bytes, size)
    } catch (error) {
      if (error instanceof FailureError) return error.failure.message
      throw new Error(`mutant ${number}: ${String(error)}`, { cause: error })
    }
  }
  for (let number = 0; number < count; number++) {
    const bytes = mutant(plan, number)
    const begun = performance.now()
    const found = await outcome(bytes, 64 * 1024, number)
    const ms = performance.now() - begun
    if (ms > 5000) throw new Error(`mutant ${number}: ${Math.round(ms)} ms`)
    result.slowestMs = Math.max(result.slowestMs, ms)
    if (typeof found !== 'string' && found.broken !== undefined)
      throw new Error(`mutant ${number}: ${found.broken}`)
    if (number % PIECEMEAL === 0) {
      const other = await outcome(bytes, 1 + (number % 7), number)
      if (JSON.stringify(other) !== JSON.stringify(found))
        throw new Error(`mutant ${number}: depends on the pieces`)
    }
    if (typeof found === 'string') result.refused++
    else {
      if (found.rows > 0) result.withRecords++
      if (found.problems > 0) result.withProblems++
    }
  }
  return told(format, result)
}
