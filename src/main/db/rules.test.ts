import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const MAIN = fileURLToPath(new URL('..', import.meta.url))

/** Every source of main with its path from src/main; tests may do what the program may not. */
const sources = readdirSync(MAIN, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map(entry => join(entry.parentPath, entry.name))
  .map(path => ({ path: relative(MAIN, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))

const where = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

test('databases are opened in one file', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(where(/new Database\(/)).toEqual(['db/open-database.ts'])
  expect(where(/from 'better-sqlite3'/).filter(path => !path.startsWith('db/'))).toEqual([])
})

test('nobody copies a database by the calls that give clear text away or fail on a keyed one', () => {
  expect(where(/\.serialize\(|\.backup\(/)).toEqual([])
})

test('each transaction says how it begins: writers immediately, readers deferred', () => {
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const unsaid = sources.filter(
    ({ text }) => count(text, /\.transaction\(/g) !== count(text, /\.(?:immediate|deferred)\(/g),
  )
  expect(unsaid.map(({ path }) => path)).toEqual([])
  expect(where(/\.deferred\(/).filter(path => !path.startsWith('engine/'))).toEqual(['db/snapshot.ts'])
  // exec('BEGIN') would go round the rule; the lock between processes is the one that does.
  // What is said to a PostgreSQL server is another matter.
  expect(where(/['"`]\s*BEGIN\b/).filter(path => !path.includes('/postgres/'))).toEqual([
    'db/open-database.ts',
  ])
})

test('no PRAGMA outside db changes how a connection works', () => {
  const changing = sources.filter(
    ({ path, text }) => !path.startsWith('db/') && /pragma\(\s*['"`][^'"`]*=/i.test(text),
  )
  expect(changing.map(({ path }) => path)).toEqual([])
})
