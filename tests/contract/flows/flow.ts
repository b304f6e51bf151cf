import type { MethodName } from '../../../src/shared/contract/index.ts'

/** Secrets and a person, who are put into every flow that takes them, and looked for wherever they must not be. */
export const CANARY = {
  password: 'canary-password-1f6b0d',
  wrong: 'canary-wrong-password-77c1',
  serverPassword: 'canary-server-password-52aa',
  modelKey: 'canary-model-key-90e3',
  iban: 'DE89370400440532013000',
  person: 'Jörg Canary-Müller',
  note: 'canary-note-of-the-ledger-9d2e',
} as const

/** What flows know of each other. */
export interface Flowing {
  /** The last good answer of a method. */
  // Each flow knows what its own forerunner answers; a test of the answers' shapes this is not.
  // oxlint-disable-next-line typescript/no-explicit-any
  of(name: MethodName): any
  /** A file with this content, picked. */
  file(name: string, content: string): string
  /** A path in a folder of this test's own. */
  path(name: string): string
  person(): number
}

type Make = (f: Flowing) => object
/** `refused`: the answer is a failure, whose words are looked through like any answer. */
export type Flow = { input: Make; refused?: true } | { not: string }

export const ok = (input: Make | object = {}): Flow => ({
  input: typeof input === 'function' ? (input as Make) : () => input,
})
export const no = (input: Make | object): Flow => ({ input: typeof input === 'function' ? (input as Make) : () => input, refused: true }) // prettier-ignore
export const not = (why: string): Flow => ({ not: why })
