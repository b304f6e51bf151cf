import { AskedSchema, type Asked } from '../../../../shared/ask/asked.ts'
import { completed } from './completed.ts'
import { correct } from './correct.ts'
import { follow, leansOn, spanOf } from './follow.ts'
import { intentOf, type Signs } from './intent.ts'
import { assumedMeasure, IN_AND_OUT, measureIn, opIn } from './measure.ts'
import { placed } from './placed.ts'
import { wholeNames, type Hit } from './members/match.ts'
import type { Vocabulary } from './members/vocabulary.ts'
import { nameMembers } from './name-members.ts'
import { isLastYear, isoOf, readDays, type Days } from './period/compared.ts'
import { Line, tokenise, type Token } from './text.ts'
import type { Setting, Understanding } from './understanding.ts'
import { readings } from './readings.ts'
import { leftOver } from './left-over.ts'
import { outOfFrame } from './frame.ts'
import { NARROWS, refusalOf } from './refusal.ts'
import { explainsNothing } from './words/outside.ts'
import { takeBounds } from './words/amounts.ts'
import { takeGroups } from './words/groups.ts'
import { boundsMembers } from './words/of-members.ts'
import { BREAKS_DOWN, INTENT_WORDS, SUMMARISES, TRENDS } from './words/intents.ts'
import { LOOSE, MEASURE_WORDS, SHARE } from './words/measures.ts'
import { POINTS_BACK, RIVALS, FORECASTS, WE_PAID, TEXT } from './words/sentence.ts'

/**
 * Makes a typed question of a question in plain words: pure, deterministic, without a network. What cannot be read is named, what could be
 * read in several ways is asked, what is none of a ledger's business is refused.
 */
export function understand(
  question: string,
  vocabulary: Vocabulary,
  setting: Setting,
  before?: Asked,
): Understanding {
  const leaning = before && read(question, vocabulary, setting, before)
  // What does not lean on the question before is read as if there were none: its days are its own.
  return leaning?.followed ? leaning : read(question, vocabulary, setting)
}

function read(question: string, vocabulary: Vocabulary, setting: Setting, before?: Asked): Understanding {
  const typed = tokenise(question)
  const { tokens, corrected } = correct(typed, vocabulary)
  const nothing: Understanding = { unknown: [], corrected, choices: [], members: [], followed: false }
  if (tokens.every(t => !/[\p{L}\p{N}]/u.test(t.text))) return { ...nothing, refused: 'empty' }
  const line = new Line(tokens)
  const leans = before !== undefined && leansOn(line.whole, tokens.length)
  const refused = refusalOf(line.whole, typed, vocabulary, leans)
  if (refused) return { ...nothing, refused }

  // Whole names first, so that "Planned works" is no plan and "The Weekly Gazette" no week.
  const names = wholeNames(vocabulary, tokens, SHARE.test(line.whole))
  for (const hit of names) line.blank(line.startOf(hit.start), line.endOf(hit.end - 1))
  const text = takeText(line)
  const unbound = line.text
  const bound = takeBounds(line, setting.exponent)
  // What is said without the bounds: "at least" ranks nothing, "cheaper than 500" compares nothing.
  const words = line.text
  const ofMembers = boundsMembers(line.whole) && (bound.min !== undefined || bound.max !== undefined)
  const bounds = ofMembers ? {} : bound
  const notBound = ofMembers ? line.said(line.takenSince(unbound)) : []
  const unread = line.text
  const read = daysOf(line, setting, before)
  const dayWords = line.takenSince(unread)
  const groups = takeGroups(line, setting)
  const measure = IN_AND_OUT.test(words) ? 'net' : measureIn(words, groups.by)
  const op = opIn(words, groups)
  const share = SHARE.test(words)
  const both = IN_AND_OUT.test(words)
  if (both && setting.dimensions.some(d => d.id === 'flow') && groups.by.length < 2)
    groups.by.unshift({ dimension: 'flow' })
  const unnamed = line.text
  const named = nameMembers(line, words, vocabulary, names, groups.cues, measure)
  const days = placed(read, words, line.whole, named, setting)

  // "Spend, directorate, Q1": a dimension named alone in few words is what the figure is broken down by.
  const cue = groups.cues.find(c => line.text.slice(c.start, c.end) === line.whole.slice(c.start, c.end))
  const lone = (tokens.length <= 4 || ofMembers) && groups.by.length === 0 ? cue?.id[0] : undefined
  const signs: Signs = {
    text: words,
    by: lone === undefined ? groups.by : [{ dimension: lone }],
    top: groups.top !== undefined,
    items: groups.items,
    ranked: groups.ranked,
    bounds: bounds.min !== undefined || bounds.max !== undefined,
    comparison: days.comparison !== undefined,
    future: days.period !== undefined && days.period.from > setting.anchor,
    op: op ?? 'sum',
    share,
    per: groups.per !== undefined,
    measure,
    text_filter: text !== undefined,
  }
  const read_ = intentOf(signs)
  const rivals =
    named.pairs !== undefined &&
    ['summary', 'breakdown', 'search'].includes(read_.intent) &&
    RIVALS.test(line.whole)
  const { intent, said } = rivals ? { intent: 'comparison' as const, said: true } : read_
  const assumed = measure === undefined ? assumedMeasure(intent, groups.distinct, named.measure) : undefined
  const spending =
    measure === 'spending' && named.measure !== undefined && named.onlyOther ? named.measure : undefined
  const own = AskedSchema.parse({
    intent,
    measure: spending ?? measure ?? assumed,
    op: op ?? 'sum',
    ...(groups.distinct !== undefined && { of: groups.distinct }),
    ...(groups.per !== undefined && { per: groups.per }),
    share,
    ...(days.period && isoOf(days.period)),
    comparison: days.comparison,
    members: named.members,
    notMembers: named.notMembers,
    ...bounds,
    text,
    by: signs.by,
    top: groups.top,
    order: groups.order ?? 'largest',
  })
  if (!before && named.all.length === 0 && explainsNothing(line.whole, days.period !== undefined))
    return { ...nothing, refused: 'not-finance' }
  const firm =
    named.surely ||
    (ofMembers && signs.by.length > 0) ||
    groups.asked ||
    groups.items ||
    text !== undefined ||
    groups.distinct !== undefined ||
    MEASURE_WORDS.some(([pattern]) =>
      [...words.matchAll(new RegExp(pattern.source, 'g'))].some(([word]) => !LOOSE.test(word)),
    ) ||
    FORECASTS.test(words) ||
    WE_PAID.test(line.whole) ||
    INTENT_WORDS.some(([kind, pattern]) => ['budget', 'anomalies'].includes(kind) && pattern.test(words))
  const loose = measure !== undefined || named.all.length > 0 || op !== undefined
  const left = leftOver(line, words)
  const unknown = [
    ...notBound,
    ...(days.dropped ?? []),
    ...groups.missing,
    ...left.map(i => (line.tokens[i] as Token).raw),
  ]
  const framed = outOfFrame({
    line,
    members: new Set([...names.flatMap(placesOf), ...line.takenSince(unnamed)]),
    whole: new Set(names.flatMap(placesOf)),
    unknown: new Set(left),
    days: new Set(dayWords),
    figure:
      measure !== undefined ||
      op !== undefined ||
      share ||
      groups.asked ||
      groups.items ||
      signs.bounds ||
      text !== undefined ||
      said ||
      TRENDS.test(words) ||
      BREAKS_DOWN.test(words) ||
      groups.per !== undefined ||
      SUMS.test(words),
    measured: measure !== undefined,
    grouped: groups.by.length > 0 || groups.distinct !== undefined,
    payees: new Set(named.payees),
    pointsBack: before !== undefined && POINTS_BACK.test(line.whole),
  })
  // In a conversation every question has one before it: only what leans on that may be built otherwise.
  if (
    framed &&
    (!leans || ['advice', 'others'].includes(framed) || (framed === 'action' && !NARROWS.test(line.whole)))
  )
    return { ...nothing, refused: framed, unknown }
  const strong =
    firm ||
    (loose &&
      (unknown.length === 0 ||
        (named.typed && (days.period !== undefined || (measure !== undefined && SUMMARISES.test(words))))))
  // "December?", "by region", "Voids": one thing alone, where there is a question that it can be about.
  const parts = [
    days.period ?? days.comparison ?? days.shift,
    groups.asked || undefined,
    named.all[0],
    signs.bounds || undefined,
  ].filter(part => part !== undefined)
  const short =
    !said &&
    text === undefined &&
    measure === undefined &&
    op === undefined &&
    !groups.items &&
    (parts.length === 1 || (parts.length === 0 && groups.top !== undefined)) &&
    tokens.length <= 4
  // "List them", "why did it go up?", "average?": nothing is named but the question before.
  const bare =
    before !== undefined &&
    text === undefined &&
    named.all.length === 0 &&
    (measure === undefined || measure === 'amount') &&
    groups.distinct === undefined &&
    tokens.length <= 8 &&
    (POINTS_BACK.test(line.whole) || (tokens.length <= 4 && days.period === undefined))
  const structure =
    strong ||
    signs.bounds ||
    days.period !== undefined ||
    days.shift !== undefined ||
    days.comparison !== undefined
  if (
    before &&
    (leans || short || bare) &&
    (structure || share || op !== undefined || groups.top !== undefined || (unknown.length === 0 && said))
  ) {
    const asked = follow(before, {
      fiscal: setting.fiscal,
      asked: own,
      days,
      // "Show me the transactions": those of the figure before, not every entry there is.
      measure:
        measure !== undefined &&
        !/^(?:and |und )?(?:what|how) about/.test(line.whole) &&
        !(measure === 'amount' && (said || share)),
      op: op !== undefined || groups.per !== undefined,
      share,
      grouped: groups.asked,
      top: groups.top !== undefined,
      bounds: signs.bounds,
      text: line.whole,
      signs,
    })
    return finish({ ...nothing, asked, unknown, members: named.all, followed: true }, days, named, setting)
  }
  if (
    !strong &&
    (unknown.length > 0 ||
      !(
        days.period !== undefined ||
        days.comparison !== undefined ||
        said ||
        SUMMARISES.test(words) ||
        TRENDS.test(words) ||
        BREAKS_DOWN.test(words)
      ))
  )
    return { ...nothing, refused: 'not-finance', unknown }
  return finish(
    {
      ...nothing,
      asked: completed(own, named.pairs, setting),
      unknown,
      members: named.all,
      ...(assumed && { assumed }),
    },
    days,
    named,
    setting,
  )
}

const placesOf = ({ start, end }: Hit): number[] => Array.from({ length: end - start }, (_, i) => start + i)
const SUMS = /\b(?:how much|total|sum|amount|wie viel|wieviel|summe|insgesamt)\b/

function takeText(line: Line): string | undefined {
  const quoted = line.tokens.flatMap((t, i) => (t.quoted && line.isLeft(i) ? [i] : []))
  if (quoted.length > 0) {
    for (const i of quoted) line.blank(line.startOf(i), line.endOf(i))
    line.take(/\b(?:contain(?:s|ing)?|mention(?:s|ing)?|with the (?:words?|text))\b/)
    return quoted.map(i => line.tokens[i]?.raw).join(' ')
  }
  const match = line.take(TEXT)
  return match?.[1]?.trim()
}

function daysOf(line: Line, setting: Setting, before: Asked | undefined): Days {
  const days = readDays(line, setting, { hasPeriod: before !== undefined && spanOf(before) !== undefined })
  return isLastYear(days.read) && days.only ? { ...days, lastYear: true } : days
}

function finish(
  base: Understanding & { asked: Asked },
  days: Days,
  named: Parameters<typeof readings>[2],
  setting: Setting,
): Understanding {
  return {
    ...base,
    ...(days.read && { period: { words: days.read.words, cut: days.cut === true } }),
    choices: readings(base, days, named, setting),
  }
}
