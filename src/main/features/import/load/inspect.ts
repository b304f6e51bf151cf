import type { Mapping, Question } from '../../../../shared/contract/import.ts'
import { CUSTOM_DIMENSIONS, type Profile } from '../../../../shared/query/dimensions.ts'
import type { OpContext } from '../../../compute/ops.ts'
import { orderOfPattern, parseDate, parsePeriod } from '../analysis/dates/parse.ts'
import { ColumnProfile } from '../analysis/columns/profile.ts'
import { columnNames, normaliseHeader } from '../analysis/mapping/headers.ts'
import { propose } from '../analysis/mapping/propose.ts'
import { numberParts } from '../analysis/money/style.ts'
import type { Admits } from '../analysis/rows/align.ts'
import { saysNothing } from '../analysis/rows/blank.ts'
import type { Block } from '../formats/csv/index.ts'
import { openTable, readRecords, sampleRecords, stopIfCancelled, type TableFile } from './table-file.ts'

/** What the service gives the importer's worker beside the file. */
export interface InspectInput {
  path: string
  name: string
  size: number
  mapping?: Mapping
  /** Mappings that were used before, the latest first. */
  known: Mapping[]
  /** Labels of the workspace's own dimensions. */
  customTaken?: string[]
  profile?: Profile
  workspaceProfile: Profile
  baseCurrency: string
  fiscalStartMonth: number
  answers: Record<string, string>
}

export interface Inspection {
  file: TableFile
  names: string[]
  columns: { name: string; samples: string[]; blank: number; distinct: number }[]
  mapping: Mapping
  origin: 'recognised' | 'proposed' | 'given'
  questions: Question[]
  /** By column: what its cells may be, for rows with fields too many or too few. Undefined where only a sample was looked at. */
  admits: (Admits | undefined)[] | undefined
  /** Finds out `admits` from all of the file. */
  learn(op: OpContext): Promise<Inspection['admits']>
}

const SAMPLE_ROWS = 5000

/**
 * Profiles of the columns, and the mapping that they propose unless one is given or known. All of the file is looked at, in a second
 * pass; of a large file that is to be loaded at once (`quick`) only a sample, unless the sample leaves a question open: every row is
 * checked anyway when it is read.
 */
export async function inspect(input: InspectInput, op: OpContext, quick = false): Promise<Inspection> {
  const file = await openTable(input.path, input.name, input.size, op, input.mapping)
  const { sample } = file
  file.sample = undefined
  if (quick && sample) {
    const profiler = new Profiler(file)
    for (const { block, isHead } of sampleRecords(file, sample)) {
      stopIfCancelled(op)
      profiler.add(block, isHead)
    }
    const learn = async (o: OpContext): Promise<Inspection['admits']> =>
      (await profileAll(input, file, o)).admits
    const found = inspected(input, file, profiler, undefined, learn)
    if (found.questions.length === 0) return found
  }
  const profiler = await profileAll(input, file, op)
  return inspected(input, file, profiler, profiler.admits, async () => profiler.admits)
}

async function profileAll(input: InspectInput, file: TableFile, op: OpContext): Promise<Profiler> {
  const profiler = new Profiler(file)
  for await (const { block, done } of readRecords(file, op)) {
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
  readonly #layout: TableFile['layout']

  constructor({ layout }: TableFile) {
    this.#layout = layout
    this.names = columnNames(layout.header, layout.width)
    this.profiles = this.names.map(() => new ColumnProfile())
  }

  /** `numbered`: the block's lines are the file's own, so that preamble and header can be told by them. */
  add(block: Block, numbered: boolean): void {
    const { width, skipLines, hasHeader } = this.#layout
    const first = numbered ? skipLines + (hasHeader ? 1 : 0) : 0
    for (let i = 0; i < block.count; i++) {
      if (block.line(i) <= first) continue
      const row = block.row(i)
      // Ragged rows would teach a column what it does not hold.
      if (row.length < width || !nothingBeyond(row, width)) continue
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
  { names, profiles, sample, rows }: Profiler,
  admits: Inspection['admits'],
  learn: Inspection['learn'],
): Inspection {
  const { mapping, origin, questions } = settleMapping(input, file, names, profiles, sample, rows)
  const columns = names.map((name, c) => {
    const p = profiles[c] as ColumnProfile
    return { name, samples: p.samples, blank: p.blank, distinct: p.distinct }
  })
  return { file, names, columns, mapping, origin, questions, admits, learn }
}

export function nothingBeyond(row: readonly string[], width: number): boolean {
  for (let c = width; c < row.length; c++) if (row[c] !== '' && !saysNothing(row[c])) return false
  return true
}

function settleMapping(
  input: InspectInput,
  file: TableFile,
  names: readonly string[],
  profiles: readonly ColumnProfile[],
  sample: readonly string[][],
  rows: number,
): Pick<Inspection, 'mapping' | 'origin' | 'questions'> {
  const shape = shapeOf(file, names)
  const { encoding } = file
  const { delimiter, skipLines, hasHeader } = file.layout
  const headers = hasHeader ? [...names] : undefined
  if (input.mapping) {
    // The table's make-up as it is in this file: by it an entry's line is read again.
    const fields = withinLimit(input.mapping.fields, names, input.customTaken ?? [])
    const mapping = { ...input.mapping, fields, shape, headers, encoding, delimiter, skipLines, hasHeader }
    return { mapping, origin: 'given', questions: unplaced(mapping, input.answers) }
  }
  const known = input.known.find(
    m =>
      m.hasHeader === hasHeader &&
      (hasHeader ? sameShape(m.shape, shape) : sameBlindShape(m, delimiter, profiles)) &&
      (!input.profile || m.profile === input.profile),
  )
  const table = { names, hasHeader: file.layout.hasHeader, profiles, sample, rows }
  const proposal = propose(table, {
    baseCurrency: input.baseCurrency,
    workspaceProfile: input.workspaceProfile,
    profile: input.profile,
    answers: input.answers,
    fileName: input.name,
  })
  const base = {
    version: 1 as const,
    name: known?.name ?? input.name,
    shape,
    headers,
    encoding,
    delimiter,
    skipLines,
    hasHeader,
  }
  if (known && Object.keys(input.answers).length === 0 && stillFits(known, proposal.fields)) {
    const questions = proposal.questions.filter(q => q.id === 'date')
    return { mapping: { ...known, ...base }, origin: 'recognised', questions }
  }
  const { profile, currency, questions } = proposal
  const fields = withinLimit(proposal.fields, names, input.customTaken ?? [])
  return { mapping: { ...base, profile, fields, currency }, origin: 'proposed', questions }
}

/** Columns that would be dimensions beyond what a workspace can hold are kept as text instead. */
function withinLimit(
  fields: Mapping['fields'],
  names: readonly string[],
  taken: readonly string[],
): Mapping['fields'] {
  const labels = new Set(taken.map(normaliseHeader))
  return fields.map(f => {
    if (f.field !== 'custom') return f
    const label = normaliseHeader(names[f.column] as string)
    if (!labels.has(label) && labels.size >= CUSTOM_DIMENSIONS) return { ...f, field: 'text' }
    labels.add(label)
    return f
  })
}

/**
 * A file without a header is of a known shape where it has as many columns, cut by the same sign, and those that were date and
 * amounts hold such.
 */
function sameBlindShape(known: Mapping, delimiter: string, profiles: readonly ColumnProfile[]): boolean {
  if (known.delimiter !== delimiter || known.fields.length !== profiles.length) return false
  return known.fields.every(({ column, field, datePattern }) => {
    const profile = profiles[column]
    if (!profile) return false
    if (profile.filled === 0) return true
    if (field === 'date') {
      const order = orderOfPattern(datePattern ?? '')
      return order !== undefined && profile.samples.every(s => parseDate(s, order) !== undefined)
    }
    return !['amount', 'debit', 'credit', 'balance'].includes(field) || profile.numbers.share >= 0.75
  })
}

/** A mapping that was given may still leave out what an entry cannot be without. */
function unplaced(mapping: Mapping, answers: Readonly<Record<string, string>>): Question[] {
  const has = (...fields: string[]): boolean => mapping.fields.some(f => fields.includes(f.field))
  const questions: Question[] = []
  if (!has('date', 'period') && answers['date'] === undefined)
    questions.push({
      id: 'date',
      text: 'The mapping names no column for the date. Map one, or give one date for all rows (YYYY-MM-DD).',
      choices: [],
    })
  if (!has('amount', 'debit', 'credit'))
    questions.push({
      id: 'amount',
      text: 'The mapping names no column for the amount. Map one.',
      choices: [],
    })
  return questions
}

/**
 * A known mapping is taken only while the columns still read as it says: the same headers with dates now written another way, or
 * amounts with a comma, are a new shape.
 */
function stillFits(known: Mapping, proposed: Mapping['fields']): boolean {
  return known.fields.every(f => {
    const now = proposed.find(p => p.column === f.column && p.field === f.field)
    if (!now) return true
    const date = f.datePattern === undefined || f.datePattern === now.datePattern || ambiguous(f, now)
    const style = f.numberStyle === undefined || f.numberStyle.decimal === now.numberStyle?.decimal
    return date && style
  })
}

// The user chose between day and month first; the next file may be as ambiguous as the last.
function ambiguous(known: Mapping['fields'][0], now: Mapping['fields'][0]): boolean {
  const sorted = (p: string | undefined): string => [...(p ?? '')].toSorted().join('')
  return sorted(known.datePattern) === sorted(now.datePattern)
}

/** By this a file is recognised: its normalised headers, or how many columns it has. */
export function shapeOf(file: TableFile, names: readonly string[]): string[] {
  return file.layout.hasHeader ? names.map(normaliseHeader) : []
}

const sameShape = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i])

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
