import type { Line } from '../text.ts'
import { NUMBER, numberOf } from '../period/words.ts'
import { isPlural } from './dimensions.ts'
import type { Groups } from './grouping.ts'
import { idsOf, keyIsGrain, keyOf, NOUN, STEP, type Offered } from './keys.ts'
import { BREAKS_DOWN } from './intents.ts'
import { ranks } from './ranks.ts'
import { COUNT, ITEM, LARGEST, MEAN, PER_STEP, SMALLEST } from './measures.ts'

const BY =
  '(?:by|per|per each|for each|for every|according to|in terms of|by (?:our|all|individual|single)|x|(?:for|in|over) all(?: the)?|across(?: all)?(?: the| our| my)?|each|every|broken down by|grouped by|split by|nach|je|pro|fur jede[nrs]?)'
const NEXT = new RegExp(
  `^ ?(?:,|and|und|x|then|for each|within|per|sowie) ?(?:then |also )?(?:${BY} )?(?:the )?(${NOUN}|${STEP})(?![\\w-])`,
)

/** What the answer is grouped, ranked and averaged by; taken out of the line. */
export function takeGroups(line: Line, offered: Offered): Groups {
  const groups: Groups = { by: [], items: false, cues: [], ranked: false, asked: false, missing: [] }
  const mean = MEAN.test(line.whole)
  const add = (word: string): void => {
    const key = keyOf(word, offered)
    if (key && !groups.by.some(k => JSON.stringify(k) === JSON.stringify(key))) groups.by.push(key)
    else if (!key) groups.missing.push(word)
    groups.asked = true
  }
  const sized = line.take(SIZE) !== undefined
  ranks(line, groups, offered)
  if (mean && !new RegExp(`\\bby ${STEP}`).test(line.text)) {
    const per = line.take(PER_STEP)
    const step = per && keyOf((per[1] ?? per[2] ?? '').replace(/(lich)\w*$/, '$1'), offered)
    if (step && 'grain' in step) groups.per = step.grain
  }
  const many = new RegExp(
    `${COUNT.source} (?:different |distinct |unique |individual |verschiedene[rn]? |unterschiedliche[rn]? |aktive[rn]? |der |of our |our |the |active )*(${NOUN})(?![\\w-])`,
  ).exec(line.text)
  if (many) {
    const key = keyOf(many.at(-1) as string, offered)
    if (key && 'dimension' in key) {
      line.blank(many.index, many.index + many[0].length)
      groups.distinct = key.dimension
    }
  }
  // "Heatmap of category by month", "supplier x region": the first is a group, too.
  const crossed = new RegExp(
    `\\b(?:of|for|by|von)? ?(?:the )?(${NOUN}) (?:by|x|per|against|over|nach|je|pro) (?=(?:${NOUN}|${STEP})(?![\\w-]))`,
  ).exec(line.text)
  if (crossed && !isPlural(crossed[1] as string)) {
    const at = crossed.index + crossed[0].indexOf(crossed[1] as string)
    line.blank(at, at + (crossed[1] as string).length)
    add(crossed[1] as string)
  }
  for (let match = takeBy(line); match; match = takeBy(line)) {
    add(match.word)
    for (
      let next = NEXT.exec(line.text.slice(match.end));
      next;
      next = NEXT.exec(line.text.slice(match.end))
    ) {
      add(next[1] as string)
      line.blank(match.end, match.end + next[0].length)
      match.end += next[0].length
    }
  }
  const labels = offered.dimensions.filter(d => d.id.startsWith('custom_') || /level/.test(d.id))
  for (const { id, label } of labels) {
    const words = label
      .toLowerCase()
      .replaceAll(/[_\s]+/g, '[ _]')
      .replaceAll(/[^\w[\] ]/g, '.')
    // "The average per transaction" is of each, whatever a column of the file was called.
    if (mean && new RegExp(`^${ITEM}$`).test(label.toLowerCase())) continue
    if (line.take(new RegExp(`\\b${BY} (?:the )?${words}(?![\\w-])`))) groups.by.push({ dimension: id })
  }
  // "A region breakdown", "supplier split".
  const view =
    groups.by.length === 0
      ? line.take(
          new RegExp(
            `\\b(${NOUN}|${STEP}) (?:breakdowns?|split|distribution|aufschlusselung|aufteilung)(?![\\w-])`,
          ),
        )
      : undefined
  if (view) add(view[1] as string)
  nouns(line, groups, offered)
  // "For each of the last three years": the period was taken by its own grammar.
  const each = new RegExp(`\\beach (?:one )?of (?:the |our )?(?:[a-z]+ ){0,3}?(${STEP})(?![\\w-])`).exec(
    line.whole,
  )
  if (groups.by.length === 0 && each && line.has(/\beach (?:one )?of/)) add(each[1] as string)
  if (groups.by.length === 0) {
    const adjective = line.take(
      /\b(daily|weekly|monthly|quarterly|yearly|annually|annual|(?:monats|wochen|quartals|jahres|tage)weise|taglich\w*|wochentlich\w*|monatlich\w*|vierteljahrlich\w*|jahrlich\w*|(?:month|week|quarter|year|day) (?:by|to|after) (?:month|week|quarter|year|day))\b/,
    )
    if (adjective)
      add((adjective[1] as string).replace(/ (?:by|to|after) .*/, '').replace(/(lich)\w*$/, '$1'))
  }
  groups.by = groups.by.slice(0, 2)
  // "How much was the largest payment" asks for the amount of one, not for the entry.
  if (groups.items && groups.top === 1 && (sized || HOW_MUCH.test(line.whole))) {
    groups.extreme = groups.order === 'smallest' ? 'min' : 'max'
    groups.items = false
    delete groups.top
    delete groups.order
  }
  return groups
}

function takeBy(line: Line): { word: string; end: number } | undefined {
  const match = new RegExp(
    `(?<=^|[ ~])${BY} (?:single |individual )?(?:the )?(${NOUN}|${STEP})(?![\\w-])`,
  ).exec(line.text)
  if (match) {
    line.blank(match.index, match.index + match[0].length)
    return { word: match[1] as string, end: match.index + match[0].length }
  }
  const between =
    /\bsplit\w*|\bdivided|\bdistribut\w*|\bauf(?:geteilt|teil\w*|schlussel\w*|geschlusselt)|\bverteil\w*/.test(
      line.whole,
    )
      ? line.take(
          new RegExp(
            `\\b(?:between|among|across|over|zwischen|auf)(?: the| our| die)? (${NOUN}|${STEP})(?![\\w-])`,
          ),
        )
      : undefined
  return between && { word: between[1] as string, end: between.index + between[0].length }
}

const RANK = `(?:single |individual )?(?:${LARGEST}|${SMALLEST})(?![\\w-])`
/** The amount of what is ranked is asked for: "how much did …", "what was … worth", "the value of the largest …". */
const HOW_MUCH = new RegExp(
  [
    '\\b(?:how (?:much|big|high|large|expensive)|wie (?:viel|hoch|gross|teuer)) (?:was|is|were|are|did|does|do|has|have|war|ist|waren|hat|haben|kostet\\w*|betr(?:ug|agt)|belief)\\b',
    '\\b(?:what|was) (?:did|does|do|has|have|had|hat|haben)\\b.*\\b(?:cost|total|come to|came to|amount(?:ed)? to|add(?:ed)? up to|set (?:us|me) back|run to|gekostet|betragen|ausgemacht)\\b',
    '\\bwas kostete?\\b',
    '\\bworth(?! (?:over|more|less|at|under|above|below|between|exactly|\\d|[£€$]))',
    '\\b(?:what|was) .*\\bwert\\b',
    `\\b(?:value|amount|sum|worth|total|price|cost) of (?:the |our |my |a |that )?${RANK}`,
    `\\b(?:betrag|wert|hohe|summe|preis) (?:der |des |unsere[rs] |von der |vom )?${RANK}`,
    '\\b(?:what (?:amount|sum|price)|welche[rnms]? (?:betrag|hohe|wert|summe)) (?:was|is|did|had|has|hatte|hat|war|ist)\\b',
  ].join('|'),
)
const SIZE = new RegExp(`\\bsize of (?:the |our |my )?(?=${RANK})`)
const POSTED = /posted|entered|booked|keyed|gebucht|erfasst/

/** A dimension named without "by": "which cost centre …", "our largest suppliers"; or beside a member, as a cue. */
function nouns(line: Line, groups: Groups, offered: Offered): void {
  const superlative =
    line.has(new RegExp(`\\b(?:most|least|${LARGEST}|${SMALLEST}|meisten|wenigsten)(?![\\w-])`)) ||
    groups.top !== undefined
  const ranked_ = line.take(
    new RegExp(
      `\\b(?:rank(?:ed|ing)?(?: of)?|(?:sort|order|list)(?= (?:\\w+ )?(?:\\w+) by\\b)|league table of|rangliste(?: der)?)(?: all| the| our| my)* (${NOUN})(?![\\w-])`,
    ),
  )
  // "Cost centres ranked by spend", "suppliers used by Care": what the list is of stands first.
  const first_ =
    ranked_ || groups.by.length > 0 || groups.distinct !== undefined
      ? undefined
      : line.take(
          new RegExp(
            `^(?:(?:list|show|give me|all|the|our|my|which|what|alle|die|unsere) )*(${NOUN})(?= (?:ranked|sorted|ordered|used|paid|engaged|hired|by (?:spend|cost|amount)))`,
          ),
        )
  const ranking_ = first_ && isPlural(first_[1] as string) ? first_ : ranked_
  const ranking = ranking_ && keyOf(ranking_[1] as string, offered)
  if (ranking) {
    groups.by.push(ranking)
    groups.asked = true
    groups.ranked = true
  }
  const paidWhom =
    /\b(?:who(?:m)?|wen|wem|an wen) (?:all )?(?:do|did|have|had|haben|hat|zahl\w*) (?:we|i|wir|ich)\b(?=.*\b(?:pay|paid|spen\w+|buy|bought|use[d]?|owe|give|gave|gezahlt|bezahlt|zahl\w*|uberwiesen)\b|(?=.*\bzahl))|^(?:and )?who (?:received|receives|got|gets|was paid)\b|^(?:and |und )?(?:who|wer) (?:got|gets|received|was paid|hat)(?: (?:it|that|das|es|the money))?(?: bekommen| erhalten)?$/.test(
      line.text,
    )
  const whom =
    (superlative || paidWhom) && !POSTED.test(line.whole)
      ? line.take(
          /\b(?:who(?:m)?(?= (?:do|did|have|has|got|gets|received|receives|was|we|were))|an wen|wem|wer(?= (?:hat|bekam|bekommt|erhielt|erhalt)))(?! (?:posted|entered))|\bwen\b/,
        )
      : undefined
  if (whom && groups.by.length === 0 && offered.dimensions.some(d => d.id === 'payee')) {
    groups.by.push({ dimension: 'payee' })
    groups.asked = true
    groups.ranked = true
    if (superlative) groups.top ??= 1
  }
  const who = line.take(
    /\bwho(?= (?:has |have )?(?:posted|entered|booked|keyed|created|recorded|made the))|\bwer (?=(?:hat )?.*(?:gebucht|erfasst))/,
  )
  if (who && offered.dimensions.some(d => d.id === 'user')) {
    groups.by.push({ dimension: 'user' })
    groups.asked = true
    if (superlative && groups.top === undefined) groups.top = 1
  }
  const which = new RegExp(
    `\\b(?:which|what|welche[rsmn]?) (?:of (?:our|the|my) )?(${NOUN}|${STEP})(?![\\w-])(?! for\\b)`,
  ).exec(line.text)
  if (which && (superlative || !keyIsGrain(which[1] as string)) && groups.by.length === 0) {
    const key = keyOf(which[1] as string, offered)
    if (key) {
      line.blank(which.index, which.index + which[0].length)
      groups.by.push(key)
      groups.asked = true
      groups.ranked = true
      const asked = which[0].slice(0, which[0].lastIndexOf(which[1] as string))
      if (superlative && groups.top === undefined && !isPlural(which[1] as string, asked)) groups.top = 1
      return
    }
  }
  // "The ten suppliers with the highest costs".
  const counted = superlative
    ? new RegExp(`(?<=^|[ ~])(${NUMBER}) (?=(${NOUN})(?![\\w-]))`).exec(line.text)
    : null
  if (counted && groups.top === undefined && isPlural(counted[2] as string)) {
    line.blank(counted.index, counted.index + (counted[1] as string).length)
    groups.top = numberOf(counted[1] as string)
  }
  for (const match of line.text.matchAll(new RegExp(`(?<=^|[ ~])(${NOUN})(?![\\w-])`, 'g'))) {
    const word = match[1] as string
    const ids = idsOf(word, offered)
    if (ids.length === 0) continue
    const ranked =
      new RegExp(`(?:${LARGEST}|${SMALLEST}|top|my|our|unsere|meine|~|\\d)(?: \\w+)? ?$`).test(
        line.text.slice(0, match.index),
      ) || /^(?:list|show|all)/.test(line.text)
    const first = ids[0] as string
    const plural = isPlural(word, line.text.slice(0, match.index))
    // "The biggest payee": one of them.
    if (
      !plural &&
      groups.by.length === 0 &&
      new RegExp(`(?:${LARGEST}|${SMALLEST})(?: (?:spend(?:ing)?|cost(?:ing)?|paid|earning))? $`).test(
        line.text.slice(0, match.index),
      )
    ) {
      line.blank(match.index, match.index + word.length)
      groups.by.push({ dimension: first })
      groups.asked = true
      groups.top ??= 1
      continue
    }
    if (
      plural &&
      groups.by.length === 0 &&
      groups.distinct === undefined &&
      (superlative || ranked) &&
      !BREAKS_DOWN.test('')
    ) {
      line.blank(match.index, match.index + word.length)
      groups.by.push({ dimension: first })
      groups.asked = true
    } else groups.cues.push({ id: ids, start: match.index, end: match.index + word.length })
  }
}
