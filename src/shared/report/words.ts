import type { Filters, Measure } from '../query/query.ts'
import { measureKey } from '../query/query.ts'
import { catalogue } from '../text/language.ts'
import type { Derived, FigureDefinition } from './figure.ts'

/** How a member or a dimension is called; by default by its key. */
export interface Names {
  dimension: (id: string) => string
  member: (dimension: string, key: string) => string
}

const say = catalogue({
  en: {
    none: 'none',
    statistic: (output: string, method: string, analysis: string, of: string) =>
      `${output}, by ${method} (${analysis}), of ${of}.`,
    query: (measure: string, of: string, turned: boolean) =>
      `${measure} of ${of}${turned ? ', with its sign turned round' : ''}.`,
    measures: {
      sum: 'Sum',
      count: 'Number',
      mean: 'Mean',
      median: 'Median',
      min: 'Least amount',
      max: 'Largest amount',
    } as Partial<Record<Measure['op'], string>>,
    distinct: (of: string) => `Number of different members of ${of}`,
    percentile: (p: number) => `Percentile ${p}`,
    abs: ' without signs,',
    original: ' in their own currency,',
    between: (from: string, to: string) => `from ${from} to ${to}`,
    from: (day: string) => `from ${day}`,
    to: (day: string) => `up to ${day}`,
    is: (what: string, members: string) => `${what} is ${members}`,
    isNot: (what: string, members: string) => `${what} is not ${members}`,
    words: (text: string) => `with the words “${text}”`,
    size: 'size of the amount',
    amount: 'amount',
    least: (what: string, value: number) => `${what} at least ${value} (smallest unit)`,
    most: (what: string, value: number) => `${what} at most ${value} (smallest unit)`,
    imports: (list: string) => `of import ${list}`,
    entries: (list: string) => `with the number ${list}`,
    all: 'all entries',
    some: (which: string) => `the entries ${which}`,
    many: (list: string, more: number) => `one of ${list} and ${more} more`,
    or: ' or ',
    derived: {
      sum: (n: number) => `Sum of ${n} figures:`,
      difference: 'The first figure less the second:',
      ratio: 'The first figure divided by the second:',
      share: 'The first figure as a percentage of the second:',
      change: 'How much the first figure differs from the second, as a percentage of the second’s size:',
      per: (by: number) => `The figure divided by ${by}:`,
    },
  },
  de: {
    none: 'ohne',
    statistic: (output, method, analysis, of) => `${output}, mit ${method} (${analysis}), von: ${of}.`,
    query: (measure, of, turned) => `${measure} von: ${of}${turned ? ', mit umgekehrtem Vorzeichen' : ''}.`,
    measures: {
      sum: 'Summe',
      count: 'Anzahl',
      mean: 'Mittelwert',
      median: 'Median',
      min: 'Kleinster Betrag',
      max: 'Größter Betrag',
    },
    distinct: of => `Anzahl verschiedener Mitglieder (${of})`,
    percentile: p => `Perzentil ${p}`,
    abs: ' ohne Vorzeichen,',
    original: ' in der eigenen Währung,',
    between: (from, to) => `von ${from} bis ${to}`,
    from: day => `ab ${day}`,
    to: day => `bis ${day}`,
    is: (what, members) => `${what} ist ${members}`,
    isNot: (what, members) => `${what} ist nicht ${members}`,
    words: text => `mit den Wörtern „${text}“`,
    size: 'Größe des Betrags',
    amount: 'Betrag',
    least: (what, value) => `${what} mindestens ${value} (kleinste Einheit)`,
    most: (what, value) => `${what} höchstens ${value} (kleinste Einheit)`,
    imports: list => `aus Import ${list}`,
    entries: list => `mit der Nummer ${list}`,
    all: 'alle Buchungen',
    some: which => `die Buchungen ${which}`,
    many: (list, more) => `eines von ${list} und ${more} weiteren`,
    or: ' oder ',
    derived: {
      sum: n => `Summe von ${n} Zahlen:`,
      difference: 'Die erste Zahl weniger die zweite:',
      ratio: 'Die erste Zahl geteilt durch die zweite:',
      share: 'Die erste Zahl als Prozentsatz der zweiten:',
      change: 'Wie weit die erste Zahl von der zweiten abweicht, als Prozentsatz der Größe der zweiten:',
      per: by => `Die Zahl geteilt durch ${by}:`,
    },
  },
})

const KEYS: Names = {
  dimension: id => id.replaceAll('_', ' '),
  member: (_id, key) => (key === '' ? say().none : key),
}

/** What a figure is, as a sentence: for the command line and for evidence packs. The program's pages say it by their own catalogues. */
export function definitionInWords(definition: FigureDefinition, names: Names = KEYS): string {
  if ('derived' in definition) return derivedInWords(definition.derived)
  if ('statistic' in definition) {
    const { analysis, method, output, filters } = definition.statistic
    return say().statistic(output, method, analysis, filtersInWords(filters, names))
  }
  const { measure, filters, negate } = definition.query
  return say().query(measureInWords(measure, names), filtersInWords(filters, names), negate === true)
}

function measureInWords(measure: Measure, names: Names): string {
  const { op, of, abs } = measure
  if (op === 'distinct') return say().distinct(names.dimension(of))
  const word =
    op === 'percentile' ? say().percentile(measure.p ?? 50) : (say().measures[op] ?? measureKey(measure))
  if (op === 'count') return word
  return `${word}${abs ? say().abs : ''}${of === 'original' ? say().original : ''}`
}

function filtersInWords(filters: Filters, names: Names): string {
  const t = say()
  const { from, to } = filters
  const parts: string[] = []
  if (from !== undefined && to !== undefined) parts.push(t.between(from, to))
  else if (from !== undefined) parts.push(t.from(from))
  else if (to !== undefined) parts.push(t.to(to))
  for (const [id, keys] of Object.entries(filters.members ?? {}))
    parts.push(t.is(names.dimension(id), listed(keys.map(key => names.member(id, key)))))
  for (const [id, keys] of Object.entries(filters.notMembers ?? {}))
    parts.push(t.isNot(names.dimension(id), listed(keys.map(key => names.member(id, key)))))
  if (filters.text) parts.push(t.words(filters.text))
  const size = filters.absolute ? t.size : t.amount
  if (filters.minAmount !== undefined) parts.push(t.least(size, filters.minAmount))
  if (filters.maxAmount !== undefined) parts.push(t.most(size, filters.maxAmount))
  if (filters.batches) parts.push(t.imports(listed(filters.batches.map(String))))
  if (filters.entries) parts.push(t.entries(listed(filters.entries.map(String))))
  return parts.length === 0 ? t.all : t.some(parts.join('; '))
}

const MANY = 12
const listed = (words: readonly string[]): string =>
  words.length > MANY
    ? say().many(words.slice(0, MANY).join(', '), words.length - MANY)
    : words.join(say().or)

function derivedInWords({ how, of, by }: Derived): string {
  const { derived } = say()
  if (how === 'sum') return derived.sum(of.length)
  return how === 'per' ? derived.per(by ?? 1) : derived[how]
}
