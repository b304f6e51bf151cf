import type { OpContext } from '../../../compute/ops.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import type { Day } from '../../../../shared/calendar/day.ts'
import { alignSurplus } from '../analysis/rows/align.ts'
import { Normaliser } from '../analysis/rows/normalise.ts'
import { rejected, type Outcome } from '../analysis/rows/outcome.ts'
import { compilePlan, type Plan } from '../analysis/rows/plan.ts'
import { ExactSum } from '../analysis/rows/sum.ts'
import { PlainBlock, type Block } from '../formats/csv/index.ts'
import { ChunkBuilder } from './builder.ts'
import type { AccountDetailRow, Ack, RowChunk, Summary } from './chunk.ts'
import { nothingBeyond, type Inspection } from './inspect.ts'
import { PlainRows } from './plain-rows.ts'
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
  /** A row that is, unless it turns out to be there already; told of the first `FIRST_ROWS` at least. */
  loading?(row: { line: number; cells: readonly string[]; normaliser: Normaliser }): void
  /** Rows that were there already, once the answer has come. */
  duplicates(rows: { line: number; raw: string; cells: readonly string[] }[]): void
  bytes?(bytes: Uint8Array): void
  /** The file's bytes up to the line before this one are done with. */
  cut?(nextLine: number): void
  /** Waits while the other end lags behind: a piece of which nothing loads is not sent as a chunk, and would not wait by itself. */
  keepUp?(): Promise<void>
  drain(): Promise<void>
}

export interface RunOptions {
  fiscalStartMonth: number
  fixedDay: Day | undefined
  /** Lines to load though they look like duplicates. */
  loadDuplicates: ReadonlySet<number>
}

/** Plainly loaded rows that a preview shows. */
export const FIRST_ROWS = 100
const NONE: readonly string[] = []

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
  readonly #plain: PlainRows | undefined
  readonly #builder: ChunkBuilder
  readonly #inspection: Inspection
  readonly #options: RunOptions
  readonly #to: Destination
  readonly #waiting = new Map<number, Waiting>()
  readonly #sums = new Map<string, ExactSum>()
  /** All rows that read as entries, known or new: what a total row is held against. */
  readonly #running = new ExactSum()
  #sinceTotal = new ExactSum()
  #admits: Inspection['admits']
  #seen = 0
  #from: number | null = null
  #until: number | null = null

  constructor(inspection: Inspection, options: RunOptions, to: Destination) {
    this.plan = compilePlan(inspection.mapping, inspection.names)
    this.#inspection = inspection
    this.#admits = inspection.admits
    this.#options = options
    this.#to = to
    this.#normaliser = new Normaliser(this.plan, options)
    this.#plain =
      options.fixedDay === undefined
        ? PlainRows.for(this.#normaliser, inspection.file.layout.delimiter)
        : undefined
    this.#builder = new ChunkBuilder(this.#normaliser)
  }

  async run(op: OpContext, stage: string, size: number): Promise<Summary> {
    const { file } = this.#inspection
    const onBytes = this.#to.bytes?.bind(this.#to)
    for await (const { block, done, nextLine } of readRecords(file, op, onBytes)) {
      await this.#block(block, op)
      this.#to.cut?.(nextLine)
      await this.#to.keepUp?.()
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
        return { line: block.line(at), raw: block.raw(at), cells: block.row(at) }
      }),
    )
  }

  async #block(block: Block, op: OpContext): Promise<void> {
    const { layout } = this.#inspection.file
    const header = headerLine(layout)
    const builder = this.#builder
    builder.start(block.count)
    const index = new Int32Array(block.count)
    for (const b of block.broken)
      this.#unloaded({ line: b.line, cells: [b.raw], raw: b.raw, outcome: rejected(b.code) })
    const plain = block instanceof PlainBlock ? this.#plain : undefined
    if (block instanceof PlainBlock) plain?.start(block)
    for (let i = 0; i < block.count; i++) {
      const line = block.line(i)
      if (line === header) continue
      this.counts.read++
      const before = line <= layout.skipLines
      // The first rows are shown as they are, so their cells are needed.
      if (plain && !before && !this.#shows() && plain.read(i)) {
        index[builder.rows] = i
        this.#load(plain.cells, line, NONE)
        continue
      }
      const row = block.row(i)
      if (row.length !== this.plan.width && !before && !this.#admits)
        // oxlint-disable-next-line no-await-in-loop -- once a file
        this.#admits = await this.#inspection.learn(op)
      const { outcome, cells, beyond } = before ? preamble(row) : this.#read(row)
      if (outcome.kind !== 'load') {
        this.#unloaded({ line, cells: row, raw: block.raw(i), outcome }, true)
        continue
      }
      index[builder.rows] = i
      this.#load(cells, line, beyond)
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

  #load(cells: readonly string[], line: number, beyond: readonly string[]): void {
    const { amount } = this.#normaliser
    this.#builder.add(cells, line, beyond, this.#options.loadDuplicates.has(line))
    this.#running.add(amount)
    this.#sinceTotal.add(amount)
    this.#seen++
  }

  #shows(): boolean {
    return this.#to.loading !== undefined && this.#seen < FIRST_ROWS
  }

  #read(row: string[]): { outcome: Outcome; cells: readonly string[]; beyond: readonly string[] } {
    const { width } = this.plan
    if (row.length === width) return { outcome: this.#normaliser.read(row), cells: row, beyond: [] }
    if (row.length > width) {
      if (nothingBeyond(row, width)) {
        const cells = row.slice(0, width)
        return { outcome: this.#normaliser.read(cells), cells, beyond: [] }
      }
      const aligned = alignSurplus(row, width, this.#inspection.file.layout.delimiter, this.#admits ?? [])
      if (!aligned) return { outcome: rejected('too-many-fields'), cells: row, beyond: [] }
      return { outcome: this.#normaliser.read(aligned.cells), ...aligned }
    }
    const cells = [...row, ...Array.from({ length: width - row.length }, () => '')]
    const outcome = this.#normaliser.read(cells)
    const misplaced = row.some((cell, c) => cell !== '' && this.#admits?.[c]?.(cell) === false)
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
