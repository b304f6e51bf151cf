import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeAtomic } from './write-atomic.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a file is replaced whole, for its owner only, and nothing else is left', async () => {
  const path = join(folder, 'list.json')
  writeFileSync(path, 'an old and longer text')
  await writeAtomic(path, 'new')
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(readdirSync(folder)).toEqual(['list.json'])
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('many at once leave one of them, whole', async () => {
  const path = join(folder, 'list.json')
  const texts = Array.from({ length: 20 }, (_, i) => `${i}`.repeat(5000))
  await Promise.all(texts.map(text => writeAtomic(path, text)))
  expect(texts).toContain(readFileSync(path, 'utf8'))
  expect(readdirSync(folder)).toEqual(['list.json'])
})

test('where it cannot be put in place, the temp file goes too', async () => {
  const path = join(folder, 'taken')
  rmSync(path, { force: true })
  writeFileSync(join(folder, 'file'), '')
  await expect(writeAtomic(join(folder, 'file', 'inside'), 'x')).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['file'])
})
