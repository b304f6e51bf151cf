import type { AskedMeasure } from '../../../../shared/ask/asked.ts'
import { meantPlaces } from './left-over.ts'
import { choose, measureOf, type Chosen } from './members/choose.ts'
import { findMembers, type Hit } from './members/match.ts'
import { nameWords } from './members/names.ts'
import type { Vocabulary } from './members/vocabulary.ts'
import type { Line } from './text.ts'
import { SHARE } from './words/measures.ts'
import { LEFT_OUT, NEGATION, SCOPE_END } from './words/negation.ts'
import { STOP } from './words/stop.ts'

/** The members of a question. */
export interface Named {
  members: Record<string, string[]>
  notMembers: Record<string, string[]>
  /** At least one was said by its whole name, as it is written. */
  surely: boolean
  all: { dimension: string; key: string; label: string; leftOut: boolean; words: string }[]
  /** Where the margin is small. */
  open: { words: string; chosen: Chosen; leftOut: boolean }[]
  /** The side of the result that the kept members' entries are of. */
  measure?: AskedMeasure
  /** At least one was typed as it is written, by name or by a word for it. */
  typed: boolean
  /** All kept members are balances: none has entries of income or spending. */
  onlyBalance: boolean
  /** None of the kept members has any spending. */
  onlyOther: boolean
  /** Places of suppliers' names. */
  payees: number[]
  /** The dimension of which two or more were named. */
  pairs?: string
}

/** Finds the members that a question names, in what the grammars left of it; taken out of the line. */
export function nameMembers(
  line: Line,
  words: string,
  vocabulary: Vocabulary,
  whole: readonly Hit[],
  cues: readonly { id: string[]; start: number; end: number }[],
  measure: AskedMeasure | undefined,
): Named {
  const places = meantPlaces(words)
  // "The Development directorate" is a directorate; "the development of costs" is not.
  const cued = (i: number): boolean => cues.some(c => isBeside(line, { start: i, end: i + 1 }, c))
  const soft = (i: number): boolean => places[line.startOf(i)] === true && !cued(i)
  const isShare = SHARE.test(words)
  const found = findMembers(vocabulary, {
    isShare,
    tokens: line.tokens,
    isLeft: i => line.isLeft(i) && line.tokens[i]?.quoted !== true,
    isSoft: soft,
    isStop: i =>
      STOP.has(line.tokens[i]?.text ?? '') || /^(?:\d{1,2}|\p{L})$/u.test(line.tokens[i]?.text ?? ''),
  })
  const named: Named = {
    members: {},
    notMembers: {},
    all: [],
    open: [],
    surely: false,
    onlyOther: false,
    onlyBalance: false,
    typed: false,
    payees: [],
  }
  const kept = []
  const hits = [...whole, ...found].sort((a, b) => a.start - b.start)
  const negated = negatedHits(line, hits)
  // "Greenline … sorry, Castle Trade": what was said first is taken back.
  const turn = /\b(?:i mean|rather|actually|make that|no wait|sorry|ich meine|besser gesagt)\b/.exec(
    line.whole,
  )
  const after = turn ? hits.filter(h => line.startOf(h.start) > turn.index) : []
  const taken = new Set(
    hits.filter(
      h =>
        turn !== null &&
        line.startOf(h.start) < turn.index &&
        after.some(a => a.candidates[0]?.member.dimension === h.candidates[0]?.member.dimension),
    ),
  )
  for (const hit of hits) {
    if (taken.has(hit)) {
      line.blank(line.startOf(hit.start), line.endOf(hit.end - 1))
      continue
    }
    const near = cues.filter(c => isBeside(line, hit, c))
    const said = line.tokens
      .slice(hit.start, hit.end)
      .map(t => t.raw)
      .join(' ')
    const found_ = choose(
      hit.candidates,
      near.flatMap(c => c.id),
      measure,
    )
    const chosen = near.length === 0 ? likeBefore(line, hit, found_, named.all.at(-1)) : found_
    // Too many would fit: the words say nothing, and are named as unknown.
    if (!chosen) continue
    line.blank(line.startOf(hit.start), line.endOf(hit.end - 1))
    for (const cue of near) line.blank(cue.start, cue.end)
    const leftOut = negated.has(hit)
    if (!line.tokens.slice(hit.start, hit.end).some(t => t.mended)) named.typed = true
    if (
      hit.said === undefined &&
      hit.candidates.some(c => c.coverage === 1) &&
      !line.tokens.slice(hit.start, hit.end).some(t => t.mended)
    )
      named.surely = true
    const into = leftOut ? named.notMembers : named.members
    const { dimension, key, label } = chosen.member
    into[dimension] = [...new Set([...(into[dimension] ?? []), key])]
    named.all.push({ dimension, key, label, leftOut, words: said })
    if (dimension === 'payee') for (let i = hit.start; i < hit.end; i += 1) named.payees.push(i)
    if (chosen.among.length > 1) named.open.push({ words: said, chosen, leftOut })
    if (!leftOut) kept.push(chosen.member)
  }
  for (const level of isShare || AGAINST.test(line.whole) ? [] : levelsSaidAgain(named)) {
    named.all.splice(named.all.indexOf(level), 1)
    const keys = named.members[level.dimension]?.filter(key => key !== level.key) ?? []
    if (keys.length > 0) named.members[level.dimension] = keys
    else delete named.members[level.dimension]
    named.open = named.open.filter(o => o.chosen.member.key !== level.key)
    kept.splice(
      kept.findIndex(m => m.dimension === level.dimension && m.key === level.key),
      1,
    )
  }
  named.measure = measureOf(kept)
  named.onlyBalance =
    kept.some(m => m.dimension === 'account') &&
    kept.every(m => m.entries > 0 && m.income === 0 && m.expense === 0)
  // Of an account or category; a supplier whose invoices all went to the balance sheet has no spending, and that is the answer.
  named.onlyOther =
    kept.length > 0 &&
    kept.every(m => m.expense === 0 && m.entries > 0 && /^(?:account|category|flow)/.test(m.dimension))
  named.pairs = Object.entries(named.members).find(([, keys]) => keys.length > 1)?.[0]
  return named
}

/** "Coffee against food": a part and the whole are held against each other. */
const AGAINST = /\b(?:vs|versus|against|with|to|than|or|compar\w*|gegen|gegenuber|vergl\w*|oder|als|mit)\b/
/** "Rental income from supported housing": of the account "Rent, supported housing" its level "Rent" says nothing more. */
function levelsSaidAgain({ all }: Named): Named['all'] {
  const within = (part: string, whole: string): boolean =>
    nameWords(part).every(word => nameWords(whole).includes(word))
  return all.filter(
    level =>
      !level.leftOut &&
      all.some(
        ({ dimension, label, leftOut }) =>
          !leftOut &&
          (dimension === 'account'
            ? level.dimension.startsWith('account_level')
            : dimension === 'category' && level.dimension === 'category_group') &&
          within(level.label, label),
      ),
  )
}

/** "Housing and transfers": of a name that is a group's and a category's what was named beside it decides. */
function likeBefore(
  line: Line,
  hit: Hit,
  chosen: Chosen | undefined,
  before: Named['all'][number] | undefined,
): Chosen | undefined {
  if (!chosen || !before || chosen.member.dimension === before.dimension) return chosen
  if (!/(?:^|[ ~])(?:and|or|und|oder|,) $/.test(line.whole.slice(0, line.startOf(hit.start)))) return chosen
  const like = hit.candidates.find(
    c =>
      c.member.dimension === before.dimension && c.coverage === 1 && c.member.label === chosen.member.label,
  )
  return like
    ? { member: like.member, among: chosen.among.length > 1 ? chosen.among : [like.member] }
    : chosen
}

function isBeside(line: Line, hit: Pick<Hit, 'start' | 'end'>, cue: { start: number; end: number }): boolean {
  const [start, end] = [line.startOf(hit.start), line.endOf(hit.end - 1)]
  if (cue.start < end && start < cue.end) return false
  const between = cue.end <= start ? line.whole.slice(cue.end, start) : line.whole.slice(end, cue.start)
  return /^ ?(?:the |called |named |no |number |code )?$/.test(between)
}

/** Members behind "without": up to a word that begins something else. */
function negatedHits(line: Line, hits: readonly Hit[]): Set<Hit> {
  const found = new Set<Hit>()
  for (const match of line.whole.matchAll(new RegExp(NEGATION.source, 'g'))) {
    // The word itself is part of a name.
    if (hits.some(h => line.startOf(h.start) <= match.index && match.index < line.endOf(h.end - 1))) continue
    for (const hit of hits) {
      const start = line.startOf(hit.start)
      if (start < match.index) continue
      const between = line.tokens.filter(
        (_, i) =>
          line.startOf(i) >= match.index + match[0].length &&
          line.startOf(i) < start &&
          !hits.some(h => h.start <= i && i < h.end),
      )
      if (between.some(t => SCOPE_END.test(t.text))) break
      found.add(hit)
    }
  }
  for (const match of line.whole.matchAll(LEFT_OUT)) {
    // Backwards over "A, B and C excluded"; a prefix as in "taking A out" has found them already.
    let end = match.index
    for (const hit of hits.toReversed()) {
      const [start, stop] = [line.startOf(hit.start), line.endOf(hit.end - 1)]
      if (start >= match.index) continue
      if (!/^ ?(?:,|and|or|&|und|oder| )*(?:,|and|or|&|und|oder)? ?$/.test(line.whole.slice(stop, end))) break
      found.add(hit)
      end = start
    }
  }
  return found
}
