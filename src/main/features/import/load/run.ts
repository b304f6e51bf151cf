import type { OpContext } from '../../../compute/ops.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import type { Day } from '../../../../shared/calendar/day.ts'
import { alignSurplus } from '../analysis/rows/align.ts'
import { Normaliser } from '../analysis/rows/normalise.ts'
import { rejected, type Outcome } from '../analysis/rows/outcome.ts'
import { compilePlan, type Plan } from '../analysis/rows/plan.ts'
import { ExactSum } from '../analysis/rows/sum.ts'
import type { Block } from '../formats/csv/index.ts'
import { ChunkBuilder } from './builder.ts'
import type { AccountDetailRow, Ack, RowChunk, Summary } from './chunk.ts'
import { nothingBeyond, type Inspection } from './inspect.ts'
import { headerLine, readRecords } from './table-file.ts'

export interface Control {
  label: string
  file: string
  farthing: string
  agrees: boolean
  line?: number
}

/** A row that did not load, or that the preview shows. */
export interface SeenRow {
  line: number
  cells: readonly string[]
  outcome: Outcome
  raw: string
}

/** Where rows go: to the writer, or to the reader that only says which are known. */
export interface Destination {
  /** Hands a chunk over; the answer comes later, through `Run.answered`. */
  send(chunk: RowChunk, accounts: AccountDetailRow[]): Promise<void>
  /** A row that is not loaded. */
  unloaded(row: SeenRow): void
  /** A row that is, unless it turns out to be there already. */
  loading?(row: { line: number; cells: readonly string[]; normaliser: Normaliser }): void
  /** Rows that were there already, once the answer has come. */
  duplicates(rows: { line: number; raw: string; cells: readonly string[] }[]): void
  bytes?(bytes: Uint8Array): void
  /** The file's bytes up to the line before this one are done with. */
  cut?(nextLine: number): void
  drain(): Promise<void>
}

export interface RunOptions {
  fiscalStartMonth: number
  fixedDay: Day | undefined
  /** Lines to load though they look like duplicates. */
  loadDuplicates: ReadonlySet<number>
}

interface Waiting {
  block: Block
  chunk: { rows: number; amounts: Float64Array; days: Int32Array; currencies: Int32Array }
  /** Index in the block of each of the chunk's rows. */
  index: Int32Array
}

/** One pass that turns a file's records into rows, counts every one of them, and hands them on. */
export class Run {
  readonly counts = { read: 0, loaded: 0, duplicate: 0, rejected: 0, ignored: 0 }
  readonly controls: Control[] = []
  readonly plan: Plan
  readonly #normaliser: Normaliser
  readonly #builder: ChunkBuilder
  readonly #inspection: Inspection
  readonly #options: RunOptions
  readonly #to: Destination
  readonly #waiting = new Map<number, Waiting>()
  readonly #sums = new Map<string, ExactSum>()
  /** All rows that read as entries, known or new: what a total row is held against. */
  readonly #running = new ExactSum()
  #sinceTotal = new ExactSum()
  #from: number | null = null
  #until: number | null = null

  constructor(inspection: Inspection, options: RunOptions, to: Destination) {
    this.plan = compilePlan(inspection.mapping, inspection.names)
    this.#inspection = inspection
    this.#options = options
    this.#to = to
    this.#normaliser = new Normaliser(this.plan, options)
    this.#builder = new ChunkBuilder(this.#normaliser)
  }

  async run(op: OpContext, stage: string, size: number): Promise<Summary> {
    const { file } = this.#inspection
    const onBytes = this.#to.bytes?.bind(this.#to)
    for await (const { block, done, nextLine } of readRecords(file, op, onBytes)) {
      await this.#block(block)
      this.#to.cut?.(nextLine)
      op.progress({ stage, done, total: size, unit: 'bytes', subject: file.name })
    }
    await this.#to.drain()
    const sums: Record<string, string> = {}
    for (const [currency, sum] of this.#sums) sums[currency] = toDecimal(sum.value, exponentOf(currency))
    return { ...this.counts, sums, fromDay: this.#from, toDay: this.#until }
  }

  /** The other end has said which rows of a chunk it has already. */
  answered(ack: Ack): void {
    const waiting = this.#waiting.get(ack.sequence)
    if (!waiting) return
    this.#waiting.delete(ack.sequence)
    const { chunk, block, index } = waiting
    const known = new Set(ack.duplicates)
    const currencies = this.plan.dimensions[this.plan.currency]?.dictionary.members ?? []
    let last = ''
    let sum: ExactSum | undefined
    for (let i = 0; i < chunk.rows; i++) {
      if (known.has(i)) continue
      this.counts.loaded++
      const day = chunk.days[i] as number
      if (this.#from === null || day < this.#from) this.#from = day
      if (this.#until === null || day > this.#until) this.#until = day
      const currency = currencies[(chunk.currencies[i] as number) - 1]?.key ?? ''
      if (!sum || currency !== last) {
        sum = this.#sums.get(currency) ?? new ExactSum()
        this.#sums.set(currency, sum)
        last = currency
      }
      sum.add(chunk.amounts[i] as number)
    }
    this.counts.duplicate += ack.duplicates.length
    if (ack.duplicates.length === 0) return
    this.#to.duplicates(
      ack.duplicates.map(i => {
        const at = index[i] as number
        return { line: block.lines[at] as number, raw: block.raw(at), cells: block.rows[at] as string[] }
      }),
    )
  }

  async #block(block: Block): Promise<void> {
    const { layout } = this.#inspection.file
    const header = headerLine(layout)
    const builder = this.#builder
    builder.start(block.rows.length)
    const index = new Int32Array(block.rows.length)
    for (const b of block.broken)
      this.#unloaded({ line: b.line, cells: [b.raw], raw: b.raw, outcome: rejected(b.code) })
    for (let i = 0; i < block.rows.length; i++) {
      const line = block.lines[i] as number
      if (line === header) continue
      const row = block.rows[i] as string[]
      this.counts.read++
      const before = line <= layout.skipLines
      const { outcome, cells, beyond } = before ? preamble(row) : this.#read(row)
      if (outcome.kind !== 'load') {
        this.#unloaded({ line, cells: row, raw: block.raw(i), outcome }, true)
        continue
      }
      index[builder.rows] = i
      builder.add(cells, line, beyond, this.#options.loadDuplicates.has(line))
      this.#running.add(this.#normaliser.amount)
      this.#sinceTotal.add(this.#normaliser.amount)
      this.#to.loading?.({ line, cells: row, normaliser: this.#normaliser })
    }
    if (builder.rows === 0) return
    const { chunk, accounts } = builder.finish()
    const currencies = (chunk.ordinals[this.plan.currency] as Int32Array).slice()
    const { rows, amounts, days } = chunk
    this.#waiting.set(chunk.sequence, {
      block,
      index,
      chunk: { rows, amounts: amounts.slice(), days: days.slice(), currencies },
    })
    await this.#to.send(chunk, accounts)
  }

  #read(row: string[]): { outcome: Outcome; cells: readonly string[]; beyond: readonly string[] } {
    const { width } = this.plan
    if (row.length === width) return { outcome: this.#normaliser.read(row), cells: row, beyond: [] }
    if (row.length > width) {
      if (nothingBeyond(row, width)) {
        const cells = row.slice(0, width)
        return { outcome: this.#normaliser.read(cells), cells, beyond: [] }
      }
      const aligned = alignSurplus(
        row,
        width,
        this.#inspection.file.layout.delimiter,
        this.#inspection.admits,
      )
      if (!aligned) return { outcome: rejected('too-many-fields'), cells: row, beyond: [] }
      return { outcome: this.#normaliser.read(aligned.cells), ...aligned }
    }
    const cells = [...row, ...Array.from({ length: width - row.length }, () => '')]
    const outcome = this.#normaliser.read(cells)
    const misplaced = row.some((cell, c) => cell !== '' && this.#inspection.admits[c]?.(cell) === false)
    return {
      outcome:
        outcome.kind === 'rejected' || (outcome.kind === 'load' && misplaced)
          ? rejected('too-few-fields')
          : outcome,
      cells,
      beyond: [],
    }
  }

  #unloaded(row: SeenRow, counted = false): void {
    if (!counted) this.counts.read++
    this.counts[row.outcome.kind === 'ignored' ? 'ignored' : 'rejected']++
    if (row.outcome.kind === 'ignored' && row.outcome.code === 'total') this.#control(row.line)
    this.#to.unloaded(row)
  }

  #control(line: number): void {
    const { claim } = this.#normaliser
    if (claim?.amount === undefined) return
    const exponent = exponentOf(this.#inspection.mapping.currency)
    const total = this.#running.value
    const part = this.#sinceTotal.value
    const isPart = BigInt(claim.amount) !== total && BigInt(claim.amount) === part
    this.#sinceTotal = new ExactSum()
    this.controls.push({
      label: claim.label || (isPart ? 'Subtotal' : 'Total'),
      file: toDecimal(claim.amount, exponent),
      farthing: toDecimal(isPart ? part : total, exponent),
      agrees: isPart || BigInt(claim.amount) === total,
      line,
    })
  }
}

function preamble(row: string[]): { outcome: Outcome; cells: string[]; beyond: string[] } {
  const blank = row.every(cell => cell.trim() === '')
  const outcome: Outcome = {
    kind: 'ignored',
    code: blank ? 'blank' : 'note',
    reason: blank ? 'The row is blank.' : 'The row stands above the table.',
  }
  return { outcome, cells: row, beyond: [] }
}
