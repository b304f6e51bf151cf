import { z } from 'zod'
import { divideRounded, exponentOf, toDecimal, type Total } from '../money/minor.ts'
import { FiltersSchema, IsoDateText, MeasureSchema, type Filters, type Measure } from '../query/query.ts'
import { withActual } from '../query/scenario.ts'
import { sha256OfAscii } from './sha256.ts'

/**
 * A figure is a printed number with the way back to its rows. Its id depends on what it is, not on what it came to: the same question
 * in the same workspace has the same id in every report, so that two reports can be held against each other.
 */

/** 'F-7K3M-9QXD-2TRB': 60 bits in Crockford's base 32 (no I, L, O, U). */
export const FigureIdSchema = z.string().regex(/^F(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)

/** Where a figure comes from when it is read off the ledger: one measure over the entries that pass the filters. */
export const FigureQuerySchema = z.object({
  filters: FiltersSchema,
  measure: MeasureSchema,
  /** True where the report prints the amount with its sign turned round (spending as a positive number). */
  negate: z.boolean().optional(),
})
export type FigureQuery = z.infer<typeof FigureQuerySchema>

export const DERIVATIONS = ['sum', 'difference', 'ratio', 'share', 'change', 'per'] as const

/**
 * sum: a + b + …; difference: a − b; ratio: a ÷ b; share: a ÷ b as a percentage; change: (a − b) ÷ |b| as a percentage, none from a loss to
 * a gain or back, which no percentage describes; per: a ÷ `by`
 * (an average a month). Quotients are rounded to `places`, halves away from zero.
 */
export const DerivedSchema = z.object({
  how: z.enum(DERIVATIONS),
  of: z.array(FigureIdSchema).min(1).max(10_000),
  by: z.number().int().min(1).optional(),
  places: z.number().int().min(0).max(12).optional(),
})
export type Derived = z.infer<typeof DerivedSchema>

/** A statistic of an analysis (a forecast, a p-value): explained by how it was made and by the rows that it saw, not added up from them. */
export const FromAnalysisSchema = z.object({
  analysis: z.string().min(1).max(64),
  method: z.string().max(64),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  seed: z.number().int().optional(),
  filters: FiltersSchema,
  /** Which of the analysis's outputs: 'forecast 2025-07, upper'. */
  output: z.string().max(400),
})
export type FromAnalysis = z.infer<typeof FromAnalysisSchema>

export const FigureDefinitionSchema = z.union([
  z.object({ query: FigureQuerySchema }),
  z.object({ derived: DerivedSchema }),
  z.object({ statistic: FromAnalysisSchema }),
])
export type FigureDefinition = z.infer<typeof FigureDefinitionSchema>

const FigureBase = z.object({
  id: FigureIdSchema,
  label: z.string().max(2000),
  /** A plain decimal with all its places, as exact as the ledger; null where there is no value (a mean of nothing). */
  value: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .nullable(),
  /** A currency's code, or 'count', 'percent', 'ratio'. */
  unit: z.string().min(1).max(16),
  /** The workspace's revision that the value was read at. */
  revision: z.number().int(),
  /** When, as ISO 8601 with the time zone Z. */
  asOf: z.string(),
})
export const FigureSchema = z.union([
  FigureBase.extend({ query: FigureQuerySchema }),
  FigureBase.extend({ derived: DerivedSchema }),
  FigureBase.extend({ statistic: FromAnalysisSchema }),
])
export type Figure = z.infer<typeof FigureSchema>

/** The day on which a figure was read. */
export const dayOfFigure = (figure: Figure): string => IsoDateText.parse(figure.asOf.slice(0, 10))

/** One JSON text for one meaning: keys sorted, members sorted and once each, defaults left out, ASCII only. */
export function canonical(definition: FigureDefinition): string {
  return toCanonicalJson(tidy(definition))
}

/** A figure's id: of its definition in this workspace (`workspace`: its random id). */
export function figureId(definition: FigureDefinition, workspace: string): string {
  const hex = sha256OfAscii(toCanonicalJson([workspace, tidy(definition)]))
  const bits = BigInt(`0x${hex.slice(0, 15)}`)
  const digits = Array.from({ length: 12 }, (_, i) => ALPHABET[Number((bits >> BigInt(55 - 5 * i)) & 31n)])
  return `F-${[0, 4, 8].map(at => digits.slice(at, at + 4).join('')).join('-')}`
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What a person typed or scanned as an id: lower case, without hyphens, O for 0, I or L for 1. Undefined where it is none. */
export function readFigureId(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s–—-]/g, '')
    .replace(/^F/, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const id = `F-${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`
  return FigureIdSchema.safeParse(id).success ? id : undefined
}

/** What every figure of one report has in common. `currency`: the base currency, or the entries' own for measures of 'original'. */
export interface FigureContext {
  workspace: string
  revision: number
  asOf: string
  currency: string
}

export type QueryFigure = Extract<Figure, { query: FigureQuery }>
export type DerivedFigure = Extract<Figure, { derived: Derived }>

/**
 * The figure of an engine's answer. `value` is the answer as the engine gave it (minor units or a count); with `negate` the figure
 * prints it with its sign turned. Filters that say nothing of scenarios are about actual entries, and the figure says so.
 */
export function queryFigure(
  label: string,
  query: { filters: Filters; measure: Measure; negate?: boolean | undefined },
  value: Total | null,
  { workspace, revision, asOf, currency }: FigureContext,
): QueryFigure {
  const { measure, negate } = query
  const plain: FigureQuery = {
    filters: withActual(query.filters),
    measure,
    ...(negate === true && { negate: true }),
  }
  return {
    id: figureId({ query: plain }, workspace),
    label,
    value: valueText(measure, value, negate === true, currency),
    unit: isCount(measure) ? 'count' : currency,
    revision,
    asOf,
    query: plain,
  }
}

const isCount = (measure: Measure): boolean => measure.op === 'count' || measure.op === 'distinct'

function valueText(measure: Measure, value: Total | null, negate: boolean, currency: string): string | null {
  if (value === null) return null
  const signed = negate ? -BigInt(value) : BigInt(value)
  return toDecimal(signed, isCount(measure) ? 0 : exponentOf(currency))
}

/** A figure made of others, in the order of `parts`. Its value is exact, or rounded to `places` (2 for ratio and per, 1 for percentages). */
export function derivedFigure(
  label: string,
  derived: { how: Derived['how']; by?: number; places?: number },
  parts: readonly Figure[],
  { workspace, revision, asOf }: Omit<FigureContext, 'currency'>,
): DerivedFigure {
  const plain: Derived = { ...derived, of: parts.map(part => part.id) }
  return {
    id: figureId({ derived: plain }, workspace),
    label,
    value: deriveValue(
      plain,
      parts.map(part => part.value),
    ),
    unit: unitOf(plain.how, parts),
    revision,
    asOf,
    derived: plain,
  }
}

function unitOf(how: Derived['how'], parts: readonly Figure[]): string {
  if (how === 'share' || how === 'change') return 'percent'
  if (how === 'ratio') return 'ratio'
  return parts[0]?.unit ?? 'count'
}

/** A derived figure's value out of its parts' values; null where a part has none, or the divisor is nil. */
export function deriveValue(
  { how, by, places }: Pick<Derived, 'how' | 'by' | 'places'>,
  values: readonly (string | null)[],
): string | null {
  const known = values.filter(value => value !== null)
  if (known.length < values.length || known.length === 0) return null
  const scale = Math.max(...known.map(value => value.split('.')[1]?.length ?? 0))
  const parts = known.map(value => scaled(value, scale))
  const [a = 0n, b = 0n] = parts
  switch (how) {
    case 'sum':
      return toDecimal(
        parts.reduce((all, one) => all + one, 0n),
        scale,
      )
    case 'difference':
      return toDecimal(a - b, scale)
    case 'ratio':
      return quotient(a, b, places ?? 2)
    case 'share':
      return quotient(a * 100n, b, places ?? 1)
    case 'change':
      return crosses(a, b) ? null : quotient((a - b) * 100n, b < 0n ? -b : b, places ?? 1)
    case 'per':
      return quotient(a, BigInt(by ?? 1) * 10n ** BigInt(scale), places ?? scale)
  }
}

/** Whether one is above nought and the other below. */
export const crosses = (a: bigint | number, b: bigint | number): boolean =>
  (a < 0 && b > 0) || (a > 0 && b < 0)

/** A decimal text as a whole number of 10^-scale. */
function scaled(text: string, scale: number): bigint {
  const [whole = '0', digits = ''] = text.split('.')
  return BigInt(whole + digits.padEnd(scale, '0'))
}

const quotient = (a: bigint, b: bigint, places: number): string | null =>
  b === 0n ? null : toDecimal(divideRounded(a * 10n ** BigInt(places), b), places)

function tidy(definition: FigureDefinition): unknown {
  if ('query' in definition) {
    const { filters, measure, negate } = definition.query
    return { query: { filters: tidyFilters(filters), measure, ...(negate === true && { negate }) } }
  }
  if ('statistic' in definition)
    return { statistic: { ...definition.statistic, filters: tidyFilters(definition.statistic.filters) } }
  const { how, of, by, places } = definition.derived
  // The order of a sum's parts is nobody's business.
  return { derived: { how, of: how === 'sum' ? of.toSorted() : of, by, places } }
}

function tidyFilters(filters: Filters): unknown {
  const sorted = (record: Record<string, string[]> | undefined) =>
    record && Object.fromEntries(Object.entries(record).map(([id, keys]) => [id, [...new Set(keys)].sort()]))
  return {
    ...filters,
    members: sorted(filters.members),
    notMembers: sorted(filters.notMembers),
    batches: filters.batches?.toSorted((a, b) => a - b),
    entries: filters.entries?.toSorted((a, b) => a - b),
  }
}

function toCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined && one !== false && !isEmptyRecord(one))
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, one]) => `${ascii(key)}:${toCanonicalJson(one)}`).join(',')}}`
  }
  return ascii(value)
}

/** No members asked for is no filter; an empty list of members is one, and keeps nothing. */
const isEmptyRecord = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0

const ascii = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[\u007F-\uFFFF]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
