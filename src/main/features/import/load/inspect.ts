import type { Mapping } from '../../../../shared/contract/import.ts'
import type { OpContext } from '../../../compute/ops.ts'
import { parseDate, parsePeriod } from '../analysis/dates/parse.ts'
import { ColumnProfile } from '../analysis/columns/profile.ts'
import { columnNames } from '../analysis/mapping/headers.ts'
import { numberParts } from '../analysis/money/style.ts'
import type { Admits } from '../analysis/rows/align.ts'
import { saysNothing } from '../analysis/rows/blank.ts'
import { mayNameEntries, namesEntries } from '../analysis/rows/other-tables.ts'
import type { Block } from '../formats/csv/index.ts'
import { refuse, stopIfCancelled, type TableFile } from './file.ts'
import { nothingBeyond, type InspectInput, type Inspection } from './inspection.ts'
import { openFile } from './open-file.ts'
import { withoutMarks } from './rejects-file.ts'
import { SectionScan } from '../analysis/rows/sections.ts'
import { TableList } from './tables.ts'
import { makeUpOf, settledBy, settleMapping } from './settle.ts'
import { sampleRecords } from './table-file.ts'
import { say } from '../messages.ts'

const SAMPLE_ROWS = 5000

/**
 * Profiles of the columns, and the mapping that they propose unless one is given or known. All of the file is looked at, in a second
 * pass; of a large file that is to be loaded at once (`quick`) only a sample, unless the sample leaves a question open: every row is
 * checked anyway when it is read.
 */
export async function inspect(input: InspectInput, op: OpContext, quick = false): Promise<Inspection> {
  const glance = quick && !input.thorough
  const file = withoutMarks(await openFile({ ...input, mapping: input.mapping, quick: glance }, op))
  if (file.settled) return settledBy(input, file, file.settled)
  const { sample } = file
  file.sample = undefined
  if (quick && sample) {
    const profiler = new Profiler(file)
    for (const { block, isHead } of sampleRecords(file, sample)) {
      stopIfCancelled(op)
      profiler.add(block, isHead)
    }
    // Sixteen megabytes, given back now and not when the garbage collector comes by.
    for (const piece of [...sample.head, ...sample.later]) (piece.buffer as ArrayBuffer).transfer(0)
    const learn = async (o: OpContext): Promise<Inspection['admits']> =>
      (await profileAll(input, file, o)).admits
    const found = inspected(input, file, profiler, undefined, learn)
    const isSettled = found.questions.length === 0
    // Where a section ends, only the whole file says.
    if (isSettled && !(profiler.sections.mayHave && takesSections(found.mapping))) return found
    if (file.glimpsed) return inspect({ ...input, thorough: true }, op, quick)
  }
  const profiler = await profileAll(input, file, op)
  return inspected(input, file, profiler, profiler.admits, async () => profiler.admits)
}

async function profileAll(input: InspectInput, file: TableFile, op: OpContext): Promise<Profiler> {
  const profiler = new Profiler(file)
  for await (const { block, done } of file.records(op)) {
    profiler.add(block, true)
    op.progress({ stage: 'examining', done, total: input.size, unit: 'bytes', subject: input.name })
  }
  return profiler
}

/** What a file's columns hold, as far as its rows were shown to it. */
class Profiler {
  readonly names: string[]
  readonly profiles: ColumnProfile[]
  readonly sample: string[][] = []
  rows = 0
  #isElsewhere = false
  readonly tables: TableList | undefined
  readonly sections = new SectionScan()
  readonly #layout: TableFile['layout']

  constructor({ layout, firstTable }: TableFile) {
    this.tables = firstTable && new TableList(firstTable)
    this.#layout = layout
    this.names = columnNames(layout.header, layout.width)
    this.profiles = this.names.map(() => new ColumnProfile())
  }

  /** `numbered`: the block's lines are the file's own, so that preamble and header can be told by them. */
  add(block: Block, numbered: boolean): void {
    const { width, skipLines, hasHeader } = this.#layout
    const header = hasHeader ? skipLines + 1 : 0
    const first = numbered ? skipLines + (hasHeader ? 1 : 0) : 0
    for (let i = 0; i < block.count; i++) {
      const line = block.line(i)
      const row = block.row(i)
      if (numbered && line !== header) this.sections.see(row, line, line <= first, !this.#isElsewhere)
      if (line <= first && !this.tables) continue
      const names = mayNameEntries(row) && namesEntries(row)
      if (names && numbered) this.tables?.see(row, line)
      if (line <= first) continue
      if (names) {
        this.#isElsewhere = !this.names.every((name, c) => row[c]?.trim() === name)
        continue
      }
      // What stands in another table's columns would be learnt of this one's.
      if (this.#isElsewhere) continue
      // Ragged rows would teach a column what it does not hold.
      if (row.length < width || !nothingBeyond(row, width)) continue
      const units = block.units?.(i)
      if (units) for (const [c, unit] of units.entries()) if (unit) this.profiles[c]?.addShown(unit)
      let filled = 0
      for (let c = 0; c < width; c++) {
        const cell = row[c] as string
        ;(this.profiles[c] as ColumnProfile).add(cell)
        if (cell !== '') filled++
      }
      if (filled <= 1) continue
      this.rows++
      if (this.sample.length < SAMPLE_ROWS) this.sample.push(row)
    }
  }

  get admits(): (Admits | undefined)[] {
    return this.profiles.map(admitsOf)
  }
}

function inspected(
  input: InspectInput,
  file: TableFile,
  { names, profiles, sample, rows, tables: list, sections: scan }: Profiler,
  admits: Inspection['admits'],
  learn: Inspection['learn'],
): Inspection {
  const settled = settleMapping(input, file, names, profiles, sample, rows)
  // One column without a day or an amount in it is prose, a web page, or a statement of which nothing is left.
  const asked = settled.questions.map(q => q.id)
  if (file.format === 'csv' && names.length === 1 && asked.includes('date') && asked.includes('amount'))
    throw refuse(say().noTable(file.name))
  const { origin } = settled
  const { rowKey: _before, range: _range, table: _table, sections: wish, ...known } = settled.mapping
  const rowKey = (input.rowKey ?? []).map(name => names.indexOf(name)).filter(c => c >= 0)
  // A bank has sections as well: “Withdrawals”. Of a sample no end of one is known.
  const isOfBooks = known.profile === 'ledger' || input.workspaceProfile === 'ledger'
  const sections = admits && takesSections(known) ? scan.found(isOfBooks) : undefined
  const use = input.answers['sections'] === 'none' ? 'none' : (wish ?? 'account')
  const mapping = {
    ...known,
    ...makeUpOf(file),
    ...(sections ? { sections: use } : {}),
    ...(rowKey.length > 0 ? { rowKey } : {}),
  }
  const questions = [...file.questions, ...settled.questions]
  const columns = names.map((name, c) => {
    const p = profiles[c] as ColumnProfile
    return { name, samples: p.samples, blank: p.blank, distinct: p.distinct }
  })
  const tables = list && list.found.length > 1 ? list.found : undefined
  return { file, names, columns, mapping, origin, questions, admits, learn, tables, sections }
}

/** No column says the account, and none is given for all rows. */
const takesSections = ({ fields, account }: Pick<Mapping, 'fields' | 'account'>): boolean =>
  !account && !fields.some(f => f.field === 'account' || f.field === 'account.code')

/** Columns of few members, of dates or of numbers admit only those; names and texts admit anything. */
function admitsOf(profile: ColumnProfile): Admits | undefined {
  if (profile.filled === 0) return cell => saysNothing(cell)
  const blankToo = profile.blank > 0
  const dates = profile.dates.settle()
  if (dates && dates.share > 0.98) {
    const { order } = dates
    return cell =>
      saysNothing(cell)
        ? blankToo
        : parseDate(cell, order) !== undefined || parsePeriod(cell, order) !== undefined
  }
  if (profile.numbers.share > 0.98)
    return cell => (saysNothing(cell) ? blankToo : numberParts(cell) !== undefined)
  const closed = !profile.open && profile.distinct * 10 <= profile.filled && profile.filled >= 50
  if (!closed) return undefined
  return cell => (saysNothing(cell) ? blankToo : profile.values.has(cell) || profile.values.has(cell.trim()))
}
