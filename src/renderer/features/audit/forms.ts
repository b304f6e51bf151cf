import {
  AuditRequestSchema,
  BENFORD_DIGITS,
  DUPLICATE_KINDS,
  SIGNS,
  type AuditRequest,
  type AuditTest,
} from '../../../shared/data/audit-request.ts'
import type { en } from './messages-en.ts'

export type ParameterName = Exclude<keyof (typeof en)['parameters'], 'agingDays'>

export interface Parameter {
  name: ParameterName
  /** several: boxes to tick; lines: one a line. */
  kind:
    | 'whole'
    | 'decimal'
    | 'amount'
    | 'text'
    | 'amounts'
    | 'wholes'
    | 'words'
    | 'several'
    | 'choice'
    | 'yes-no'
    | 'lines'
  choices?: readonly string[]
}

/** What can be set of each test, in the order of its form. */
export const FORMS: Readonly<Record<AuditTest, readonly Parameter[]>> = {
  benford: [
    { name: 'digits', kind: 'several', choices: BENFORD_DIGITS },
    { name: 'signs', kind: 'several', choices: SIGNS },
    { name: 'seed', kind: 'whole' },
  ],
  duplicates: [
    { name: 'days', kind: 'whole' },
    { name: 'kinds', kind: 'several', choices: DUPLICATE_KINDS },
    { name: 'reversalDays', kind: 'whole' },
  ],
  gaps: [
    { name: 'least', kind: 'whole' },
    { name: 'density', kind: 'whole' },
    { name: 'jump', kind: 'whole' },
    { name: 'repeats', kind: 'yes-no' },
  ],
  limit: [
    { name: 'limits', kind: 'amounts' },
    { name: 'percent', kind: 'whole' },
  ],
  round: [{ name: 'multipleOf', kind: 'whole' }],
  sample: [
    { name: 'sign', kind: 'choice', choices: SIGNS },
    { name: 'materiality', kind: 'amount' },
    { name: 'confidence', kind: 'decimal' },
    { name: 'interval', kind: 'amount' },
    { name: 'seed', kind: 'whole' },
  ],
  split: [
    { name: 'limit', kind: 'amount' },
    { name: 'days', kind: 'whole' },
    { name: 'least', kind: 'whole' },
  ],
  weekend: [
    { name: 'country', kind: 'text' },
    { name: 'weekend', kind: 'wholes' },
    { name: 'opens', kind: 'text' },
    { name: 'closes', kind: 'text' },
  ],
  stratify: [
    { name: 'bounds', kind: 'amounts' },
    { name: 'total', kind: 'amount' },
    { name: 'count', kind: 'whole' },
  ],
  aging: [
    { name: 'asOf', kind: 'text' },
    { name: 'days', kind: 'wholes' },
    { name: 'settle', kind: 'choice', choices: ['oldest-first', 'none'] },
    { name: 'total', kind: 'amount' },
  ],
  match: [
    { name: 'employees', kind: 'lines' },
    { name: 'fuzzy', kind: 'yes-no' },
  ],
  unbalanced: [],
  pairs: [
    { name: 'most', kind: 'whole' },
    { name: 'least', kind: 'whole' },
  ],
  dating: [
    { name: 'back', kind: 'whole' },
    { name: 'forward', kind: 'whole' },
  ],
  'period-end': [
    { name: 'days', kind: 'whole' },
    { name: 'minimum', kind: 'amount' },
  ],
  keywords: [{ name: 'words', kind: 'words' }],
  'same-user': [],
  payees: [
    { name: 'asOf', kind: 'text' },
    { name: 'newDays', kind: 'whole' },
    { name: 'staleDays', kind: 'whole' },
  ],
  dormant: [{ name: 'days', kind: 'whole' }],
  outliers: [
    { name: 'threshold', kind: 'decimal' },
    { name: 'least', kind: 'whole' },
    { name: 'ratio', kind: 'decimal' },
  ],
}

export type Draft = Readonly<Record<string, string>>

/** What must be given has no default: it is taken out again. */
const REQUIRED = { limits: ['1'], limit: '1', materiality: '1' }

/** The defaults of a test as its form shows them; lists with commas. `place`: whose holidays are looked at, '' for nobody's. */
export function draftOf(test: AuditTest, place = ''): Draft {
  const known = AuditRequestSchema.parse({ test, ...REQUIRED }) as unknown as Record<
    string,
    string | number | boolean | readonly (string | number)[] | undefined
  >
  return Object.fromEntries(
    FORMS[test].map(({ name, kind }) => {
      if (name === 'country') return [name, place]
      const value = name in REQUIRED ? undefined : known[name]
      if (kind === 'yes-no') return [name, value === undefined ? '' : value ? 'yes' : 'no']
      if (kind === 'lines' || value === undefined) return [name, '']
      return [name, typeof value === 'object' ? value.join(', ') : String(value)]
    }),
  )
}

const parts = (text: string, by: RegExp): string[] =>
  text
    .split(by)
    .map(part => part.trim())
    .filter(part => part !== '')

/** The request that a form says; or the names of what cannot be used. */
export function requestOf(test: AuditTest, draft: Draft): { request: AuditRequest } | { wrong: string[] } {
  const given: Record<string, unknown> = { test }
  for (const { name, kind } of FORMS[test]) {
    const text = (draft[name] ?? '').trim()
    if (text !== '') given[name] = valueOf(kind, text)
  }
  const read = AuditRequestSchema.safeParse(given)
  if (read.success) return { request: read.data }
  return { wrong: [...new Set(read.error.issues.map(issue => String(issue.path[0] ?? '')))] }
}

function valueOf(kind: Parameter['kind'], text: string): unknown {
  switch (kind) {
    case 'whole':
    case 'decimal':
      return Number(text)
    case 'amount':
      return text.replaceAll(/\s/g, '')
    case 'amounts':
      return parts(text, /[,;\s]+/)
    case 'wholes':
      return parts(text, /[,;\s]+/).map(Number)
    case 'words':
      return parts(text, /[,;\n]+/)
    case 'several':
      return parts(text, /,/)
    case 'yes-no':
      return text === 'yes'
    case 'lines':
      return parts(text, /\n+/).map(line => {
        const [name = '', bank = ''] = line.split(/[;\t]/).map(part => part.trim())
        return { name, bank }
      })
    default:
      return text
  }
}
