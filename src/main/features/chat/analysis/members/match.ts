import type { Token } from '../text.ts'
import { NOUN } from '../words/keys.ts'
import { MEASURE_WORDS } from '../words/measures.ts'
import { PLAIN } from '../words/plain.ts'
import { LINKS, nameWords, stem } from './names.ts'
import { LONGEST_SYNONYM, SYNONYMS } from './synonyms.ts'
import type { Member, Name, Vocabulary } from './vocabulary.ts'

/** A member that a part of a question may mean; `coverage` 0 to 1: how much of its name was said. */
export interface Candidate {
  member: Member
  coverage: number
}

/** Words of a question from `start` to before `end`, and the members that they may mean. */
export interface Hit {
  start: number
  end: number
  candidates: Candidate[]
  /** Found through a synonym: weaker than a name. */
  said?: string
}

export interface Words {
  tokens: readonly Token[]
  /** Not taken by a grammar. */
  isLeft(token: number): boolean
  /** Has a meaning of its own (a measure, a kind of question …): a member only with other words, or beside its dimension. */
  isSoft(token: number): boolean
  /** Means nothing: never a member by itself. */
  isStop(token: number): boolean
  /** "The share of energy in housing": two names, not one in parts. */
  isShare?: boolean
}

/** Words of so many names that one alone names nobody. */
const VAGUE = new Set(
  'operating operational service services supply general management group company solution system other office house team partner trading international uk center centre national city new first account rate control income advice support'
    .split(' ')
    .map(stem),
)

const namesNobody = (word: string): boolean => VAGUE.has(stem(word)) || PLAIN.has(word)

/** "Payments to" is a part of names, and says nothing: one word at least must mean nothing else. */
function saysSomething(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (!words.isStop(i) && !words.isSoft(i) && !LINKS.has((words.tokens[i] as Token).text)) return true
  return false
}

/** "Profit and loss", "operating costs": a level of the chart of accounts by name, and what is asked for by everyone. */
function isMeasure(tokens: readonly Token[], from: number, to: number): boolean {
  const said = tokens
    .slice(from, to)
    .map(t => t.text)
    .join(' ')
  return MEASURE_WORDS.some(([pattern]) => pattern.exec(said)?.[0] === said)
}

/** "Finance cost centre": its last word is the first of a dimension's name, which is said of the rest. */
const beginsKey = (tokens: readonly Token[], at: number): boolean =>
  KEY_OF_TWO.test(`${tokens[at]?.text ?? ''} ${tokens[at + 1]?.text ?? ''}`)
const KEY_OF_TWO = new RegExp(`^(?!\\S+ $)(?=\\S+ \\S+$)${NOUN}$`)

/** Names of two words or more that are said in full: they are taken before any grammar, so that "Planned works" is no plan. */
export function wholeNames(vocabulary: Vocabulary, tokens: readonly Token[], isShare = false): Hit[] {
  const free: Words = { tokens, isLeft: () => true, isSoft: () => false, isStop: () => false, isShare }
  const hits: Hit[] = []
  for (let i = 0; i < tokens.length; i += 1) {
    const runs = runsAt(vocabulary, free, i).filter(
      r => r.coverage === 1 && r.matched >= 2 && !isMeasure(tokens, i, r.end),
    )
    const longest = Math.max(0, ...runs.map(r => r.end))
    if (longest === 0) continue
    hits.push({ start: i, end: longest, candidates: unique(runs.filter(r => r.end === longest)) })
    i = longest - 1
  }
  return hits
}

/** The members named in what is left, the longest match at each place. */
export function findMembers(vocabulary: Vocabulary, words: Words): Hit[] {
  const hits: Hit[] = []
  for (let i = 0; i < words.tokens.length; i += 1) {
    if (!words.isLeft(i)) continue
    const hit = hitAt(vocabulary, words, i)
    if (!hit) continue
    hits.push(hit)
    i = hit.end - 1
  }
  return hits
}

function hitAt(vocabulary: Vocabulary, words: Words, i: number): Hit | undefined {
  const token = words.tokens[i] as Token
  const runs = runsAt(vocabulary, words, i).filter(r =>
    r.coverage === 1 && r.matched > 1 && !isMeasure(words.tokens, i, r.end)
      ? true
      : !words.isStop(i) && saysSomething(words, i, r.end),
  )
  const most = Math.max(0, ...runs.map(r => r.matched))
  const direct = runs.filter(
    r => r.matched === most && (r.coverage === 1 || r.matched > 1 || !namesNobody(token.text)),
  )
  const whole = direct.some(r => r.coverage === 1)
  const synonym =
    whole || (words.isSoft(i) && !SYNONYMS.has(`${token.text} ${words.tokens[i + 1]?.text ?? ''}`))
      ? undefined
      : synonymAt(vocabulary, words, i)
  if (synonym && (most < 2 || synonym.candidates.some(c => c.coverage === 1)) && synonym.end - i >= most)
    return synonym
  if (direct.length > 0)
    return { start: i, end: Math.max(...direct.map(r => r.end)), candidates: unique(direct) }
  const short =
    /&/.test(token.text) || (/^\p{Lu}{2,5}$/u.test(token.raw) && !words.isStop(i))
      ? vocabulary.byInitials(token.text)
      : []
  if (short.length > 0)
    return {
      start: i,
      end: i + 1,
      candidates: short.map(member => ({ member, coverage: 1 })),
      said: token.raw,
    }
  return undefined
}

/** "Insurance of car", "supported housing rent": all words of a name side by side, in another order. */
function inAnyOrder(name: Name, words: Words, i: number): Run | undefined {
  const wanted = [...name.words]
  if (wanted.length < 2 || new Set(wanted).size < wanted.length) return undefined
  let end = i
  for (let at = i; at < words.tokens.length && wanted.length > 0; at += 1) {
    const token = words.tokens[at] as Token
    if (!words.isLeft(at)) return undefined
    const k = wanted.indexOf(stem(token.text))
    if (k < 0 && joins(name, token.text, words.isShare === true)) continue
    if (k < 0) return undefined
    wanted.splice(k, 1)
    end = at + 1
  }
  return wanted.length > 0 ? undefined : { name, matched: name.words.length, coverage: 1, end }
}

/** "Rent from supported housing": what stands behind a comma or colon in a name is said behind a preposition; "and" names two. */
const QUALIFIES = new Set(['-', 'from', 'in', 'on', 'at', 'aus', 'im', 'bei', 'fur', 'vom'])
function joins({ member }: Name, word: string, isShare: boolean): boolean {
  if (!/[,:(]| [-–] /.test(member.label)) return LINKS.has(word)
  return (QUALIFIES.has(word) && !isShare) || (LINKS.has(word) && !/^(?:and|und)$/.test(word))
}

interface Run {
  name: Name
  matched: number
  coverage: number
  end: number
}

function runsAt(vocabulary: Vocabulary, words: Words, i: number): Run[] {
  const first = words.tokens[i] as Token
  if (LINKS.has(first.text)) return []
  const runs: Run[] = []
  for (const name of vocabulary.namesWith(stem(first.text))) {
    const any = inAnyOrder(name, words, i)
    if (any) runs.push(any)
  }
  for (const name of vocabulary.namesWith(stem(first.text)))
    for (const [p, word] of name.words.entries())
      if (word === stem(first.text)) runs.push(runOf(name, p, words, i))
  return runs.filter(r => r.matched < 2 || !beginsKey(words.tokens, r.end - 1))
}

function runOf(name: Name, from: number, words: Words, i: number): Run {
  let end = i
  let p = from
  while (p < name.words.length) {
    let at = end
    while (
      at > i &&
      at < words.tokens.length &&
      words.isLeft(at) &&
      LINKS.has((words.tokens[at] as Token).text)
    )
      at += 1
    const token = words.tokens[at]
    if (!token || !words.isLeft(at) || stem(token.text) !== name.words[p]) break
    end = at + 1
    p += 1
  }
  const matched = p - from
  return { name, matched, coverage: matched / name.words.length, end }
}

function unique(runs: readonly Run[]): Candidate[] {
  const best = new Map<Member, Candidate>()
  for (const { name, coverage } of runs) {
    const known = best.get(name.member)
    if (!known || known.coverage < coverage) best.set(name.member, { member: name.member, coverage })
  }
  return [...best.values()]
}

function synonymAt(vocabulary: Vocabulary, words: Words, i: number): Hit | undefined {
  for (let length = LONGEST_SYNONYM; length >= 1; length -= 1) {
    const tokens = words.tokens.slice(i, i + length)
    if (tokens.length < length || tokens.some((_, k) => !words.isLeft(i + k))) continue
    const said = tokens.map(t => t.text).join(' ')
    const only = tokens[0] as Token
    // "it", "ap", "hr" are words too: as an abbreviation they are written in capitals.
    if (length === 1 && only.text.length <= 2 && only.raw !== only.raw.toUpperCase()) continue
    const names = SYNONYMS.get(said)
    if (!names) continue
    const partly: Candidate[] = []
    for (const name of names) {
      const candidates = named(vocabulary, name)
      const whole = candidates.filter(c => c.coverage === 1)
      if (whole.length > 0) return { start: i, end: i + length, candidates: whole, said }
      if (partly.length === 0)
        partly.push(...candidates.filter(c => c.coverage >= 0.5 && c.member.dimension !== 'payee'))
    }
    if (partly.length > 0) return { start: i, end: i + length, candidates: partly, said }
  }
  return undefined
}

/** Members whose names have all words of a name, in order and side by side. */
function named(vocabulary: Vocabulary, name: string): Candidate[] {
  const wanted = nameWords(name)
  const found: Run[] = []
  for (const candidate of vocabulary.namesWith(wanted[0] ?? ''))
    for (let p = 0; p + wanted.length <= candidate.words.length; p += 1)
      if (wanted.every((word, k) => candidate.words[p + k] === word))
        found.push({
          name: candidate,
          matched: wanted.length,
          coverage: wanted.length / candidate.words.length,
          end: 0,
        })
  return unique(found)
}
