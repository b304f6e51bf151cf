import type { Asked } from '../../../shared/ask/asked.ts'
import { compile } from '../../../shared/ask/compile.ts'
import { parseIsoDate, toIsoDate } from '../../../shared/calendar/day.ts'
import type { Reply } from '../../../shared/contract/chat.ts'
import type { Query } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { textIndexReady } from '../../text-index-ready.ts'
import type { Understanding } from './analysis/understanding.ts'
import { chipsOf } from './chips.ts'
import { intents } from './intents/index.ts'
import { suggest } from './suggest.ts'
import { language } from '../../../shared/text/language.ts'
import { say } from './messages.ts'

export interface Asking {
  question?: string
  asked?: Asked
  after?: Asked
  today?: string
}

/** Understands and answers one question. Writes nothing, reaches no network. */
export async function reply(ctx: CallContext, asking: Asking): Promise<Reply> {
  const { reader } = requireWorkspace(ctx)
  const today = asking.today ?? todayHere()
  const question = asking.question ?? ''
  if (asking.asked) return answered(ctx, question, { ...NOTHING, asked: asking.asked }, 'chips', today)
  if (asking.question === undefined) throw new FailureError('bad-input', say().askSomething)
  const understanding = await reader.call(
    'chatUnderstand',
    { question, today, before: asking.after },
    { signal: ctx.signal },
  )
  return answered(ctx, question, understanding, 'rules', today)
}

export const NOTHING: Understanding = {
  unknown: [],
  corrected: [],
  choices: [],
  members: [],
  followed: false,
}

/** Answers what was understood, by rules, chips or a model: all the same from here. */
export async function answered(
  ctx: CallContext,
  question: string,
  understood: Understanding,
  by: Reply['by'],
  today: string,
): Promise<Reply> {
  const { reader } = requireWorkspace(ctx)
  const known = await reader.call('chatKnown', { today })
  const { asked } = understood
  const base: Reply = {
    question,
    asked: asked ?? null,
    intent: asked?.intent ?? null,
    refused: understood.refused ?? null,
    message: understood.refused ? say().refused[understood.refused] : '',
    query: null,
    sql: null,
    chips: [],
    period: null,
    members: understood.members,
    answer: null,
    rows: null,
    filters: null,
    unknown: understood.unknown,
    corrected: understood.corrected,
    choices: understood.choices,
    suggestions: [],
    assumed: understood.assumed ?? null,
    followed: understood.followed,
    by,
    revision: requireWorkspace(ctx).revision,
    currency: known.currency,
    profile: known.setting.profile,
  }
  if (!asked) return { ...base, suggestions: suggest(known, language()).slice(0, 4) }
  const labels = new Map(known.members.map(m => [`${m.dimension}\u001f${m.key}`, m.label]))
  const labelOf = (dimension: string, key: string): string => labels.get(`${dimension}\u001f${key}`) ?? key
  const query = queryOf(asked, known.setting.profile)
  const shown: Reply = {
    ...base,
    query,
    sql: await reader.call('chatStatement', { query }),
    chips: chipsOf(asked, known.currency, labelOf),
    period: periodOf(asked, understood),
    members: understood.members.length > 0 ? understood.members : membersOf(asked, labelOf),
  }
  const open = understood.choices.find(choice => choice.needed)
  if (open) return { ...shown, message: say().chooseOne(open.words, open.options.length) }
  await textIndexReady(query.filters, ctx)
  const found = await intents[asked.intent]({
    asked,
    profile: known.setting.profile,
    currency: known.currency,
    ctx,
  })
  return {
    ...shown,
    answer: found.answer,
    rows: found.rows,
    filters: found.filters,
    message: found.answer.findings[0]?.statement ?? '',
  }
}

/** The query with the scenario that it is about, as it is run. */
function queryOf(asked: Asked, profile: Reply['profile']): Query {
  const query = compile(asked, profile)
  return { ...query, filters: withActual(query.filters, query.groupBy) }
}

function periodOf({ from, to }: Asked, { period }: Understanding): Reply['period'] {
  if (from === undefined && to === undefined) return null
  const last = parseIsoDate(to ?? '')
  return {
    from: from ?? null,
    to: to ?? null,
    until: last === undefined ? null : toIsoDate(last + 1),
    words: period?.words ?? '',
    cut: period?.cut ?? false,
  }
}

function membersOf(
  { members, notMembers }: Asked,
  labelOf: (dimension: string, key: string) => string,
): Reply['members'] {
  const all = (of: Asked['members'], leftOut: boolean): Reply['members'] =>
    Object.entries(of).flatMap(([dimension, keys]) =>
      keys.map(key => ({ dimension, key, label: labelOf(dimension, key), leftOut, words: '' })),
    )
  return [...all(members, false), ...all(notMembers, true)]
}

/** The day that it is where the machine stands. */
export function todayHere(): string {
  const now = new Date()
  return toIsoDate(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000)
}
