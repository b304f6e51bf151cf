import type { z } from 'zod'
import { toIsoDate } from '../../../../shared/calendar/day.ts'
import type { PreviewFile, PreviewRowSchema, Problem } from '../../../../shared/contract/import.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import type { OpContext } from '../../../compute/ops.ts'
import type { Normaliser } from '../analysis/rows/normalise.ts'
import type { RowChunk } from './chunk.ts'
import type { Place } from './file.ts'
import type { InspectInput, Inspection } from './inspection.ts'
import { Link } from './link.ts'
import { duplicateOf, LikelyAsker, type Match } from './likely.ts'
import { fixedDayOf, FIRST_ROWS, type Destination, type DuplicateRow, type SeenRow } from './destination.ts'
import { Run } from './run.ts'
import type { MessagePort } from 'node:worker_threads'
import { say } from '../messages.ts'

type PreviewRow = z.infer<typeof PreviewRowSchema>

/** Rows of all kinds that a preview shows at most. */
const MOST_ROWS = 1000
const MOST_NOTES = 200

export interface PreviewInput extends InspectInput {
  /** The reader's end says which fingerprints the workspace has. */
  port: MessagePort
  bell: SharedArrayBuffer
  /** Another port to the reader, where another file can have brought the same movements. */
  likely?: MessagePort
}

export type PreviewOutput = Omit<PreviewFile, 'token' | 'sameAsBatch'>

/** Reads the whole file as a commit would, and writes nothing. */
export async function previewOf(
  input: PreviewInput,
  inspection: Inspection,
  op: OpContext,
): Promise<PreviewOutput> {
  const gallery = new Gallery(inspection.file.place)
  const link = new Link(input.port, new Int32Array(input.bell), ack => run.answered(ack))
  const asker =
    input.likely && inspection.mapping.profile === 'personal'
      ? new LikelyAsker(input.likely, inspection)
      : undefined
  const run = new Run(
    inspection,
    {
      fiscal: input.fiscal,
      fixedDay: fixedDayOf(input.answers),
      loadDuplicates: new Set(),
    },
    {
      ...gallery.destination(link),
      ...(asker ? { likely: rows => asker.ask(rows) } : {}),
    },
  )
  try {
    const summary = await run.run(op, 'checking', input.size)
    const { file, columns, mapping, origin, questions } = inspection
    return {
      name: input.name,
      bytes: file.bytes,
      // A preview reads all of it.
      sha256: file.sha256 as string,
      format: file.format,
      columns,
      mapping,
      mappingOrigin: origin,
      questions,
      counts: run.counts,
      sums: summary.sums,
      from: summary.fromDay === null ? undefined : toIsoDate(summary.fromDay),
      to: summary.toDay === null ? undefined : toIsoDate(summary.toDay),
      sheets: file.sheets,
      tables: inspection.tables,
      sections: sectionsOf(inspection),
      accounts: file.settled?.accounts,
      controls: run.controls,
      possible: run.possible,
      rows: gallery.rows.toSorted((a, b) => a.line - b.line),
      problems: gallery.problems,
      problemCount: gallery.problemCount,
    }
  } finally {
    link.post({ kind: 'end' })
    link.close()
    asker?.close()
  }
}

function sectionsOf({ sections }: Inspection): PreviewOutput['sections'] {
  if (!sections) return undefined
  const names = [...new Set(sections.headings.values())]
  return { count: names.length, names: names.slice(0, 5) }
}

const likelyOf = (match: Match | undefined): Pick<PreviewRow, 'likely'> => {
  if (!match) return {}
  const { row: _, ...likely } = match
  return { likely }
}

/** The rows worth showing: the first ones, and those with something to say. */
class Gallery {
  rows: PreviewRow[] = []
  problems: Problem[] = []
  problemCount = 0
  #plain = 0
  #notes = 0
  readonly #word: string

  constructor(place: Place) {
    this.#word = say().place[place]
  }

  destination(link: Link): Destination {
    return {
      send: (chunk: RowChunk) =>
        link.send({ kind: 'known', sequence: chunk.sequence, fingerprints: chunk.fingerprints }, [
          chunk.fingerprints.buffer as ArrayBuffer,
        ]),
      unloaded: row => this.#unloaded(row),
      loading: ({ line, cells, normaliser }) => this.#loading(line, cells, normaliser),
      duplicates: rows => this.#duplicates(rows),
      possible: rows => this.#possible(rows),
      note: note => this.#note(note),
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
      message: `${this.#word} ${line}: ${reason}`,
      severity: 'rejected',
    })
  }

  #duplicates(rows: DuplicateRow[]): void {
    const shown = new Map(this.rows.map(r => [r.line, r]))
    for (const { line, cells, match } of rows) {
      const reason = match ? duplicateOf(match) : say().isThere
      const change = { outcome: 'duplicate' as const, reason, ...likelyOf(match) }
      const row = shown.get(line)
      if (row) Object.assign(row, change)
      else if (this.rows.length < MOST_ROWS)
        this.rows.push({ line, members: {}, source: [...cells], ...change })
    }
  }

  /** Rows that load, and are worth a look. */
  #possible(rows: DuplicateRow[]): void {
    const shown = new Map(this.rows.map(r => [r.line, r]))
    for (const { line, cells, match } of rows) {
      const row = shown.get(line)
      if (row) Object.assign(row, likelyOf(match))
      else if (this.rows.length < MOST_ROWS)
        this.rows.push({ line, outcome: 'load', members: {}, source: [...cells], ...likelyOf(match) })
    }
  }

  #note({ line, code, message }: { line: number; code: string; message: string }): void {
    if (this.#notes++ >= MOST_NOTES) return
    this.problemCount++
    this.problems.push({ line, code, message: `${this.#word} ${line}: ${message}`, severity: 'warning' })
  }
}
