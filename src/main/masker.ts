import { MASK, maskText } from '../shared/privacy/mask.ts'
import { fold } from '../shared/text/fold.ts'

/** What passes in and out of a workspace where people and numbers are masked. */
export interface Masker {
  /** Stand-ins back to what they stand for, so that a masked person can be asked for. */
  reveal(input: unknown): unknown
  /** Whether a text with hidden characters is in it: it must not be saved over the real one. */
  holdsMasked(input: unknown): boolean
  mask(output: unknown): Promise<unknown>
  /** One text, at once. */
  text(text: string): string
}

/** Lines masked before others get a turn. */
const LINES = 2000
const LONG = 200_000

export interface Person {
  payee: number
  key: string
  name: string
}

export function createMasker(people: readonly Person[]): Masker {
  const standIns = new Map<string, string>()
  const keys = new Map<string, string>()
  let longest = 0
  for (const { payee, key, name } of people) {
    const standIn = `Person ${payee}`
    keys.set(standIn, key)
    for (const one of [key, name])
      for (const words of spellings(one)) {
        standIns.set(words.join(' '), standIn)
        longest = Math.max(longest, words.length)
      }
  }

  const names = (text: string): string => {
    if (longest === 0 || !/\p{L}/u.test(text)) return text
    const words = [...text.matchAll(WORD)].map(match => ({
      from: match.index,
      to: match.index + match[0].length,
      word: plain(match[0]),
    }))
    let out = ''
    let at = 0
    for (let i = 0; i < words.length; i++)
      for (let count = Math.min(longest, words.length - i); count > 0; count--) {
        const run = words.slice(i, i + count)
        const standIn = standIns.get(run.map(one => one.word).join(' '))
        if (standIn === undefined) continue
        out += text.slice(at, run[0]?.from) + standIn
        at = run.at(-1)?.to ?? at
        i += count - 1
        break
      }
    return out + text.slice(at)
  }
  const short = (text: string): string => maskText(names(text))
  const long = async (text: string): Promise<string> => {
    const lines = text.split('\n')
    const out: string[] = []
    for (let at = 0; at < lines.length; at += LINES) {
      out.push(short(lines.slice(at, at + LINES).join('\n')))
      await new Promise(resolve => void setImmediate(resolve))
    }
    return out.join('\n')
  }
  const mask = async (output: unknown): Promise<unknown> => {
    if (typeof output === 'string') return output.length > LONG ? long(output) : short(output)
    if (Array.isArray(output)) return Promise.all(output.map(mask))
    if (!isPlain(output)) return output
    const entries = await Promise.all(
      Object.entries(output).map(async ([key, one]) => [short(key), await mask(one)] as const),
    )
    return Object.fromEntries(entries)
  }
  return {
    mask,
    text: short,
    reveal: input => eachText(input, text => keys.get(text) ?? text),
    holdsMasked(input) {
      let found = false
      eachText(input, text => {
        found ||= text.includes(MASK.repeat(3))
        return text
      })
      return found
    },
  }
}

/** Dots and hyphens part words, in names as in texts: 'Anna-Weber.pdf' names her as 'Weber, Anna' does. */
const WORD = /[\p{L}\p{M}'’]+/gu

/** A name's words as they may stand in a text: in order, turned round, and run together. */
function spellings(name: string): string[][] {
  const words = (name.match(WORD) ?? []).map(plain).filter(word => word !== '')
  const letters = words.join('').length
  if (words.length < 2 && letters < 4) return []
  const out = words.map((_, first) => [...words.slice(first), ...words.slice(0, first)])
  out.push(words.toReversed())
  if (words.length > 1 && letters > 7) out.push([words.join('')], [words.toReversed().join('')])
  return out
}

/** Alike for all ways of writing a word: Müller, MUELLER, Muller; O'Neill, O’Neill. */
const plain = (word: string): string =>
  fold(word)
    .replaceAll(/['’]/g, '')
    .replaceAll(/([aou])e/g, '$1')

function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map(one => eachText(one, change))
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachText(one, change)]))
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
