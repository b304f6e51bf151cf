import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { KeyFileSchema, keyCheck, openSlot, sealSlot, type KeyFile, type Slot } from './key-slots.ts'

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

const salt = Buffer.alloc(16, 1).toString('base64')
const TAMPERED: [string, (slot: Slot) => Slot][] = [
  ['user', s => ({ ...s, user: 'somebody' })],
  ['role', s => ({ ...s, role: 'admin' })],
  ['kind', s => ({ ...s, kind: 'recovery' })],
  ['slot version', s => ({ ...s, version: 2 as 1 })],
  ['KDF memory', s => ({ ...s, kdf: { ...s.kdf, memoryKib: s.kdf.memoryKib + 1024 } })],
  ['KDF passes', s => ({ ...s, kdf: { ...s.kdf, passes: s.kdf.passes + 1 } })],
  ['KDF lanes', s => ({ ...s, kdf: { ...s.kdf, lanes: 2 } })],
  ['salt', s => ({ ...s, kdf: { ...s.kdf, salt } })],
  ['nonce', s => ({ ...s, nonce: flip(s.nonce, 3) })],
  ['ciphertext', s => ({ ...s, box: flip(s.box, 5) })],
  ['tag', s => ({ ...s, box: flip(s.box, 40) })],
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
