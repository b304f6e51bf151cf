import { fold } from './fold.ts'
import { say } from './pattern.messages.ts'
import { isWord, parsePattern, PatternError, type PatternNode as Node, type Test } from './pattern-syntax.ts'

/**
 * Regular expressions in linear time: a pattern becomes a program that is run on all its threads at once (Thompson 1968, Pike's
 * machine without captures), so that no pattern from a file can hold up the ledger. Look-around and back-references are refused.
 */
export type Pattern = (text: string) => boolean

const LONGEST_PATTERN = 200
const LONGEST_TEXT = 2000
const MOST_STEPS = 5000

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
  if (source.length > LONGEST_PATTERN) return { problem: say().tooLong(LONGEST_PATTERN) }
  try {
    const node = parsePattern(source, prepare)
    const program: Step[] = []
    emit(node, program)
    program.push({ op: 'match' })
    return { pattern: text => run(program, prepare(text).slice(0, LONGEST_TEXT)) }
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    return { problem: error.message }
  }
}

function emit(node: Node, program: Step[]): void {
  if (program.length > MOST_STEPS) throw new PatternError(say().repeats)
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
