import { measureKey, type Filters, type Measure } from '../query/query.ts'
import type { Derived, FigureDefinition } from './figure.ts'

/** How a member or a dimension is called; by default by its key. */
export interface Names {
  dimension: (id: string) => string
  member: (dimension: string, key: string) => string
}

const KEYS: Names = {
  dimension: id => id.replaceAll('_', ' '),
  member: (_id, key) => (key === '' ? 'none' : key),
}

/** What a figure is, as an English sentence: for the command line and for evidence packs. The program's pages say it by their catalogues. */
export function definitionInWords(definition: FigureDefinition, names: Names = KEYS): string {
  if ('derived' in definition) return derivedInWords(definition.derived)
  if ('statistic' in definition) {
    const { analysis, method, output, filters } = definition.statistic
    return `${output}, by ${method} (${analysis}), of ${filtersInWords(filters, names)}.`
  }
  const { measure, filters, negate } = definition.query
  const turned = negate ? ', with its sign turned round' : ''
  return `${measureInWords(measure, names)} of ${filtersInWords(filters, names)}${turned}.`
}

const MEASURES: Partial<Record<Measure['op'], string>> = {
  sum: 'Sum',
  count: 'Number',
  mean: 'Mean',
  median: 'Median',
  min: 'Least amount',
  max: 'Largest amount',
}

function measureInWords(measure: Measure, names: Names): string {
  const { op, of, abs } = measure
  if (op === 'distinct') return `Number of different members of ${names.dimension(of)}`
  const word = op === 'percentile' ? `Percentile ${measure.p ?? 50}` : (MEASURES[op] ?? measureKey(measure))
  if (op === 'count') return word
  return `${word}${abs ? ' without signs,' : ''}${of === 'original' ? ' in their own currency,' : ''}`
}

function filtersInWords(filters: Filters, names: Names): string {
  const parts: string[] = []
  if (filters.from !== undefined && filters.to !== undefined)
    parts.push(`from ${filters.from} to ${filters.to}`)
  else if (filters.from !== undefined) parts.push(`from ${filters.from}`)
  else if (filters.to !== undefined) parts.push(`up to ${filters.to}`)
  for (const [id, keys] of Object.entries(filters.members ?? {}))
    parts.push(`${names.dimension(id)} is ${listed(keys.map(key => names.member(id, key)))}`)
  for (const [id, keys] of Object.entries(filters.notMembers ?? {}))
    parts.push(`${names.dimension(id)} is not ${listed(keys.map(key => names.member(id, key)))}`)
  if (filters.text) parts.push(`with the words “${filters.text}”`)
  const size = filters.absolute ? 'size of the amount' : 'amount'
  if (filters.minAmount !== undefined) parts.push(`${size} at least ${filters.minAmount} (smallest unit)`)
  if (filters.maxAmount !== undefined) parts.push(`${size} at most ${filters.maxAmount} (smallest unit)`)
  if (filters.batches) parts.push(`of import ${listed(filters.batches.map(String))}`)
  return parts.length === 0 ? 'all entries' : `the entries ${parts.join('; ')}`
}

const MANY = 12
const listed = (words: readonly string[]): string =>
  words.length > MANY
    ? `one of ${words.slice(0, MANY).join(', ')} and ${words.length - MANY} more`
    : words.join(' or ')

function derivedInWords({ how, of, by }: Derived): string {
  switch (how) {
    case 'sum':
      return `Sum of ${of.length} figures:`
    case 'difference':
      return 'The first figure less the second:'
    case 'ratio':
      return 'The first figure divided by the second:'
    case 'share':
      return 'The first figure as a percentage of the second:'
    case 'change':
      return 'How much the first figure differs from the second, as a percentage of the second’s size:'
    case 'per':
      return `The figure divided by ${by ?? 1}:`
  }
}
