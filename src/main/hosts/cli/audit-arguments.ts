import {
  AUDIT_FIELDS,
  AuditRequestSchema,
  type AuditField,
  type AuditRequest,
  type AuditTest,
} from '../../../shared/data/audit-request.ts'
import type { AuditSources } from '../../../shared/data/workpaper.ts'
import { fold } from '../../../shared/text/fold.ts'
import { readPlainTable, textColumn } from '../../files/plain-table.ts'
import { CommandError, UsageError, type Arguments, type CommandContext } from './command.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { tableFile } from './table-file.ts'

export const AUDIT_COLUMNS = [...AUDIT_FIELDS, 'audit'] as const
type AuditColumns = Partial<Record<AuditField | 'audit', string>>

type Kind = 'whole' | 'decimal' | 'text' | 'list' | 'wholes' | 'yes-no' | 'people'

/** Options of each test beside the columns, by how they are read. */
const OPTIONS: Readonly<Record<AuditTest, Readonly<Record<string, Kind>>>> = {
  benford: { digits: 'list', signs: 'list', seed: 'whole' },
  duplicates: { days: 'whole', kinds: 'list', 'reversal-days': 'whole' },
  gaps: { least: 'whole', density: 'whole', jump: 'whole', repeats: 'yes-no' },
  limit: { limits: 'list', percent: 'whole' },
  round: { 'multiple-of': 'whole' },
  sample: { sign: 'text', materiality: 'text', confidence: 'decimal', interval: 'text', seed: 'whole' },
  split: { limit: 'text', days: 'whole', least: 'whole' },
  weekend: { country: 'text', weekend: 'wholes', opens: 'text', closes: 'text' },
  stratify: { bounds: 'list', total: 'text', count: 'whole' },
  aging: { 'as-of': 'text', days: 'wholes', settle: 'text', total: 'text' },
  match: { employees: 'people', fuzzy: 'yes-no' },
  unbalanced: {},
  pairs: { most: 'whole', least: 'whole' },
  dating: { back: 'whole', forward: 'whole' },
  'period-end': { days: 'whole', minimum: 'text' },
  keywords: { words: 'list' },
  'same-user': {},
  payees: { 'as-of': 'text', 'new-days': 'whole', 'stale-days': 'whole' },
  dormant: { days: 'whole' },
  outliers: { threshold: 'decimal', least: 'whole', ratio: 'decimal' },
}
export const AUDIT_OPTIONS = [...new Set(Object.values(OPTIONS).flatMap(options => Object.keys(options)))]

/** `--column` is what the test is about: the number of a series for gaps, the amount for all others. */
export function readAuditColumns(test: AuditTest, args: Arguments): AuditColumns {
  const columns: AuditColumns = {}
  for (const column of AUDIT_COLUMNS) {
    const name = args.text(column)
    if (name !== undefined) columns[column] = name
  }
  const column = args.text('column')
  if (column === undefined) return columns
  const main = test === 'gaps' ? 'number' : 'amount'
  if (columns[main] !== undefined) throw new UsageError(`--column and --${main} are the same here: give one.`)
  return { ...columns, [main]: column }
}

/** The test with its options. UsageError naming the option that is missing or cannot be used, or that is another test's. */
export async function readAuditRequest(test: AuditTest, context: CommandContext): Promise<AuditRequest> {
  const { args } = context
  const request: Record<string, unknown> = { test }
  for (const name of AUDIT_OPTIONS) {
    const kind = OPTIONS[test][name]
    const value = args.text(name)
    if (value === undefined) continue
    if (kind === undefined) throw new UsageError(`--${name} does not go with audit ${test}.`)
    request[camel(name)] = await read(name, kind, value, context)
  }
  const found = AuditRequestSchema.safeParse(request)
  if (found.success) return found.data
  const [problem] = found.error.issues
  const option = String(problem?.path[0] ?? '').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  throw new UsageError(
    `--${option} of audit ${test} is missing or cannot be used: ${problem?.message ?? ''}.`,
  )
}

const camel = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

async function read(name: string, kind: Kind, value: string, context: CommandContext): Promise<unknown> {
  const parts = (): string[] => value.split(',').map(part => part.trim())
  switch (kind) {
    case 'whole':
      return context.args.count(name)
    case 'decimal':
      return Number(value)
    case 'list':
      return parts()
    case 'wholes':
      return parts()
        .filter(part => part !== '')
        .map(Number)
    case 'yes-no':
      if (value !== 'yes' && value !== 'no') throw new UsageError(`--${name} takes yes or no, not ${value}.`)
      return value === 'yes'
    case 'people':
      return people(value, context)
    case 'text':
      return value
  }
}

/** A CSV with the columns name and, where it is known, bank. */
async function people(file: string, context: CommandContext): Promise<{ name: string; bank: string }[]> {
  const { token, name } = await tableFile(context, file)
  const path = context.app.files.path(token)?.path
  if (path === undefined) throw new UsageError(`${file} is not at hand.`)
  try {
    const table = readPlainTable({ path, name })
    const banks = table.header.includes('bank') ? textColumn(table, 'bank') : []
    return textColumn(table, 'name').map((one, row) => ({
      name: one.trim(),
      bank: (banks[row] ?? '').trim(),
    }))
  } catch (error) {
    if (error instanceof FailureError) throw new CommandError(error.failure)
    throw error
  }
}

/** `--field approver=Approved by`: a column of the workspace by its id or the name that people know it by. */
export async function readAuditSources({ args, call }: CommandContext): Promise<AuditSources> {
  const given = args.list('field')
  if (given.length === 0) return {}
  const { sources } = await call('audit.tests', {})
  const chosen: AuditSources = {}
  for (const clause of given) {
    const [name = '', ...rest] = clause.split('=')
    const wanted = rest.join('=').trim()
    const field = AUDIT_FIELDS.find(one => one === name.trim())
    if (!field || wanted === '')
      throw new UsageError(
        `--field takes FIELD=COLUMN with one of ${AUDIT_FIELDS.join(', ')}, not ${clause}.`,
      )
    const source =
      sources.find(one => one.id === wanted) ?? sources.find(one => fold(one.label) === fold(wanted))
    if (!source)
      throw new UsageError(
        `There is no column “${wanted}”; there are ${sources.map(one => one.label).join(', ')}.`,
      )
    chosen[field] = source.id
  }
  return chosen
}
