import MiniSearch from 'minisearch'
import { initials, namesOf, stem } from './names.ts'

/** A member that there is, with how many of its actual entries belong to each side of the result. */
export interface Member {
  dimension: string
  key: string
  label: string
  entries: number
  income: number
  expense: number
}

export interface Name {
  member: Member
  words: readonly string[]
}

/** Members above this many of one dimension are found by their words, but misspelt ones are not: the index would be too large. */
const FUZZY_TERMS = 60_000
const FUZZY = 0.25

/** The real members of a workspace by the words of their names. Made once a revision. */
export class Vocabulary {
  readonly members: readonly Member[]
  readonly #names: Name[] = []
  readonly #byWord = new Map<string, number[]>()
  readonly #byInitials = new Map<string, Member[]>()
  readonly #terms: MiniSearch<{ id: number; term: string }>
  readonly #termIds: string[] = []
  /** Words that only payees have: of thousands of them one is always near. */
  readonly #ofPayees = new Set<string>()

  /** `words`: what else is understood, so that a slip in it is mended too. */
  constructor(members: readonly Member[], words: readonly string[]) {
    this.members = members
    for (const member of members) {
      for (const name of namesOf(member)) {
        const id = this.#names.push({ member, words: name }) - 1
        for (const word of new Set(name)) {
          const known = this.#byWord.get(word)
          if (known) known.push(id)
          else this.#byWord.set(word, [id])
        }
      }
      for (const short of initials(member.label))
        this.#byInitials.set(short, [...(this.#byInitials.get(short) ?? []), member])
    }
    for (const [word, ids] of this.#byWord)
      if (!words.includes(word) && ids.every(id => this.#names[id]?.member.dimension === 'payee'))
        this.#ofPayees.add(word)
    this.#terms = new MiniSearch({ fields: ['term'], tokenize: text => [text], processTerm: term => term })
    this.#termIds = [...new Set([...words, ...this.#byWord.keys()])]
      .filter(t => t.length >= 4 && /^\p{L}+$/u.test(t))
      .slice(0, FUZZY_TERMS)
    this.#terms.addAll(this.#termIds.map((term, id) => ({ id, term })))
  }

  has(word: string): boolean {
    return this.#byWord.has(stem(word))
  }

  /** Names that have a word. */
  namesWith(word: string): Name[] {
    return (this.#byWord.get(word) ?? []).map(id => this.#names[id] as Name)
  }

  byInitials(text: string): readonly Member[] {
    return this.#byInitials.get(text) ?? []
  }

  /** Terms that a misspelt word may stand for, the nearest first, all of the same distance; empty where none is near. */
  nearest(word: string): string[] {
    const root = stem(word)
    const found = [word, ...(root === word ? [] : [root])].flatMap(w =>
      this.#terms.search(w, { fuzzy: w.length < 8 ? 2 : FUZZY, prefix: false }),
    )
    let best: string[] = []
    let least = word.length >= 9 ? 2.5 : word.length >= 6 ? 2 : 1
    // Of a short word two slips leave too little: "Wetter" is no water.
    for (const { id } of found) {
      const term = this.#termIds[id as number] as string
      // A slip in the first letter is rare: it counts as a second one.
      const distance =
        Math.min(distanceOf(word, term), distanceOf(root, term)) + (term.charAt(0) === word.charAt(0) ? 0 : 1)
      if (distance > least || (distance > 1 && word.length < 8 && !term.startsWith(word.slice(0, 2))))
        continue
      if (this.#ofPayees.has(term) && (word.length < 6 || (distance > 1 && word.length < 9))) continue
      if (distance < least) best = []
      least = distance
      if (!best.includes(term)) best.push(term)
    }
    return best
  }
}

/** Optimal string alignment: insertions, deletions, changes and swaps of neighbours. */
export function distanceOf(a: string, b: string): number {
  let previous: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1)
      let cost = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1))
        cost = Math.min(cost, (previous[j - 2] as number) + 1)
      next.push(cost)
    }
    previous = row
    row = next
  }
  return row[b.length] as number
}
