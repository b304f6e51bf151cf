import { fold } from './fold.ts'

/**
 * Regular expressions in linear time: a pattern becomes a program that is run on all its threads at once (Thompson 1968, Pike's
 * machine without captures), so that no pattern from a file can hold up the ledger. Look-around and back-references are refused.
 */
export type Pattern = (text: string) => boolean

const LONGEST_PATTERN = 200
const LONGEST_TEXT = 2000
const MOST_STEPS = 5000

type Test = (code: number) => boolean
type Node =
  | { kind: 'test'; test: Test }
  | { kind: 'start' | 'end' | 'edge' }
  | { kind: 'all'; nodes: Node[] }
  | { kind: 'any'; nodes: Node[] }
  | { kind: 'repeat'; node: Node; least: number; most: number }

type Step =
  | { op: 'test'; test: Test }
  | { op: 'split'; to: number; or: number }
  | { op: 'jump'; to: number }
  | { op: 'start' | 'end' | 'edge' | 'match' }

/**
 * Compiles a pattern; where it cannot, answers a sentence that says what is wrong with it. Capitals and accents make no difference
 * unless `exact` is asked for.
 */
export function compilePattern(
  source: string,
  { exact = false }: { exact?: boolean } = {},
): { pattern: Pattern } | { problem: string } {
  const prepare = exact ? (text: string): string => text : fold
  if (source.length > LONGEST_PATTERN)
    return { problem: `The pattern is longer than ${LONGEST_PATTERN} characters.` }
  try {
    const node = new Parser(source, prepare).parse()
    const program: Step[] = []
    emit(node, program)
    program.push({ op: 'match' })
    return { pattern: text => run(program, prepare(text).slice(0, LONGEST_TEXT)) }
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    return { problem: error.message }
  }
}

class PatternError extends Error {}

class Parser {
  readonly #source: string
  readonly #prepare: (text: string) => string
  #at = 0

  constructor(source: string, prepare: (text: string) => string) {
    this.#source = source
    this.#prepare = prepare
  }

  parse(): Node {
    const node = this.#alternatives()
    if (this.#at < this.#source.length) throw new PatternError(`A bracket too many at place ${this.#at + 1}.`)
    return node
  }

  #alternatives(): Node {
    const nodes = [this.#sequence()]
    while (this.#take('|')) nodes.push(this.#sequence())
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'any', nodes }
  }

  #sequence(): Node {
    const nodes: Node[] = []
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek())) nodes.push(this.#repeated())
    return { kind: 'all', nodes }
  }

  #repeated(): Node {
    let node = this.#atom()
    for (;;) {
      const bounds = this.#bounds()
      if (!bounds) return node
      const [least, most] = bounds
      if (most < least || least > 100 || (most !== Infinity && most > 100))
        throw new PatternError('A repetition goes up from its least to its most number, 100 at most.')
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

  #atom(): Node {
    const char = this.#next()
    switch (char) {
      case '(': {
        if (this.#take('?') && !this.#take(':'))
          throw new PatternError('Look-ahead, look-behind and named groups are not supported.')
        const node = this.#alternatives()
        if (!this.#take(')')) throw new PatternError('A bracket is not closed.')
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
        throw new PatternError(`Nothing stands before the ${char} at place ${this.#at}.`)
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
    if (/[1-9]/.test(char)) throw new PatternError('Back-references are not supported.')
    const known = { d: isDigit, w: isWord, s: isSpace }[char.toLowerCase()]
    if (known) return char === char.toLowerCase() ? known : code => !known(code)
    if (/[a-z]/i.test(char)) throw new PatternError(`\\${char} is not supported.`)
    return this.#literal(char)
  }

  #class(): Test {
    const negated = this.#take('^')
    const tests: Test[] = []
    for (let first = true; ; first = false) {
      const char = this.#next('A class [ is not closed.')
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
        if (to < from) throw new PatternError(`The range ${char}-${end} runs backwards.`)
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

  #next(problem = 'The pattern ends too early.'): string {
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
const isWord: Test = code => /[\p{L}\p{N}_]/u.test(String.fromCodePoint(code))

function emit(node: Node, program: Step[]): void {
  if (program.length > MOST_STEPS) throw new PatternError('The pattern repeats too much.')
  switch (node.kind) {
    case 'test':
      program.push({ op: 'test', test: node.test })
      return
    case 'start':
    case 'end':
    case 'edge':
      program.push({ op: node.kind })
      return
    case 'all':
      for (const one of node.nodes) emit(one, program)
      return
    case 'any':
      emitAny(node.nodes, program)
      return
    case 'repeat':
      emitRepeat(node, program)
  }
}

function emitAny(nodes: readonly Node[], program: Step[]): void {
  const ends: { op: 'jump'; to: number }[] = []
  for (const [i, one] of nodes.entries()) {
    if (i === nodes.length - 1) {
      emit(one, program)
      break
    }
    const split = { op: 'split' as const, to: program.length + 1, or: 0 }
    program.push(split)
    emit(one, program)
    const end = { op: 'jump' as const, to: 0 }
    program.push(end)
    ends.push(end)
    split.or = program.length
  }
  for (const end of ends) end.to = program.length
}

function emitRepeat({ node, least, most }: Node & { kind: 'repeat' }, program: Step[]): void {
  for (let i = 0; i < least; i += 1) emit(node, program)
  if (most === Infinity) {
    const split = { op: 'split' as const, to: program.length + 1, or: 0 }
    const back = program.length
    program.push(split)
    emit(node, program)
    program.push({ op: 'jump', to: back })
    split.or = program.length
    return
  }
  const splits: { op: 'split'; to: number; or: number }[] = []
  for (let i = least; i < most; i += 1) {
    const split = { op: 'split' as const, to: program.length + 1, or: 0 }
    program.push(split)
    splits.push(split)
    emit(node, program)
  }
  for (const split of splits) split.or = program.length
}

/** All threads of the program go through the text together: each step of it is visited once a character at most. */
function run(program: readonly Step[], text: string): boolean {
  const codes = Array.from(text, char => char.codePointAt(0) as number)
  const seen = new Int32Array(program.length).fill(-1)
  let threads: number[] = []
  for (let at = 0; at <= codes.length; at += 1) {
    // A match may begin anywhere.
    if (follow(program, codes, at, [...threads, 0], seen, (threads = []))) return true
    const code = codes[at]
    if (code === undefined) return false
    threads = threads.flatMap(pc => ((program[pc] as Step & { op: 'test' }).test(code) ? [pc + 1] : []))
  }
  return false
}

/** Goes on from these steps up to those that test a character, which are added to `out`. True once a match is reached. */
function follow(
  program: readonly Step[],
  codes: readonly number[],
  at: number,
  from: number[],
  seen: Int32Array,
  out: number[],
): boolean {
  const wordAt = (i: number): boolean => codes[i] !== undefined && isWord(codes[i])
  while (from.length > 0) {
    const pc = from.pop() as number
    if (seen[pc] === at) continue
    seen[pc] = at
    const step = program[pc] as Step
    switch (step.op) {
      case 'match':
        return true
      case 'test':
        out.push(pc)
        break
      case 'jump':
        from.push(step.to)
        break
      case 'split':
        from.push(step.or, step.to)
        break
      case 'start':
        if (at === 0) from.push(pc + 1)
        break
      case 'end':
        if (at === codes.length) from.push(pc + 1)
        break
      case 'edge':
        if (wordAt(at - 1) !== wordAt(at)) from.push(pc + 1)
    }
  }
  return false
}
