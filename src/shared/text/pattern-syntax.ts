import { say } from './pattern.messages.ts'
/** Whether a character, by its code point, is meant. */
export type Test = (code: number) => boolean
/** A pattern as its syntax has it. */
export type PatternNode =
  | { kind: 'test'; test: Test }
  | { kind: 'start' | 'end' | 'edge' }
  | { kind: 'all'; nodes: PatternNode[] }
  | { kind: 'any'; nodes: PatternNode[] }
  | { kind: 'repeat'; node: PatternNode; least: number; most: number }

/** Reads a pattern; `prepare` is what is done to its letters and to the texts alike. Throws PatternError. */
export function parsePattern(source: string, prepare: (text: string) => string): PatternNode {
  return new Parser(source, prepare).parse()
}

/** What is wrong with a pattern, as a sentence. */
export class PatternError extends Error {}

class Parser {
  readonly #source: string
  readonly #prepare: (text: string) => string
  #at = 0

  constructor(source: string, prepare: (text: string) => string) {
    this.#source = source
    this.#prepare = prepare
  }

  parse(): PatternNode {
    const node = this.#alternatives()
    if (this.#at < this.#source.length) throw new PatternError(say().bracketTooMany(this.#at + 1))
    return node
  }

  #alternatives(): PatternNode {
    const nodes = [this.#sequence()]
    while (this.#take('|')) nodes.push(this.#sequence())
    return nodes.length === 1 ? (nodes[0] as PatternNode) : { kind: 'any', nodes }
  }

  #sequence(): PatternNode {
    const nodes: PatternNode[] = []
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek())) nodes.push(this.#repeated())
    return { kind: 'all', nodes }
  }

  #repeated(): PatternNode {
    let node = this.#atom()
    for (;;) {
      const bounds = this.#bounds()
      if (!bounds) return node
      const [least, most] = bounds
      if (most < least || least > 100 || (most !== Infinity && most > 100))
        throw new PatternError(say().repetition)
      node = { kind: 'repeat', node, least, most }
      // Greedy or not makes no difference where only "found or not" is asked.
      this.#take('?')
    }
  }

  #bounds(): [number, number] | undefined {
    if (this.#take('*')) return [0, Infinity]
    if (this.#take('+')) return [1, Infinity]
    if (this.#take('?')) return [0, 1]
    const match = /^\{(\d{1,3})(?:(,)(\d{1,3})?)?\}/.exec(this.#source.slice(this.#at))
    if (!match) return undefined
    this.#at += match[0].length
    const least = Number(match[1])
    return [least, match[2] === undefined ? least : match[3] === undefined ? Infinity : Number(match[3])]
  }

  #atom(): PatternNode {
    const char = this.#next()
    switch (char) {
      case '(': {
        if (this.#take('?') && !this.#take(':')) throw new PatternError(say().look)
        const node = this.#alternatives()
        if (!this.#take(')')) throw new PatternError(say().notClosed)
        return node
      }
      case '[':
        return { kind: 'test', test: this.#class() }
      case '.':
        return { kind: 'test', test: () => true }
      case '^':
        return { kind: 'start' }
      case '$':
        return { kind: 'end' }
      case '*':
      case '+':
      case '?':
        throw new PatternError(say().nothingBefore(char, this.#at))
      case '\\':
        if (this.#peek() === 'b') {
          this.#next()
          return { kind: 'edge' }
        }
        return { kind: 'test', test: this.#escape() }
      default:
        return { kind: 'test', test: this.#literal(char) }
    }
  }

  #escape(): Test {
    const char = this.#next()
    if (/[1-9]/.test(char)) throw new PatternError(say().backReference)
    const known = { d: isDigit, w: isWord, s: isSpace }[char.toLowerCase()]
    if (known) return char === char.toLowerCase() ? known : code => !known(code)
    if (/[a-z]/i.test(char)) throw new PatternError(say().unknown(char))
    return this.#literal(char)
  }

  #class(): Test {
    const negated = this.#take('^')
    const tests: Test[] = []
    for (let first = true; ; first = false) {
      const char = this.#next(say().classNotClosed)
      if (char === ']' && !first) break
      if (char === '\\') {
        tests.push(this.#escape())
        continue
      }
      const from = this.#code(char)
      if (this.#peek() === '-' && !['', ']'].includes(this.#source[this.#at + 1] ?? '')) {
        this.#next()
        const end = this.#next()
        const to = this.#code(end)
        if (to < from) throw new PatternError(say().backwards(char, end))
        tests.push(code => code >= from && code <= to)
      } else tests.push(code => code === from)
    }
    return code => tests.some(test => test(code)) !== negated
  }

  #literal(char: string): Test {
    // Folding takes blanks away from a text's ends: alone, one is all that there is.
    const wanted = char === ' ' ? 32 : this.#code(char)
    return code => code === wanted
  }

  #code(char: string): number {
    return this.#prepare(char).codePointAt(0) ?? (char.codePointAt(0) as number)
  }

  #peek(): string {
    return this.#source[this.#at] ?? ''
  }

  #next(problem = say().endsEarly): string {
    const point = this.#source.codePointAt(this.#at)
    if (point === undefined) throw new PatternError(problem)
    const char = String.fromCodePoint(point)
    this.#at += char.length
    return char
  }

  #take(char: string): boolean {
    if (this.#peek() !== char) return false
    this.#at += 1
    return true
  }
}

const isDigit: Test = code => code >= 48 && code <= 57
const isSpace: Test = code => /\s/.test(String.fromCodePoint(code))
export const isWord: Test = code => /[\p{L}\p{N}_]/u.test(String.fromCodePoint(code))
