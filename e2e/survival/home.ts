import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openAsItIs } from '../../src/main/db/open-database.ts'
import { createTestWorkspace, type TestWorkspace } from '../../src/main/db/testing.ts'
import type { ReadableDB } from '../../src/main/db/types.ts'
import { keyFilePath } from '../../src/main/secrets/key-file.ts'
import { keyCheck, KeyFileSchema } from '../../src/main/secrets/key-slots.ts'

export const WORKSPACE_ID = 'test'

export interface Place extends TestWorkspace {
  folder: string
  /** What a child needs to open it. */
  task: { path: string; key: string; folder: string }
}

/** A workspace with a key file whose slot nobody opens: the harnesses have the key. Its connection is closed. */
export function makePlace(): Place {
  const made = createTestWorkspace()
  const { path, key } = made
  const folder = dirname(path)
  const blank = (bytes: number): string => Buffer.alloc(bytes).toString('base64')
  const keys = {
    format: 'farthing-keys',
    version: 1,
    workspace: WORKSPACE_ID,
    keychain: 'none',
    check: keyCheck(WORKSPACE_ID, key),
    slots: [
      {
        kind: 'password',
        user: 'owner',
        role: 'admin',
        version: 1,
        kdf: { algorithm: 'argon2id', memoryKib: 65_536, passes: 3, lanes: 1, salt: blank(16) },
        nonce: blank(12),
        box: blank(48),
      },
    ],
  }
  writeFileSync(keyFilePath(path), JSON.stringify(KeyFileSchema.parse(keys)))
  return { ...made, folder, task: { path, key: Buffer.from(key).toString('hex'), folder } }
}

/** Statements of so many rows each, all of them different; the sum of each file in minor units. */
export function writeStatements(
  folder: string,
  count: number,
  rows: number,
): { path: string; sum: number }[] {
  const place = join(folder, 'statements')
  mkdirSync(place, { recursive: true })
  return Array.from({ length: count }, (_, file) => {
    let sum = 0
    const lines = Array.from({ length: rows }, (_row, i) => {
      const pence = 100 + ((file * 7919 + i * 31) % 90_000)
      sum -= pence
      const day = new Date(Date.UTC(2025, 0, 1 + (i % 300))).toISOString().slice(0, 10)
      return `${day},Payee ${i % 40} of ${file},-${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')},F${file}L${i}`
    })
    const path = join(place, `statement-${String(file).padStart(3, '0')}.csv`)
    writeFileSync(path, `Date,Payee,Amount,Reference\n${lines.join('\n')}\n`)
    return { path, sum }
  })
}

/** Opens the file as it lies, looks, and closes it again. */
export function look<T>(path: string, key: Uint8Array, ask: (db: ReadableDB) => T): T {
  const db = openAsItIs(path, key)
  try {
    return ask(db)
  } finally {
    db.close()
  }
}

export const one = (db: ReadableDB, sql: string): unknown => db.prepare(sql).pluck().get()

export const secret = (): string => randomBytes(8).toString('hex')
