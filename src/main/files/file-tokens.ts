import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { PickedFile } from '../../shared/contract/import.ts'
import type { FileTokens } from '../app.ts'

interface Known {
  path: string
  name: string
  bytes: number
  temporary: boolean
  member?: string
  rowKey?: readonly string[]
}

/** Tokens of 128 random bits, good until the program ends. A page that guesses paths gets nowhere: it only ever holds tokens. */
export function createFileTokens(): FileTokens {
  const files = new Map<string, Known>()
  const keep = (file: Known): PickedFile => {
    const token = randomBytes(16).toString('base64url')
    files.set(token, file)
    return { token, name: file.name, bytes: file.bytes }
  }
  return {
    add: (path, name, bytes, temporary, member) =>
      keep({ path, name, bytes, temporary, ...(member === undefined ? {} : { member }) }),
    addTable: (path, name, bytes, rowKey) => keep({ path, name, bytes, temporary: true, rowKey }),
    path(token) {
      const file = files.get(token)
      if (!file) return undefined
      const { temporary: _, ...rest } = file
      return rest
    },
    async clear() {
      const temporary = [...files.values()].filter(file => file.temporary)
      files.clear()
      await Promise.all(temporary.map(file => rm(file.path, { force: true })))
    },
  }
}
