import { fieldOfHeader } from '../mapping/synonyms.ts'
import { numberParts } from '../money/style.ts'
import { saysNothing, statesBalance, totalLabelOf } from './blank.ts'

/** Where the sections of a report begin and end, by the line of the heading and of the total. */
export interface Sections {
  /** Each ends in a total of its name; else each holds until the next heading. */
  byTotals: boolean
  /** Line of a heading → the account that it names. */
  headings: ReadonlyMap<number, string>
  /** Line of a section's total → line of the section's heading. */
  totals: ReadonlyMap<number, number>
}

interface Heading {
  line: number
  /** Its text as totals repeat it, and without the word that calls it an account. */
  names: readonly string[]
  account: string
  isLabelled: boolean
  /** It stands above the table's own header. */
  isAbove: boolean
  isClosed: boolean
  /** Rows of figures that lie directly below it, in no section further in. */
  lines: number
}

/** More at once are no sections within sections, but a column of notes. */
const MOST_OPEN = 64
const LONGEST = 200
const PLACES = /\d[.,]\d/
const LETTER = /\p{L}/u
const DIGIT = /\d/
/** A heading has no more, with a balance or the parts of a name beside it. */
const MOST_CELLS = 4

/**
 * Finds the sections of a general ledger's report: a heading ("5010 Rent"), its lines, "Total 5010 Rent". Only what the file closes
 * itself counts: where any lines lie below a heading without a total of its own name, nothing is taken for a section. Headings that say
 * themselves what they are ("Account: Rent") need no total: each holds until the next.
 */
export class SectionScan {
  readonly #open: Heading[] = []
  readonly #closed = new Map<number, string>()
  readonly #totals = new Map<number, number>()
  readonly #labelled = new Map<number, string>()
  readonly #labelledTotals = new Map<number, number>()
  #last: Heading | undefined
  #isDoubtful = false
  #hasLines = false
  #hasLabelled = false
  #mayHave = false

  /** `isAbove`: the row stands above the table's header or is it; `isOwn`: it stands in the columns of the table that is read. */
  see(row: readonly string[], line: number, isAbove: boolean, isOwn = true): void {
    // Most rows of most files are full, and no section is open: they cost next to nothing.
    let filled = 0
    for (let c = 0; c < row.length && filled <= MOST_CELLS; c++) if (row[c] !== '') filled++
    if (filled > MOST_CELLS && this.#open.length === 0 && !this.#last) return
    const at = row.findIndex(cell => !saysNothing(cell))
    if (at < 0) return
    const first = (row[at] as string).trim()
    if (filled <= MOST_CELLS) {
      const heading = headingOf(first, besides(row, at), line, isAbove)
      if (heading) return this.#begin(heading)
    }
    if (this.#open.length > 0 && first.length <= LONGEST && LETTER.test(first)) {
      const label = totalLabelOf([first])
      if (label !== undefined && besides(row, at).every(isFigure)) return this.#end(namesInTotal(label), line)
      if (statesBalance(first)) return
    }
    if (!isAbove && isOwn && filled > 1 && row.some(cell => DIGIT.test(cell))) this.#line()
  }

  /** Something in what was seen so far could be a section's heading. */
  get mayHave(): boolean {
    return this.#mayHave
  }

  /** What the whole file came to. `byTotals`: headings that only their totals tell may be accounts. */
  found(byTotals: boolean): Sections | undefined {
    if (this.#hasLabelled) return { byTotals: false, headings: this.#labelled, totals: this.#labelledTotals }
    const isDoubtful = this.#isDoubtful || this.#open.some(isOpenEnded)
    if (!byTotals || isDoubtful || !this.#hasLines) return undefined
    return { byTotals: true, headings: this.#closed, totals: this.#totals }
  }

  #begin(heading: Heading): void {
    if (heading.isLabelled) {
      this.#labelled.set(heading.line, heading.account)
      this.#last = heading
    }
    // The next page of a printed report says again which section goes on.
    const same = this.#open.findLastIndex(open => open.names[0] === heading.names[0])
    if (same >= 0) {
      for (const inner of this.#open.splice(same + 1)) this.#drop(inner)
      return
    }
    this.#open.push(heading)
    if (this.#open.length > MOST_OPEN) this.#drop(this.#open.shift())
  }

  #end(names: readonly string[], line: number): void {
    const at = this.#open.findLastIndex(heading => heading.names.some(name => names.includes(name)))
    if (at < 0) return
    for (const inner of this.#open.splice(at + 1)) this.#drop(inner)
    const heading = this.#open.pop() as Heading
    heading.isClosed = true
    this.#closed.set(heading.line, heading.account)
    this.#totals.set(line, heading.line)
    if (heading.lines > 0) this.#hasLines = true
    if (this.#last === heading) {
      this.#labelledTotals.set(line, heading.line)
      this.#last = undefined
    }
    this.#mayHave = true
  }

  #line(): void {
    if (this.#last) {
      this.#last.lines++
      // One above the table alone is what it always was: a line of the banner.
      if (!this.#last.isAbove) this.#hasLabelled = this.#mayHave = true
    }
    const inner = this.#open.at(-1)
    if (!inner || inner === this.#last) return
    inner.lines++
    if (!inner.isAbove) this.#mayHave = true
  }

  #drop(heading: Heading | undefined): void {
    if (heading && isOpenEnded(heading)) this.#isDoubtful = true
  }
}

const besides = (row: readonly string[], at: number): string[] =>
  row.slice(at + 1).filter(cell => !saysNothing(cell))

/** Lines lie below it, and nothing says where they end. */
const isOpenEnded = (heading: Heading): boolean => heading.lines > 0 && !heading.isAbove && !heading.isClosed

/** A row with text in its first filled cell and nothing else, but for a balance that stands beside it or the parts of an account's name. */
function headingOf(
  first: string,
  rest: readonly string[],
  line: number,
  isAbove: boolean,
): Heading | undefined {
  if (first.length > LONGEST) return undefined
  const colon = first.indexOf(':')
  const isLabelled = colon > 0 && isAccountWord(first.slice(0, colon))
  const behind = isLabelled ? first.slice(colon + 1).trim() : first
  let account = behind
  if (isLabelled && behind === '') {
    if (rest.every(isAmount)) return undefined
    account = rest.filter(cell => !isAmount(cell)).join(' ').trim() // prettier-ignore
  } else if (isLabelled && rest.length === 1 && NAME.test(rest[0] ?? '')) {
    account = `${behind} ${(rest[0] as string).replace(NAME, '').trim()}`.trim()
  } else if (rest.length > 1 || !rest.every(isAmount)) return undefined
  if (!LETTER.test(first) && !/^\d{3,10}$/.test(first)) return undefined
  if (account === '' || totalLabelOf([first]) !== undefined || statesBalance(first)) return undefined
  const names = [...new Set([nameOf(first), nameOf(account)])]
  return { line, names, account, isLabelled, isAbove, isClosed: false, lines: 0 }
}

const isAccountWord = (word: string): boolean =>
  SHORT.test(word.trim()) ||
  (word.length <= 40 && ['account', 'account.code'].includes(fieldOfHeader(word)?.field ?? ''))

const NAME = /^\s*(?:(?:account|konto) ?)?(?:name|description|bezeichnung)\s*:/i
// Sage's words for an account of the books, too short to be a header's.
const SHORT = /^[na]\/c(?: (?:code|ref))?$/i

const isAmount = (cell: string): boolean => PLACES.test(cell) && numberParts(cell) !== undefined

const isFigure = (cell: string): boolean => numberParts(cell) !== undefined || /^[A-Z]{3}$/.test(cell.trim())

const nameOf = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

const BEFORE =
  /^(?:sub[- ]?|net )?(?:totals?|summe|zwischensumme|gesamt|gesamtsumme|somme|totaal|totale|suma|summa)\b(?: (?:for|of|f[üu]r|de|pour|voor|von))?[\s:–-]*/i
const BEHIND = /[\s:–(-]+(?:sub[- ]?)?(?:totals?|gesamt|summe|totaal)\)?:?$/i

/** What a total may be the total of: "Total for Rent", "Rent total". */
function namesInTotal(label: string): string[] {
  const text = nameOf(label)
  return [text.replace(BEFORE, ''), text.replace(BEHIND, '')].filter(name => name !== '' && name !== text)
}
