import type { OpContext } from '../../../compute/ops.ts'
import { toIsoDate } from '../../../../shared/calendar/day.ts'
import type { Control } from '../../../../shared/contract/import.ts'
import { parseMoney } from '../analysis/money/parse.ts'
import { alignSurplus } from '../analysis/rows/align.ts'
import { Normaliser } from '../analysis/rows/normalise.ts'
import { rejected, type Outcome, type RejectCode } from '../analysis/rows/outcome.ts'
import { compilePlan, type Plan } from '../analysis/rows/plan.ts'
import { CurrencySums } from '../analysis/rows/sum.ts'
import { PlainBlock, type Block, type Broken, type Mark } from '../formats/csv/index.ts'
import { ChunkBuilder } from './builder.ts'
import type { Ack, Summary } from './chunk.ts'
import { nothingBeyond, type Inspection } from './inspection.ts'
import { PlainRows } from './plain-rows.ts'
import { preamble } from './preamble.ts'
import { StatementControls } from './controls.ts'
import { headerLine } from './file.ts'
import {
  FIRST_ROWS,
  type Destination,
  type DuplicateRow,
  type RunOptions,
  type SeenRow,
} from './destination.ts'
import { leaveOut } from './leave-out.ts'
import type { Match } from './likely.ts'
import { RowPlaces } from './row-places.ts'
import { RunningBalance } from './running-balance.ts'
import { SectionRun } from './section-run.ts'
import { TotalRows } from './total-rows.ts'

interface Waiting {
  block: Block
  chunk: { rows: number; amounts: Float64Array; days: Int32Array; currencies: Int32Array }
  /** Index in the block of each of the chunk's rows. */
  index: Int32Array
  /** Rows that are not wanted, and rows that are although they are possibly there. */
  left: Map<number, Match | undefined>
  possible: readonly Match[]
}

/** One pass that turns a file's records into rows, counts every one of them, and hands them on. */
export class Run {
  readonly counts = { read: 0, loaded: 0, duplicate: 0, rejected: 0, ignored: 0 }
  /** Rows that load though they are possibly there already. */
  possible = 0
  readonly controls: Control[] = []
  readonly plan: Plan
  readonly #normaliser: Normaliser
  readonly #plain: PlainRows | undefined
  readonly #builder: ChunkBuilder
  readonly #inspection: Inspection
  readonly #options: RunOptions
  readonly #to: Destination
  readonly #waiting = new Map<number, Waiting>()
  readonly #sums = new CurrencySums()
  readonly #duplicateSums = new CurrencySums()
  readonly #readSums = new CurrencySums()
  readonly #totals: TotalRows
  readonly #places: RowPlaces
  readonly #statement: StatementControls | undefined
  readonly #balance: RunningBalance | undefined
  readonly #balanceColumn: number
  readonly #accountDimension: number
  /** Header of the file's first table: what stands below it is no banner, even where a later table is read. */
  readonly #tablesFrom: number
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
    const { settled } = inspection.file
    const { mapping } = inspection
    const { firstTable } = inspection.file
    this.#tablesFrom = firstTable ? headerLine(firstTable) : Infinity
    this.#statement = settled && new StatementControls(mapping.currency, settled.profile === 'ledger')
    this.#balanceColumn = mapping.fields.find(f => f.field === 'balance')?.column ?? -1
    this.#balance = this.#balanceColumn >= 0 && !settled ? new RunningBalance() : undefined
    this.#accountDimension = this.plan.dimensions.findIndex(d => d.id === 'account')
    this.#totals = new TotalRows(mapping.currency)
    const account = mapping.sections === 'account' ? this.plan.dimensions[this.#accountDimension] : undefined
    const sections = this.plan.sections ? inspection.sections : undefined
    const { running } = this.#totals
    this.#places = new RowPlaces(inspection, sections && new SectionRun(sections, account, running))
  }

  async run(op: OpContext, stage: string, size: number): Promise<Summary> {
    const { file } = this.#inspection
    const onBytes = this.#to.bytes?.bind(this.#to)
    for await (const { block, done, nextLine, whole } of file.records(op, onBytes, this.#to.lender)) {
      await this.#block(block, op)
      this.#to.cut?.(nextLine, whole ?? false)
      await this.#to.keepUp?.()
      op.progress({ stage, done, total: size, unit: 'bytes', subject: file.name })
    }
    await this.#to.drain()
    this.controls.push(...(this.#statement?.end() ?? []), ...(this.#balance?.end() ?? []))
    return {
      ...this.counts,
      sums: this.#sums.decimals,
      duplicateSums: this.#duplicateSums.decimals,
      readSums: this.#readSums.decimals,
      controls: this.controls,
      fromDay: this.#from,
      toDay: this.#until,
    }
  }

  /** The other end has said which rows of a chunk it has already. */
  answered(ack: Ack): void {
    if (ack.buffer) this.#builder.takeBack(ack.buffer)
    const waiting = this.#waiting.get(ack.sequence)
    if (!waiting) return
    this.#waiting.delete(ack.sequence)
    const { chunk, block, index, left } = waiting
    const known = new Set([...ack.duplicates, ...left.keys()])
    const currencies = this.plan.dimensions[this.plan.currency]?.dictionary.members ?? []
    for (let i = 0; i < chunk.rows; i++) {
      const currency = currencies[(chunk.currencies[i] as number) - 1]?.key ?? ''
      if (known.has(i)) {
        this.#duplicateSums.add(currency, chunk.amounts[i] as number)
        continue
      }
      this.counts.loaded++
      const day = chunk.days[i] as number
      if (this.#from === null || day < this.#from) this.#from = day
      if (this.#until === null || day > this.#until) this.#until = day
      this.#sums.add(currency, chunk.amounts[i] as number)
    }
    this.counts.duplicate += known.size
    const rowOf = (i: number, match?: Match): DuplicateRow => {
      const at = index[i] as number
      return { line: block.line(at), raw: block.raw(at), cells: block.row(at), match }
    }
    const possible = waiting.possible.filter(m => !known.has(m.row))
    this.possible += possible.length
    if (possible.length > 0) this.#to.possible?.(possible.map(m => rowOf(m.row, m)))
    if (known.size > 0)
      this.#to.duplicates([...known].toSorted((a, b) => a - b).map(i => rowOf(i, left.get(i))))
    if (block instanceof PlainBlock) this.#to.lender?.release(block.bytes)
  }

  async #block(block: Block, op: OpContext): Promise<void> {
    const { layout } = this.#inspection.file
    const header = headerLine(layout)
    const builder = this.#builder
    builder.start(block.count)
    const index = new Int32Array(block.count)
    for (const b of block.broken)
      this.#unloaded({ line: b.line, cells: [b.raw], raw: b.raw, outcome: brokenBy(b) })
    for (const note of block.notes ?? []) this.#to.note?.(note)
    const marks = block.marks ?? []
    let mark = 0
    const passMarks = (before: number): void => {
      for (; mark < marks.length && (marks[mark]?.before ?? 0) <= before; mark++)
        this.#statement?.mark((marks[mark] as Mark).event)
    }
    const plain = block instanceof PlainBlock ? this.#plain : undefined
    if (block instanceof PlainBlock) plain?.start(block)
    for (let i = 0; i < block.count; i++) {
      const line = block.line(i)
      if (mark < marks.length) passMarks(i)
      if (this.#to.record) this.#to.record(line, block.raw(i), block.row(i))
      if (line === header) continue
      this.counts.read++
      const before = line <= layout.skipLines
      // The first rows are shown as they are, so their cells are needed.
      if (plain && !before && !this.#shows() && plain.read(i)) {
        index[builder.rows] = i
        builder.addPlain(plain, line, this.#options.loadDuplicates.has(line))
        this.#count()
        continue
      }
      const row = block.row(i)
      if (row.length !== this.plan.width && !before && !this.#admits)
        // oxlint-disable-next-line no-await-in-loop -- once a file
        this.#admits = await this.#inspection.learn(op)
      const read = before ? preamble(row, line > this.#tablesFrom) : this.#read(row)
      const { cells, beyond } = read
      if (read.outcome.kind !== 'load') {
        const outcome = this.#places.outcome(read.outcome, row, line)
        this.#unloaded({ line, cells: row, raw: block.raw(i), outcome }, true)
        continue
      }
      index[builder.rows] = i
      this.#load(cells, line, beyond)
      if (this.#statement || this.#balance) this.#check(cells, line)
      this.#to.loading?.({ line, cells: row, normaliser: this.#normaliser })
    }
    passMarks(block.count)
    if (builder.rows === 0) return
    const { chunk, accounts } = builder.finish()
    const { left, possible } = await leaveOut(chunk, this.#normaliser, this.#options, this.#to)
    chunk.left = [...left.keys()]
    const currencies = (chunk.ordinals[this.plan.currency] as Int32Array).slice()
    const { rows, amounts, days } = chunk
    if (block instanceof PlainBlock) this.#to.lender?.hold(block.bytes)
    this.#waiting.set(chunk.sequence, {
      block,
      index,
      left,
      possible,
      chunk: { rows, amounts: amounts.slice(), days: days.slice(), currencies },
    })
    await this.#to.send(chunk, accounts)
  }

  /** What a statement, or a column of balances, says of the row that was read last. */
  #check(cells: readonly string[], line: number): void {
    const n = this.#normaliser
    const dimension = this.plan.dimensions[this.#accountDimension]
    const account = dimension?.dictionary.members[(n.ordinals[this.#accountDimension] ?? 0) - 1]?.key ?? ''
    this.#statement?.row(account, n.currency, n.amount, toIsoDate(n.day))
    if (!this.#balance) return
    const style = this.plan.styles.get(this.#balanceColumn) ?? this.plan.style
    const balance = parseMoney(cells[this.#balanceColumn] ?? '', style, n.currency)
    if (balance.ok) this.#balance.row(account, n.currency, line, n.amount, balance.value)
  }

  #load(cells: readonly string[], line: number, beyond: readonly string[]): void {
    this.#builder.add(cells, line, beyond, this.#options.loadDuplicates.has(line))
    this.#count()
  }

  #count(): void {
    const { amount, currency } = this.#normaliser
    this.#readSums.add(currency, amount)
    this.#totals.add(amount)
    this.#seen++
  }

  #shows(): boolean {
    return this.#to.loading !== undefined && this.#seen < FIRST_ROWS
  }

  #read(row: string[]): { outcome: Outcome; cells: readonly string[]; beyond: readonly string[] } {
    const { width } = this.plan
    if (row.length === width) return { outcome: this.#normaliser.read(row), cells: row, beyond: [] }
    const elsewhere = this.#normaliser.tables.read(row)
    if (elsewhere) return { outcome: elsewhere, cells: row, beyond: [] }
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
    const control = this.#totals.control(this.#normaliser.claim, line, this.#places.section)
    if (control) this.controls.push(control)
  }
}

const brokenBy = ({ code, reason }: Broken): Outcome =>
  reason === undefined ? rejected(code as RejectCode) : { kind: 'rejected', code, reason }
