import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const FEATURE = 'src/main/features/import'

/** One violation a rule: what the file at `path` says. */
const VIOLATIONS: Record<string, Record<string, string>> = {
  'shared-is-host-free': {
    'src/shared/a/node.ts': "import { readFileSync } from 'node:fs'\nreadFileSync('')",
  },
  'page-never-reaches-main': {
    'src/renderer/app/reaches.tsx': "import type { App } from '../../main/app.ts'\nexport type A = App",
    'src/main/app.ts': 'export interface App {}',
  },
  'renderer-has-no-node': { 'src/renderer/app/node.tsx': "export * from 'node:path'" },
  'electron-in-its-host-only': { 'src/main/shell.ts': "import { app } from 'electron'\napp.quit()" },
  'preload-imports-electron-only': { 'src/preload/other.ts': "import { z } from 'zod'\nz.any()" },
  'analysis-is-pure': {
    [`${FEATURE}/analysis/pure.ts`]: "import { query } from '../queries.ts'\nquery()",
    [`${FEATURE}/queries.ts`]: 'export const query = () => {}',
  },
  'features-are-apart-in-main': {
    [`${FEATURE}/reaches.ts`]: "import '../ledger/service.ts'",
    'src/main/features/ledger/service.ts': 'export {}',
  },
  'features-are-apart-on-the-page': {
    'src/renderer/features/import/View.tsx':
      "import { A } from '../ledger/A.tsx'\nexport const B = () => <A />",
    'src/renderer/features/ledger/A.tsx': 'export const A = () => <p />',
  },
  'driver-in-db-only': { 'src/main/opens.ts': "import Database from 'better-sqlite3'\nnew Database('')" },
  'nothing-imports-a-host': {
    'src/main/up.ts': "await import('./hosts/cli/run.ts')",
    'src/main/hosts/cli/run.ts': 'export {}',
  },
  'hosts-are-apart': {
    'src/main/hosts/loopback/a.ts': "import '../cli/b.ts'",
    'src/main/hosts/cli/b.ts': 'export {}',
  },
  // Of types, too: a ring of them ties its files together all the same.
  'no-cycles': {
    'src/main/x.ts': "import { y } from './y.ts'\nexport interface X {}\ny()",
    'src/main/y.ts': "import type { X } from './x.ts'\nexport const y = (): X => ({})",
  },
  'no-orphans': { 'src/main/alone.ts': 'export const alone = 1' },
  'all-resolves': { 'src/main/lost.ts': "import './gone.ts'" },
  'only-declared-packages': { 'src/main/stray.ts': "import 'semver'" },
  'main-ships-what-it-needs': { 'src/main/needs.ts': "import fc from 'fast-check'\nfc.nat()" },
}

/** What breaks no rule, though it looks like it. */
const INNOCENT: Record<string, string> = {
  'src/main/db/driver.ts':
    "import Database from 'better-sqlite3'\nexport const open = () => new Database('')",
  'src/main/names-the-driver.ts':
    "import type Database from 'better-sqlite3'\nimport './db/driver.ts'\nexport type D = Database.Database",
  'src/main/one.ts': "import { two } from './two.ts'\nexport interface One {}\ntwo()",
  'src/main/two.ts': 'export const two = () => {}',
  'src/main/features/ledger/reads.ts':
    "import type { One } from '../../one.ts'\nexport const reads = (): One => ({})",
  'src/main/hosts/electron/index.ts':
    "import { app } from 'electron'\nimport '../../names-the-driver.ts'\nimport '../../features/ledger/reads.ts'\napp.quit()",
}

const folders: string[] = []
afterAll(() => folders.forEach(folder => rmSync(folder, { recursive: true, force: true })))

function cruise(files: Record<string, string>): { rule: string; from: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'house-'))
  folders.push(folder)
  cpSync(join(project, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const report = run(folder)
  return report.summary.violations.map(found => ({ rule: found.rule.name, from: found.from }))
}

function run(cwd: string): { summary: { violations: { rule: { name: string }; from: string }[] } } {
  const args = [join(project, 'scripts/check-deps.mjs'), 'src', '--output-type', 'json']
  try {
    return JSON.parse(
      execFileSync(process.execPath, args, { cwd, encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 26 }),
    )
  } catch (error) {
    // It ends with the number of violations.
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    if (!stdout) throw new Error(stderr ?? String(error), { cause: error })
    return JSON.parse(stdout)
  }
}

let found: { rule: string; from: string }[]
beforeAll(() => {
  found = cruise(Object.assign({}, ...Object.values(VIOLATIONS)))
})

test.each(Object.entries(VIOLATIONS))('the rule %s sees its violation', (rule, files) => {
  expect(found).toContainEqual({ rule, from: Object.keys(files)[0] })
})

test('each rule there is has a violation here', async () => {
  Object.assign(globalThis, { depcruiseReadsTypeScript: true })
  const config = (await import('../../.dependency-cruiser.cjs' as string)) as {
    default: { forbidden: { name: string }[] }
  }
  expect(config.default.forbidden.map(rule => rule.name).toSorted()).toEqual(
    Object.keys(VIOLATIONS).toSorted(),
  )
})

test('types of the driver, types from elsewhere and electron in its host break no rule', () => {
  expect(cruise(INNOCENT)).toEqual([])
})
