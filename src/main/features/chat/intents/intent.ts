import type { Asked } from '../../../../shared/ask/asked.ts'
import { compile, isCount, signOf } from '../../../../shared/ask/compile.ts'
import type { Answer, AnswerFigure } from '../../../../shared/contract/chat.ts'
import type { Input, MethodName, Output } from '../../../../shared/contract/index.ts'
import type { Data, Series } from '../../../../shared/data/data.ts'
import type { Finding } from '../../../../shared/data/finding.ts'
import { changeRatio } from '../../../../shared/money/change.ts'
import { exponentOf, toDecimal, type Total } from '../../../../shared/money/minor.ts'
import type { Profile } from '../../../../shared/query/dimensions.ts'
import type { Cell, Filters, Query, QueryResult } from '../../../../shared/query/query.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import { language } from '../../../../shared/text/language.ts'
import type { Grain } from '../../../../shared/calendar/grain.ts'
import type { CallContext } from '../../../app.ts'
import { say } from '../messages.ts'

/** What an intent is given. */
export interface Question {
  asked: Asked
  profile: Profile
  currency: string
  ctx: CallContext
}

/** What an intent answers, and how many entries it rests on. */
export interface Answered {
  answer: Answer
  rows: number
  filters: Filters
}

export type AnswerIntent = (question: Question) => Promise<Answered>

/** Another feature's answer, or its failure thrown on. */
export async function call<N extends MethodName>(
  ctx: CallContext,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const result = await ctx.call(name, input)
  if (!result.ok) throw new FailureError(result.failure.code, result.failure.message, result.failure.details)
  return result.value
}

export const query = (
  { asked, profile, ctx }: Question,
  more: Pick<Query, 'distinct'> = {},
): Promise<QueryResult> => call(ctx, 'explore.query', { query: { ...compile(asked, profile), ...more } })

/** A stored amount the way round that people say it. Counts stay. */
export function shown(
  value: Cell | undefined,
  { asked, profile }: Pick<Question, 'asked' | 'profile'>,
): Total | null {
  if (value === null || value === undefined || typeof value === 'string') return null
  if (isCount(asked) || signOf(profile, asked.measure) === 1) return value
  return typeof value === 'bigint' ? -value : value === 0 ? 0 : -value
}

export const unitOf = (asked: Asked): 'money' | 'count' => (isCount(asked) ? 'count' : 'money')

export const labelOf = (result: QueryResult, column: number, key: Cell): string => {
  const dimension = result.columns[column]?.dimension
  return (dimension !== undefined && result.labels[dimension]?.[String(key)]) || String(key)
}

/** How a figure is written in a sentence: files and scripts read it; the page writes its own. */
export function written(
  { kind, value, approximateError }: AnswerFigure,
  currency: string,
  places = 1,
): string {
  if (value === null) return say().none
  if (approximateError !== undefined) return `≈ ${grouped(String(value))}`
  if (kind === 'money') return `${grouped(toDecimal(value as Total, exponentOf(currency)))} ${currency}`
  if (kind === 'count') return grouped(String(value))
  if (kind === 'percent')
    return `${pointed(String(Math.round(Number(value) * 10 ** places) / 10 ** places))} %`
  return String(value)
}

/** A percentage behind a figure; nothing where there is none. */
export const inBrackets = (percent: number | null): string =>
  percent === null ? '' : ` (${pointed(String(percent))} %)`

/** A step of time as it is named. */
export const stepName = (grain: Grain): string => {
  const { steps } = say()
  return steps[grain.replace('fiscal-', '') as keyof typeof steps]
}

/** Digit by digit: an amount must not pass through a float to be written. */
const grouped = (text: string): string => {
  const [whole = '', ...rest] = text.split('.')
  const separator = language() === 'de' ? '.' : ','
  return [whole.replace(/\d(?=(?:\d{3})+$)/g, `$&${separator}`), ...rest].join(
    language() === 'de' ? ',' : '.',
  )
}
const pointed = (text: string): string => (language() === 'de' ? text.replace('.', ',') : text)

/** The headline of an answer, in the shape of all findings. `text` is the sentence in the language of the call. */
export function headline(
  question: Question,
  code: string,
  figures: readonly AnswerFigure[],
  text: string,
  more: {
    n: number
    evidence?: Data[]
    filters?: Filters
    impact?: Total | null
    severity?: Finding['severity']
  },
): Finding {
  const values: Record<string, string | number> = {}
  for (const { code: name, value } of figures)
    if (value !== null) values[name] = typeof value === 'bigint' ? value.toString() : value
  return {
    id: `ask:${question.asked.intent}:${code}`,
    method: `ask-${question.asked.intent}`,
    code,
    values,
    statement: text,
    severity: more.severity ?? 'info',
    impact: more.impact ?? null,
    currency: question.currency,
    n: more.n,
    parameters: {},
    evidence: more.evidence ?? [],
    entries: [],
    ...(more.filters && { filters: more.filters }),
  }
}

export function series(question: Question, x: string[], lines: Series['lines']): Series {
  const unit = unitOf(question.asked)
  return { kind: 'series', unit, ...(unit === 'money' && { currency: question.currency }), x, lines }
}

export const figure = (
  code: string,
  kind: AnswerFigure['kind'],
  value: AnswerFigure['value'],
): AnswerFigure => ({ code, kind, value })

/** a ÷ b in percent, to two places; null from nil. */
export function percentOf(a: Total | null, b: Total | null): number | null {
  if (a === null || b === null || Number(b) === 0) return null
  return Math.round((Number(a) / Math.abs(Number(b))) * 10_000) / 100
}

/** The change from `before` to `now` in percent, to two places; null where a percentage says nothing, as everywhere (`changeRatio`). */
export function changePercent(now: Total | null, before: Total | null): number | null {
  const ratio = now === null || before === null ? null : changeRatio(now, before)
  return ratio === null ? null : Math.round(ratio * 10_000) / 100
}

export const minus = (a: Total | null, b: Total | null): Total | null =>
  a === null || b === null ? null : narrowed(BigInt(a) - BigInt(b))

const narrowed = (value: bigint): Total => (Number.isSafeInteger(Number(value)) ? Number(value) : value)
