import type { z } from 'zod'
import { parseIsoDate, toIsoDate, type Day } from '../../../../shared/calendar/day.ts'
import type { PreviewFile, PreviewRowSchema, Problem } from '../../../../shared/contract/import.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import type { OpContext } from '../../../compute/ops.ts'
import type { Normaliser } from '../analysis/rows/normalise.ts'
import type { RowChunk } from './chunk.ts'
import type { InspectInput, Inspection } from './inspect.ts'
import { Link } from './link.ts'
import { FIRST_ROWS, Run, type Destination, type SeenRow } from './run.ts'
import type { MessagePort } from 'node:worker_threads'

type PreviewRow = z.infer<typeof PreviewRowSchema>

/** Rows of all kinds that a preview shows at most. */
const MOST_ROWS = 1000

export interface PreviewInput extends InspectInput {
  /** The reader's end says which fingerprints the workspace has. */
  port: MessagePort
  bell: SharedArrayBuffer
}

export type PreviewOutput = Omit<PreviewFile, 'token' | 'sameAsBatch'>

/** The one day for all rows that the user gave as answer to "which date". */
export function fixedDayOf(answers: Readonly<Record<string, string>>): Day | undefined {
  const answer = answers['date']
  return answer === undefined ? undefined : parseIsoDate(answer)
}

/** Reads the whole file as a commit would, and writes nothing. */
export async function previewOf(
  input: PreviewInput,
  inspection: Inspection,
  op: OpContext,
): Promise<PreviewOutput> {
  const gallery = new Gallery()
  const link = new Link(input.port, new Int32Array(input.bell), ack => run.answered(ack))
  const run = new Run(
    inspection,
    {
      fiscalStartMonth: input.fiscalStartMonth,
      fixedDay: fixedDayOf(input.answers),
      loadDuplicates: new Set(),
    },
    gallery.destination(link),
  )
  try {
    const summary = await run.run(op, 'checking', input.size)
    const { file, columns, mapping, origin, questions } = inspection
    return {
      name: input.name,
      bytes: file.bytes,
      sha256: file.sha256,
      format: 'csv',
      columns,
      mapping,
      mappingOrigin: origin,
      questions,
      counts: run.counts,
      sums: summary.sums,
      from: summary.fromDay === null ? undefined : toIsoDate(summary.fromDay),
      to: summary.toDay === null ? undefined : toIsoDate(summary.toDay),
      controls: run.controls,
      rows: gallery.rows.toSorted((a, b) => a.line - b.line),
      problems: gallery.problems,
      problemCount: gallery.problemCount,
    }
  } finally {
    link.post({ kind: 'end' })
    link.close()
  }
}

/** The rows worth showing: the first ones, and those with something to say. */
class Gallery {
  rows: PreviewRow[] = []
  problems: Problem[] = []
  problemCount = 0
  #plain = 0

  destination(link: Link): Destination {
    return {
      send: (chunk: RowChunk) =>
        link.send({ kind: 'known', sequence: chunk.sequence, fingerprints: chunk.fingerprints }, [
          chunk.fingerprints.buffer as ArrayBuffer,
        ]),
      unloaded: row => this.#unloaded(row),
      loading: ({ line, cells, normaliser }) => this.#loading(line, cells, normaliser),
      duplicates: rows => this.#duplicates(rows),
      drain: () => link.drain(),
    }
  }

  #loading(line: number, cells: readonly string[], n: Normaliser): void {
    if (this.#plain >= FIRST_ROWS) return
    this.#plain++
    const members: Record<string, string> = {}
    for (const [i, d] of n.plan.dimensions.entries()) {
      const member = d.dictionary.members[(n.ordinals[i] as number) - 1]
      if (member)
        Object.defineProperty(members, d.id, { value: member.label, enumerable: true, writable: true })
    }
    const description = n.plan.texts.find(t => t.field === 'description')
    this.rows.push({
      line,
      outcome: 'load',
      date: toIsoDate(n.day),
      amount: toDecimal(n.amount, exponentOf(n.currency)),
      currency: n.currency,
      description: description && cells[description.column]?.trim(),
      members,
      source: [...cells],
    })
  }

  #unloaded({ line, cells, outcome }: SeenRow): void {
    if (outcome.kind === 'load') return
    if (this.rows.length < MOST_ROWS)
      this.rows.push({ line, outcome: outcome.kind, reason: outcome.reason, members: {}, source: [...cells] })
    if (outcome.kind !== 'rejected') return
    this.problemCount++
    if (this.problems.length >= MOST_ROWS) return
    const { code, column, value, reason } = outcome
    this.problems.push({
      line,
      column,
      value,
      code,
      message: `Line ${line}: ${reason}`,
      severity: 'rejected',
    })
  }

  #duplicates(rows: { line: number; cells: readonly string[] }[]): void {
    const reason = 'This entry is in the workspace already.'
    for (const { line, cells } of rows) {
      const shown = this.rows.find(r => r.line === line)
      if (shown) {
        shown.outcome = 'duplicate'
        shown.reason = reason
      } else if (this.rows.length < MOST_ROWS) {
        this.rows.push({ line, outcome: 'duplicate', reason, members: {}, source: [...cells] })
      }
    }
  }
}
