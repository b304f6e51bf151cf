import { z } from 'zod'
import { AskedSchema, ASKED_MEASURES, INTENTS } from '../ask/asked.ts'
import { FindingSchema } from '../data/finding.ts'
import { PROFILES } from '../query/dimensions.ts'
import { FiltersSchema, IsoDateText, QuerySchema } from '../query/query.ts'
import { logged, longMethod, method } from './method.ts'

const Question = z.string().trim().min(1).max(2000)

/** A part of the question as it was understood, for showing and editing. `label` is English; the page makes its own of kind and values. */
export const ChipSchema = z.object({
  kind: z.enum([
    'intent',
    'measure',
    'period',
    'comparison',
    'member',
    'without',
    'amount',
    'text',
    'group',
    'rank',
    'per',
    'share',
  ]),
  dimension: z.string().optional(),
  /** Member key, grain, bound …: what the chip stands for. */
  value: z.string(),
  label: z.string(),
})
export type AskedChip = z.infer<typeof ChipSchema>

/** `from` and `to` both included; `until` is the day after `to`: [from, until). `words`: read from which. */
export const AskedPeriodSchema = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  until: z.string().nullable(),
  words: z.string(),
  /** Days that are not over yet were left out, so that a comparison has as many on both sides. */
  cut: z.boolean(),
})

export const AskedMemberSchema = z.object({
  dimension: z.string(),
  key: z.string(),
  label: z.string(),
  /** "Without": its entries are left out. */
  leftOut: z.boolean(),
  /** The words that named it. */
  words: z.string(),
})

const FigureSchema = z.object({
  code: z.string(),
  kind: z.enum(['money', 'count', 'percent', 'text', 'step', 'day']),
  value: z.union([z.number(), z.bigint(), z.string(), z.null()]),
  /** An estimate, and the relative error that 997 of 1,000 of them stay within, or 3 where that is more. */
  approximateError: z.number().optional(),
})
export type AnswerFigure = z.infer<typeof FigureSchema>

export const AnswerSchema = z.object({
  /** What the answer says, most important first. The first one's `evidence` is what is drawn. */
  findings: z.array(FindingSchema).min(1),
  figures: z.array(FigureSchema),
  chart: z.enum(['line', 'bar', 'none']),
})
export type Answer = z.infer<typeof AnswerSchema>

export const ChoiceSchema = z.object({
  kind: z.enum(['member', 'period', 'search']),
  words: z.string(),
  /** Nothing is answered before one is chosen. */
  needed: z.boolean(),
  options: z.array(z.object({ label: z.string(), dimension: z.string().optional(), asked: AskedSchema })),
})

export const REFUSALS = [
  'not-finance',
  'action',
  'advice',
  'empty',
  'others',
  'not-kept',
  'unpaid',
  'weekday',
  'audit-test',
] as const

export const ReplySchema = z.object({
  question: z.string(),
  /** Null where the question was refused. */
  asked: AskedSchema.nullable(),
  intent: z.enum(INTENTS).nullable(),
  refused: z.enum(REFUSALS).nullable(),
  /** Why it was refused, or why there is no answer, as a sentence. */
  message: z.string(),
  query: QuerySchema.nullable(),
  /** The query as one reading statement of SQLite. */
  sql: z.string().nullable(),
  chips: z.array(ChipSchema),
  period: AskedPeriodSchema.nullable(),
  members: z.array(AskedMemberSchema),
  answer: AnswerSchema.nullable(),
  /** Entries behind the answer, and the filters that select exactly them. */
  rows: z.number().int().nullable(),
  filters: FiltersSchema.nullable(),
  unknown: z.array(z.string()),
  corrected: z.array(z.object({ from: z.string(), to: z.string() })),
  choices: z.array(ChoiceSchema),
  /** Questions that can be asked, where this one could not. */
  suggestions: z.array(z.string()),
  /** The measure that was taken where none was said. */
  assumed: z.enum(ASKED_MEASURES).nullable(),
  /** Parts of the question before were kept. */
  followed: z.boolean(),
  /** Who understood it: the rules, or a language model that the workspace allows. */
  by: z.enum(['rules', 'model', 'chips']),
  revision: z.number().int(),
  currency: z.string(),
  profile: z.enum(PROFILES),
})
export type Reply = z.infer<typeof ReplySchema>

const RoomSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  messages: z.number().int(),
})
export type Room = z.infer<typeof RoomSchema>
const Rooms = z.array(RoomSchema)

export const MessageSchema = z.object({
  id: z.number().int(),
  at: z.string(),
  question: z.string(),
  reply: ReplySchema,
  /** The ledger has changed since. */
  stale: z.boolean(),
})
export type Message = z.infer<typeof MessageSchema>

const Name = z.string().trim().min(1).max(120)
const RoomId = z.object({ room: z.number().int() })

/** Typed, or as chips say it. `after`: the question that it may lean on. `today`: what days are counted from, for scripts. */
const AskSchema = z.object({
  question: Question.optional(),
  asked: AskedSchema.optional(),
  after: AskedSchema.optional(),
  today: IsoDateText.optional(),
})

const ModelSchema = z.object({
  /** https://…, or http:// of this machine. */
  baseUrl: z.string().max(400),
  model: z.string().max(200),
})

/** What a language model is allowed: nothing before somebody consented for this workspace and exactly this endpoint. */
export const ModelStateSchema = ModelSchema.extend({
  consent: z.object({ baseUrl: z.string(), model: z.string(), at: z.string() }).nullable(),
  keyStored: z.boolean(),
  requests: z.number().int(),
})
export type ModelState = z.infer<typeof ModelStateSchema>

/** The exact bytes of a request's body, where they would go, and the digest that sending must name. */
export const PreviewSchema = z.object({
  endpoint: z.string(),
  body: z.string(),
  digest: z.string(),
  masked: z.number().int(),
})

export const chat = {
  /** Answers without keeping anything. */
  ask: longMethod('viewer', AskSchema, ReplySchema),
  /** Answers, and keeps question and answer in a room; without `after`, the room's last question is what it may lean on. */
  say: longMethod('analyst', AskSchema.extend({ room: z.number().int() }), MessageSchema),
  /** Questions that can be asked here, of real members. */
  suggestions: method(
    'viewer',
    z.object({ language: z.enum(['en', 'de']).default('en') }),
    z.array(z.string()),
  ),
  rooms: method('viewer', z.object({}), Rooms),
  messages: method('viewer', RoomId, z.array(MessageSchema)),
  createRoom: method('analyst', z.object({ name: Name }), RoomSchema),
  renameRoom: method('analyst', RoomId.extend({ name: Name }), Rooms),
  /** Takes the messages out of a room. */
  clearRoom: method('analyst', RoomId, Rooms),
  deleteRoom: method('analyst', RoomId, Rooms),
  exportRoom: logged(
    method(
      'viewer',
      RoomId.extend({ format: z.enum(['markdown', 'json']) }),
      z.object({ name: z.string(), text: z.string() }),
    ),
  ),
  model: method('viewer', z.object({}), ModelStateSchema),
  /** Another endpoint or model ends a consent given before. `key`: '' forgets it. */
  setModel: method('admin', ModelSchema.extend({ key: z.string().max(1000).optional() }), ModelStateSchema),
  consent: method('admin', z.object({ allow: z.boolean() }), ModelStateSchema),
  /** What would be sent for a question. Sends nothing. */
  preview: method('analyst', z.object({ question: Question }), PreviewSchema),
  /** Sends exactly what was previewed, and answers what the model made of the question: the same validated query, computed here. */
  askModel: longMethod(
    'analyst',
    z.object({ question: Question, digest: z.string(), room: z.number().int().optional() }),
    ReplySchema,
  ),
  modelLog: method(
    'viewer',
    z.object({ limit: z.number().int().min(1).max(500).default(50) }),
    z.array(
      z.object({
        id: z.number().int(),
        at: z.string(),
        endpoint: z.string(),
        model: z.string(),
        sent: z.string(),
        received: z.string(),
        outcome: z.string(),
      }),
    ),
  ),
}
