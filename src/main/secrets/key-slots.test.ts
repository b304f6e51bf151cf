import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import {
  KeyFileSchema,
  keyCheck,
  openSlot,
  resealSlot,
  rewrapSlot,
  sealSlot,
  type KeyFile,
  type PairSlot,
  type Slot,
} from './key-slots.ts'

const WORKSPACE = '5a1d3c6e-0000-4000-8000-000000000001'
const dataKey = new Uint8Array(randomBytes(32))
let slot: Slot
let file: KeyFile

beforeAll(async () => {
  slot = await sealSlot(
    WORKSPACE,
    { kind: 'password', user: 'owner', role: 'analyst' },
    'café au lait',
    dataKey,
  )
  file = {
    format: 'farthing-keys',
    version: 1,
    workspace: WORKSPACE,
    keychain: 'k',
    check: keyCheck(WORKSPACE, dataKey),
    slots: [slot],
  }
})

test('a slot opens with its password, however the accents are composed, and with no other', async () => {
  expect(await openSlot(WORKSPACE, slot, 'café au lait'.normalize('NFD'))).toEqual(dataKey)
  expect(await openSlot(WORKSPACE, slot, 'Café au lait')).toBeUndefined()
  expect(await openSlot(WORKSPACE, slot, '')).toBeUndefined()
})

test('a new data key is given to a slot without its password, which stays as it was', async () => {
  const next = new Uint8Array(randomBytes(32))
  const resealed = resealSlot(WORKSPACE, slot as PairSlot, next, 'viewer')
  expect(resealed.role).toBe('viewer')
  expect(await openSlot(WORKSPACE, resealed, 'café au lait')).toEqual(next)
  expect(await openSlot(WORKSPACE, resealed, 'another')).toBeUndefined()
})

test('another password wraps the same key pair: what was sealed to it opens, by the new password only', async () => {
  expect(await rewrapSlot(WORKSPACE, slot as PairSlot, 'a wrong one', 'the next one')).toBeUndefined()
  const next = (await rewrapSlot(WORKSPACE, slot as PairSlot, 'café au lait', 'the next one')) as PairSlot
  expect([next.publicKey, next.sealed]).toEqual([(slot as PairSlot).publicKey, (slot as PairSlot).sealed])
  expect(await openSlot(WORKSPACE, next, 'the next one')).toEqual(dataKey)
  expect(await openSlot(WORKSPACE, next, 'café au lait')).toBeUndefined()
})

// Made by the first version: the password is 'a long enough password', the data key 32 bytes of 7.
const FIRST_VERSION = {
  kind: 'password',
  user: 'owner',
  role: 'admin',
  version: 1,
  kdf: { algorithm: 'argon2id', memoryKib: 65536, passes: 3, lanes: 1, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' },
  nonce: 'AAAAAAAAAAAAAAAA',
  box: 'UrsXmL91lk0rSeOPNw/ek/fHd9AXjVfMD5rUaQsgo3biqKlf8GlzV6xkXN56a+vv',
} as const

test('a slot of the first version still opens', async () => {
  const opened = await openSlot(WORKSPACE, FIRST_VERSION, 'a long enough password')
  expect(opened).toEqual(new Uint8Array(32).fill(7))
})

test('two slots of one password have nothing in common', async () => {
  const other = await sealSlot(
    WORKSPACE,
    { kind: 'password', user: 'owner', role: 'analyst' },
    'café au lait',
    dataKey,
  )
  expect([other.nonce === slot.nonce, other.box === slot.box, other.kdf.salt === slot.kdf.salt]).toEqual([
    false,
    false,
    false,
  ])
})

function sealedWith(s: Slot, change: Partial<PairSlot['sealed']>): Slot {
  const slot = s as PairSlot
  return { ...slot, sealed: { ...slot.sealed, ...change } }
}

const salt = Buffer.alloc(16, 1).toString('base64')
const TAMPERED: [string, (slot: Slot) => Slot][] = [
  ['user', s => ({ ...s, user: 'somebody' })],
  ['role', s => ({ ...s, role: 'admin' })],
  ['kind', s => ({ ...s, kind: 'recovery' })],
  ['slot version', s => ({ ...s, version: 1 }) as Slot],
  ['KDF memory', s => ({ ...s, kdf: { ...s.kdf, memoryKib: s.kdf.memoryKib + 1024 } })],
  ['KDF passes', s => ({ ...s, kdf: { ...s.kdf, passes: s.kdf.passes + 1 } })],
  ['KDF lanes', s => ({ ...s, kdf: { ...s.kdf, lanes: 2 } })],
  ['salt', s => ({ ...s, kdf: { ...s.kdf, salt } })],
  ['nonce', s => ({ ...s, nonce: flip(s.nonce, 3) })],
  ['ciphertext', s => ({ ...s, box: flip(s.box, 5) })],
  ['tag', s => ({ ...s, box: flip(s.box, 40) })],
  ['public key', s => ({ ...s, publicKey: flip((s as PairSlot).publicKey, 7) }) as Slot],
  ['sealed key', s => sealedWith(s, { box: flip((s as PairSlot).sealed.box, 5) })],
  ['sealed tag', s => sealedWith(s, { box: flip((s as PairSlot).sealed.box, 40) })],
  ['sealed nonce', s => sealedWith(s, { nonce: flip((s as PairSlot).sealed.nonce, 3) })],
  ['ephemeral key', s => sealedWith(s, { ephemeral: flip((s as PairSlot).sealed.ephemeral, 9) })],
]

test.each(TAMPERED)(
  'a slot whose %s was altered does not open with the right password',
  async (_name, tamper) => {
    expect(await openSlot(WORKSPACE, tamper(slot), 'café au lait')).toBeUndefined()
  },
)

test('a slot carried into another workspace does not open', async () => {
  expect(await openSlot('5a1d3c6e-0000-4000-8000-000000000002', slot, 'café au lait')).toBeUndefined()
})

test.each([
  ['less memory', { memoryKib: 65_535 }],
  ['a machine’s whole memory', { memoryKib: 1_048_577 }],
  ['fewer passes', { passes: 2 }],
  ['endless passes', { passes: 17 }],
  ['no lanes', { lanes: 0 }],
  ['many lanes', { lanes: 5 }],
  ['a short salt', { salt: Buffer.alloc(15).toString('base64') }],
  ['a long salt', { salt: Buffer.alloc(67).toString('base64') }],
  ['another algorithm', { algorithm: 'argon2i' }],
  ['half a pass', { passes: 3.5 }],
])('key derivation with %s is refused when the file is read', (_name, change) => {
  expect(KeyFileSchema.safeParse(file).success).toBe(true)
  const changed = { ...file, slots: [{ ...slot, kdf: { ...slot.kdf, ...change } }] }
  expect(KeyFileSchema.safeParse(changed).success).toBe(false)
})

test('the check tells the right key from any other, per workspace', () => {
  expect(keyCheck(WORKSPACE, dataKey)).toBe(file.check)
  expect(keyCheck(WORKSPACE, randomBytes(32))).not.toBe(file.check)
  expect(keyCheck('another', dataKey)).not.toBe(file.check)
})

function flip(base64: string, at: number): string {
  const bytes = Buffer.from(base64, 'base64')
  bytes[at] = (bytes[at] as number) ^ 1
  return bytes.toString('base64')
}
