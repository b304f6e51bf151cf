import { LONGEST_VALUE, type Token } from './tokens.ts'
import {
  depthOf,
  INVESTMENTS,
  isAccount,
  isAggregate,
  isFreeText,
  isLeaf,
  isMovement,
  isSecurity,
  isStatement,
  isTextInDisguise,
} from './vocabulary.ts'

/** An aggregate with what stands in it, or a value. Movements and securities are not kept in their lists: they come out as they end. */
export interface Node {
  name: string
  line: number
  value: string
  children: Node[]
  /** Of a movement: its text in the file. */
  raw: string
  depth: number | undefined
  /** A value in it, or all of it, is longer than a megabyte. */
  tooLong: boolean
}

export type Growth =
  /** `cut`: the file ended within it. */
  | { kind: 'closed'; node: Node; statement: Node | undefined; cut: boolean }
  | { kind: 'opened'; node: Node }
  | {
      kind: 'fault'
      code: 'too-deep' | 'too-long' | 'doctype' | 'unclosed'
      line: number
      raw: string
      what: string
    }

export type Grown = Exclude<Growth, { kind: 'fault' }>

const DEEPEST = 64
/** Outside a movement only short known values are kept, and not more than a real file has of them. */
const SHORT = 4096
const MOST_VALUES = 100

/** Builds aggregates from tokens; end tags may be missing, and those that belong to nothing are passed over. */
export class Tree {
  #stack: Node[] = []
  #recording: Node | undefined
  #raw: string[] = []
  #rawLength = 0

  get #top(): Node | undefined {
    return this.#stack.at(-1)
  }

  *feed(token: Token): Generator<Growth, void, undefined> {
    switch (token.kind) {
      case 'open':
        return yield* this.#open(token)
      case 'close':
        return yield* this.#close(token)
      case 'text':
        this.#record(token.raw)
        return this.#text(token.text)
      case 'too-long':
        if (this.#recording) this.#recording.tooLong = true
        else
          yield {
            kind: 'fault',
            code: 'too-long',
            line: token.line,
            raw: token.raw,
            what: this.#top?.name ?? '',
          }
        return
      case 'doctype':
      case 'unclosed':
        yield { kind: 'fault', code: token.kind, line: token.line, raw: token.raw, what: token.name }
    }
  }

  /** How far in the tree a file stands that ends here. */
  get open(): 'nothing' | 'frame' | 'statement' {
    if (this.#stack.some(({ depth }) => depth !== undefined && depth >= 3)) return 'statement'
    return this.#stack.some(({ depth }) => depth !== undefined) ? 'frame' : 'nothing'
  }

  /** Ends what the file leaves open. */
  *end(): Generator<Grown, void, undefined> {
    while (this.#stack.length > 0) yield* this.#pop(false, true)
  }

  *#open(token: Token): Generator<Growth, void, undefined> {
    const { name, raw, line } = token
    if (this.#top && isFreeText(this.#top.name) && isTextInDisguise(name, raw)) return this.#disguised(raw)
    if (this.#top && isValue(this.#top)) yield* this.#pop(false)
    const depth = this.#depth(name)
    if (depth !== undefined)
      while (this.#top && (this.#top.depth === undefined || this.#top.depth >= depth)) yield* this.#pop(false)
    else if (isAggregate(name)) yield* this.#leaveTwin(name)
    if (this.#stack.length >= DEEPEST) {
      yield { kind: 'fault', code: 'too-deep', line, raw, what: name }
      return
    }
    const node: Node = { name, line, value: '', children: [], raw: '', depth, tooLong: false }
    this.#stack.push(node)
    if (depth !== undefined && (isMovement(name) || INVESTMENTS.has(name) || name === 'STMTTRNP')) {
      this.#recording = node
      this.#raw = []
      this.#rawLength = 0
    }
    this.#record(raw)
    if (isStatement(name)) yield { kind: 'opened', node }
  }

  /** CURRENCY in CURRENCY: the end tag of the first is missing. */
  *#leaveTwin(name: string): Generator<Growth, void, undefined> {
    const at = this.#stack.findLastIndex(node => node.name === name || node.depth !== undefined)
    if (this.#stack[at]?.name !== name) return
    while (this.#stack.length > at) yield* this.#pop(false)
  }

  *#close({ name, raw }: Token): Generator<Growth, void, undefined> {
    const at = this.#stack.findLastIndex(node => node.name === name)
    if (at < 0) {
      if (this.#top && isFreeText(this.#top.name) && isTextInDisguise(name, raw)) return this.#disguised(raw)
      return this.#record(raw)
    }
    while (this.#stack.length > at + 1) yield* this.#pop(false)
    this.#record(raw)
    yield* this.#pop(true)
  }

  #disguised(raw: string): void {
    this.#record(raw)
    this.#text(raw)
  }

  #text(text: string): void {
    const top = this.#top
    if (!top) return
    const most = this.#recording ? LONGEST_VALUE : SHORT
    if (top.value.length + text.length > most) {
      if (this.#recording) this.#recording.tooLong = true
      return
    }
    top.value += text
  }

  #record(raw: string): void {
    if (!this.#recording) return
    this.#rawLength += raw.length
    if (this.#rawLength > LONGEST_VALUE) this.#recording.tooLong = true
    else this.#raw.push(raw)
  }

  *#pop(ended: boolean, cut = false): Generator<Grown, void, undefined> {
    const node = this.#stack.pop()
    if (!node) return
    // Line breaks within a value are the bank's wrapping.
    node.value = node.value.trim().replace(/[ \t]*[\r\n]+[ \t]*/g, ' ')
    const parent = this.#top
    if (parent && this.#keeps(node)) {
      parent.children.push(node)
      // Without its end tag nothing says where an aggregate ends: the values that followed may be its parent's.
      if (!ended && node.children.length <= MOST_VALUES)
        for (const child of node.children) if (child.children.length === 0) parent.children.push(child)
    }
    if (node === this.#recording) {
      node.raw = this.#raw.join('').trim()
      this.#recording = undefined
      this.#raw = []
    }
    if (node.children.length > 0 || node.depth !== undefined || isAggregate(node.name)) {
      const statement = this.#stack.findLast(({ name }) => isStatement(name))
      yield { kind: 'closed', node, statement, cut }
    }
  }

  #keeps(node: Node): boolean {
    if (this.#recording) return node !== this.#recording && !this.#recording.tooLong
    const { children } = this.#top as Node
    if (children.length >= MOST_VALUES) return false
    return isLeaf(node.name) || isAccount(node.name) || node.name === 'SECID'
  }

  /** Names that say something only where their list is open are plain tags elsewhere. */
  #depth(name: string): number | undefined {
    const inside = (what: string): boolean => this.#stack.some(node => node.name === what)
    if (INVESTMENTS.has(name) && !inside('INVTRANLIST')) return undefined
    if (isSecurity(name) && !inside('SECLIST')) return undefined
    const inStatement = !this.#recording && this.#stack.some(node => isStatement(node.name))
    return depthOf(name, inStatement)
  }
}

/** A value ends where any tag begins; what is neither known nor has text yet may be an aggregate. */
function isValue(node: Node): boolean {
  if (isLeaf(node.name)) return true
  if (node.depth !== undefined || isAggregate(node.name)) return false
  return node.value.trim() !== '' && node.children.length === 0
}
