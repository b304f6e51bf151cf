import type { Mapping, Question } from '../../../../shared/contract/import.ts'
import { CUSTOM_DIMENSIONS } from '../../../../shared/query/dimensions.ts'
import type { ColumnProfile } from '../analysis/columns/profile.ts'
import { isYearless, orderOfPattern, parseDate } from '../analysis/dates/parse.ts'
import { normaliseHeader } from '../analysis/mapping/headers.ts'
import { currencyIn } from '../analysis/money/style.ts'
import { propose } from '../analysis/mapping/propose.ts'
import type { Proposal } from '../analysis/mapping/table.ts'
import type { Settled, TableFile } from './file.ts'
import type { InspectInput, Inspection } from './inspection.ts'
import { mappingOfRejects } from './rejects-file.ts'
import { say } from '../messages.ts'

/** What of a file's make-up its mapping keeps, so that an entry is found in it again. A CSV's needs no saying. */
export function makeUpOf({ format, place, sheet, range, table }: TableFile): Partial<Mapping> {
  if (format === 'csv') return table === undefined ? {} : { table }
  return {
    format,
    place,
    ...(sheet === undefined ? {} : { sheet }),
    ...(range === undefined ? {} : { range }),
  }
}

/** A statement's columns are its format's: nothing of them is asked, but an account or a currency may be given, a column left out. */
export function settledBy(input: InspectInput, file: TableFile, settled: Settled): Inspection {
  const names = file.layout.header ?? []
  const given = input.mapping
  const shape = [`(${file.format})`, ...names.map(normaliseHeader)]
  const fields = given && given.shape.join('\n') === shape.join('\n') ? given.fields : settled.fields
  const mapping: Mapping = {
    version: 1,
    name: settled.label,
    profile: settled.profile,
    shape,
    headers: [...names],
    encoding: 'utf-8',
    delimiter: ',',
    skipLines: 0,
    hasHeader: false,
    fields,
    currency: given?.currency ?? currencyIn(settled.currency ?? input.baseCurrency, input.baseCurrency),
    ...(given?.account ? { account: given.account } : {}),
    ...makeUpOf(file),
  }
  return {
    file,
    names: [...names],
    columns: settled.columns,
    mapping,
    origin: given ? 'given' : 'format',
    questions: file.questions,
    admits: [],
    learn: async () => [],
  }
}

export function settleMapping(
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
    const fields = ofYear(withinLimit(input.mapping.fields, names, input.customTaken ?? []), file)
    const mapping = { ...input.mapping, fields, shape, headers, encoding, delimiter, skipLines, hasHeader }
    return { mapping, origin: 'given', questions: unplaced(mapping, input.answers) }
  }
  const before =
    file.rejectsOf === undefined ? undefined : mappingOfRejects(file.rejectsOf, names, profiles, input.known)
  if (before && nothingAnswered(input.answers) && (input.profile ?? before.profile) === before.profile) {
    const { format: _format, place: _place, sheet: _sheet, range: _range, ...mapping } = before
    const own = { shape, headers, encoding, delimiter, skipLines, hasHeader }
    return { mapping: { ...mapping, ...own }, origin: 'recognised', questions: [] }
  }
  const known = input.known.find(
    m =>
      (m.format ?? 'csv') === file.format &&
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
    yearFrom: file.stated?.yearFrom,
    statedCurrency: file.stated?.currency,
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
  if (
    known &&
    nothingAnswered(input.answers) &&
    stillFits(known, proposal.fields) &&
    feeFits(known, proposal) &&
    (proposal.shown === undefined || proposal.shown === known.currency)
  ) {
    const questions = proposal.questions.filter(q => q.id === 'date')
    return {
      mapping: { ...known, ...base, fields: ofYear(known.fields, file) },
      origin: 'recognised',
      questions,
    }
  }
  const { profile, currency, questions } = proposal
  const fields = withinLimit(proposal.fields, names, input.customTaken ?? [])
  return { mapping: { ...base, profile, fields, currency }, origin: 'proposed', questions }
}

/** Dates of day and month lie in the fiscal year that this file states, whichever the one before did. */
function ofYear(fields: Mapping['fields'], { stated }: TableFile): Mapping['fields'] {
  if (!stated) return fields
  const { yearFrom } = stated
  return fields.map(f => (isYearless(f.datePattern ?? '') ? { ...f, datePattern: `ddMM@${yearFrom}` } : f))
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

/** Which table is to be read says nothing of how. */
const nothingAnswered = (answers: InspectInput['answers']): boolean =>
  Object.keys(answers).every(id => id === 'table' || id === 'sections')

/** A mapping that was given may still leave out what an entry cannot be without. */
function unplaced(mapping: Mapping, answers: Readonly<Record<string, string>>): Question[] {
  const has = (...fields: string[]): boolean => mapping.fields.some(f => fields.includes(f.field))
  const questions: Question[] = []
  if (!has('date', 'period') && answers['date'] === undefined)
    questions.push({
      id: 'date',
      text: say().mapDate,
      choices: [],
    })
  if (!has('amount', 'debit', 'credit'))
    questions.push({
      id: 'amount',
      text: say().mapAmount,
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
    const date =
      f.datePattern === undefined ||
      f.datePattern === now.datePattern ||
      ambiguous(f, now) ||
      (isYearless(f.datePattern) && isYearless(now.datePattern ?? ''))
    const style = f.numberStyle === undefined || f.numberStyle.decimal === now.numberStyle?.decimal
    return date && style
  })
}

/** A column of fees that were all nought is settled by the first that are not; one that was settled holds until the balance says no. */
function feeFits(known: Mapping, { fields, questions }: Pick<Proposal, 'fields' | 'questions'>): boolean {
  const fee = known.fields.find(f => f.field === 'fee')
  if (!fee || fields.some(f => f.field === 'fee')) return true
  return fee.numberStyle !== undefined && questions.some(q => q.id === `fee:${fee.column}`)
}

// The user chose between day and month first; the next file may be as ambiguous as the last.
function ambiguous(known: Mapping['fields'][0], now: Mapping['fields'][0]): boolean {
  const sorted = (p: string | undefined): string => [...(p ?? '')].toSorted().join('')
  return sorted(known.datePattern) === sorted(now.datePattern)
}

/** By this a file is recognised: its normalised headers, or how many columns it has. */
export function shapeOf(file: TableFile, names: readonly string[]): string[] {
  const shape = file.layout.hasHeader ? names.map(normaliseHeader) : []
  if (file.format === 'csv') return shape
  // A workbook's mapping must not take the place of a text file's with the same headers.
  return [`(${file.format})`, ...(file.layout.hasHeader ? shape : [`${names.length} columns`])]
}

const sameShape = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i])
