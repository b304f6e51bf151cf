import { random } from '../../../../engine/testing/random.ts'

/** What a mutated file is made of: the seeds, and words of the format that break it best when they stand in the wrong place. */
export interface MutationPlan {
  seeds: readonly Uint8Array[]
  /** Tags, separators, boundary numbers …: inserted as they are. */
  words: readonly string[]
  /** A mutated file is cut at this length. */
  maxBytes?: number
}

const RUNS = [
  '<',
  '>',
  '&',
  '^\n',
  '\r',
  '\n',
  '\r\n',
  '0',
  '9',
  'A',
  ' ',
  '\0',
  '\u00ff',
  ':',
  '-',
  '"',
  '[',
  '\ufeff',
]
const text = new TextEncoder()

/**
 * The same plan and number give the same bytes on every machine: one to six changes of one seed (bits, bytes, deletions, doubled and
 * moved slices, truncation, slices of other seeds, words, long runs, line ends, a byte-order mark in front).
 */
export function mutant(plan: MutationPlan, number: number): Uint8Array {
  const next = random(number * 2_654_435_761 + 1)
  const below = (n: number): number => Math.floor(next() * n)
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
  let bytes: Uint8Array = pick(plan.seeds).slice()
  const rounds = 1 + below(6)
  for (let i = 0; i < rounds; i++) bytes = change(bytes, plan, below, pick)
  return bytes.subarray(0, plan.maxBytes ?? 64 * 1024)
}

function change(
  bytes: Uint8Array,
  plan: MutationPlan,
  below: (n: number) => number,
  pick: <T>(items: readonly T[]) => T,
): Uint8Array {
  const at = below(bytes.length + 1)
  const span = below(Math.min(bytes.length - at, below(8) === 0 ? bytes.length : 40) + 1)
  const before = bytes.subarray(0, at)
  const slice = bytes.subarray(at, at + span)
  const after = bytes.subarray(at + span)
  const rest = bytes.subarray(at)
  switch (below(12)) {
    case 0: {
      const flipped = bytes.slice()
      for (let n = 1 + below(8); n > 0 && flipped.length > 0; n--) {
        const where = below(flipped.length)
        flipped[where] = (flipped[where] as number) ^ (1 << below(8))
      }
      return flipped
    }
    case 1: {
      const written = bytes.slice()
      for (let n = 1 + below(8); n > 0 && written.length > 0; n--) written[below(written.length)] = below(256)
      return written
    }
    case 2:
      return join(before, after)
    case 3:
      return join(before, slice, slice, after)
    case 4:
      return before.slice()
    case 5: {
      const other = pick(plan.seeds)
      const from = below(other.length + 1)
      return join(before, other.subarray(from, from + below(other.length - from + 1)), rest)
    }
    case 6:
    case 7:
      return join(before, text.encode(pick(plan.words)), below(2) === 0 ? rest : after)
    case 8:
      return join(before, text.encode(pick(RUNS).repeat(1 + below(pick([8, 200, 5000])))), rest)
    case 9:
      return join(rest, before)
    case 10:
      return lineEnds(bytes, pick(['\n', '\r', '\r\n', '']))
    default:
      return join(pick([[0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0], [0xe9]]), bytes)
  }
}

function join(...parts: (Uint8Array | number[])[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function lineEnds(bytes: Uint8Array, end: string): Uint8Array {
  const changed = Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/\r\n|\r|\n/g, end)
  return new Uint8Array(Buffer.from(changed, 'latin1'))
}
