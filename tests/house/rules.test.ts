import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const TEXT = /\.(?:ts|tsx|mjs|cjs|json|md|css|html|svg|yml)$/u
const GENERATED =
  /^(?:package-lock\.json|src\/main\/db\/migrations\/|src\/main\/db\/migrations\.generated\.ts)/u
const isTest = (file: string): boolean => /\.(?:test|spec)\.[cm]?tsx?$|^(?:tests|e2e|bench)\//u.test(file)

/** Longer than 300 lines, each with its reason. */
const LONG: Record<string, string> = {
  'src/main/features/reports/evidence/verify.mjs':
    'the verifier of evidence packs: one file, so that an auditor can run it anywhere',
}
/** Folders with SQL of their own, each with its reason. */
const WITH_SQL: Record<string, string> = {
  'src/main/features/workspace/verify/':
    'each check is a statement and how its answer reads; apart they say nothing',
  'src/main/features/connections/testing.ts': 'what the servers of the tests are filled with',
  'src/renderer/features/explore/Sql.tsx': 'the statement that a person finds on the page and changes',
}

interface File {
  path: string
  text: string
}
let files: File[] = []
beforeAll(() => {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: project, encoding: 'utf8' }).split('\0')
  files = listed
    .filter(path => TEXT.test(path) && !GENERATED.test(path) && existsSync(join(project, path)))
    .map(path => ({ path, text: readFileSync(join(project, path), 'utf8') }))
})

const sources = (): File[] => files.filter(({ path }) => /^src\/.*\.tsx?$/u.test(path) && !isTest(path))

/** Where a rule is broken, as file:line. */
function broken(where: readonly File[], pattern: RegExp): string[] {
  return where.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}`] : [])),
  )
}

const SQL =
  /[`'"]\s*(?:SELECT\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(?:TABLE|INDEX|VIRTUAL)|PRAGMA\s|DROP\s+TABLE|VACUUM)/u
const OPENS = /\bnew Database\s*\(/u
const CLEAR_TEXT = /\b(?:db|database|connection)\s*\.\s*(?:serialize|backup)\s*\(/u
// Letters in brackets, so that this file is not found by its own rule.
const MACHINE = /\/w[o]rk\/|(?<![\w.])\/t[m]p\/[a-z]|\/h[o]me\/(?!ada|user)\w|C:\\U[s]ers|registry\.n[p]mjs/u

describe('the rules see what they are for', () => {
  test.each([
    [SQL, "db.prepare('SELECT * FROM entry')", 'const selected = rows[0]'],
    [SQL, 'sql(`INSERT OR IGNORE INTO entry`)', 'a select box'],
    [OPENS, 'const db = new Database(path)', 'openDatabase(path)'],
    [CLEAR_TEXT, 'db.serialize()', 'serialize(value)'],
    [CLEAR_TEXT, 'await db.backup(path)', 'backup(path)'],
    [MACHINE, ['', 'work', 'main'].join('/'), "read('/opt/farthing')"],
    [MACHINE, ['registry', 'npmjs', 'org'].join('.'), 'https://example.com'],
  ])('%s', (pattern, bad, good) => {
    expect([pattern.test(bad), pattern.test(good)]).toEqual([true, false])
  })
})

test('SQL is only in queries, db and engine', () => {
  const elsewhere = sources().filter(
    ({ path }) =>
      !/queries\.ts$|^src\/main\/(?:db|engine)\//u.test(path) &&
      !Object.keys(WITH_SQL).some(folder => path.startsWith(folder)),
  )
  expect(broken(elsewhere, SQL)).toEqual([])
})

test('databases are opened in db alone', () => {
  expect(
    broken(
      sources().filter(({ path }) => !path.startsWith('src/main/db/')),
      OPENS,
    ),
  ).toEqual([])
})

test('nothing asks SQLite for a copy in clear text', () => {
  expect(broken(sources(), CLEAR_TEXT)).toEqual([])
})

test('no file names a path of somebody’s machine or a registry', () => {
  expect(
    broken(
      files.filter(({ path }) => !isTest(path)),
      MACHINE,
    ),
  ).toEqual([])
})

test('no file is longer than 300 lines without a reason', () => {
  const long = files.filter(
    ({ path, text }) => /\.(?:tsx?|mjs|cjs|css)$/u.test(path) && text.split('\n').length > 301,
  )
  // Neither a long file without a reason nor a reason whose file is short again.
  expect(long.map(({ path }) => path)).toEqual(Object.keys(LONG))
})

test('each link and picture in the pages leads somewhere', () => {
  const dead = files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/gu)]
        .map(found => decodeURIComponent(found[1] ?? ''))
        .filter(link => !existsSync(resolve(project, dirname(path), link)))
        .map(link => `${path}: ${link}`),
    )
  expect(dead).toEqual([])
})

test('each catalogue says the same in English and in German', async () => {
  const catalogues = sources().filter(
    ({ path, text }) => path.endsWith('messages.ts') && /\bde\b/u.test(text),
  )
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value
  let seen = 0
  for (const { path } of catalogues) {
    const exported = (await import(join(project, path))) as Record<string, unknown>
    for (const value of Object.values(exported)) {
      const { en, de } = (value ?? {}) as { en?: unknown; de?: unknown }
      if (typeof en !== 'object' || typeof de !== 'object') continue
      seen += 1
      expect([path, shape(de)]).toEqual([path, shape(en)])
    }
  }
  expect(seen).toBeGreaterThan(3)
})
