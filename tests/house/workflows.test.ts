import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// The workflows run on other people's machines, where a slip is found weeks later: what can be held against the project is held here.
const project = join(import.meta.dirname, '../..')
const folder = join(project, '.github/workflows')
const { load } = createRequire(import.meta.url)('js-yaml') as { load: (text: string) => unknown }
const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

interface Step {
  name?: string
  uses?: string
  run?: string
  if?: string
  shell?: string
  with?: Record<string, string>
  env?: Record<string, string>
}
interface Job {
  'runs-on': string
  'timeout-minutes'?: number
  strategy?: { matrix: { os?: string[]; include?: Record<string, string>[] } }
  steps: Step[]
}
interface Workflow {
  on: unknown
  permissions?: Record<string, string>
  jobs: Record<string, Job>
}

const RUNNERS = /^(?:ubuntu-24\.04|windows-2025|macos-15|macos-15-intel)$/u
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout@v5': [],
  'actions/setup-node@v5': ['node-version', 'cache'],
  'actions/upload-artifact@v4': ['name', 'path', 'if-no-files-found'],
}
/** What PowerShell, the shell of Windows' steps, reads otherwise or not at all. */
const BASH = /\bif \[|\$\(|>> "|\bsudo\b|\bexport\b|\\$|\$[A-Z_]+\b/mu

const machinesOf = ({ strategy }: Job): Record<string, string>[] =>
  strategy?.matrix.include ?? strategy?.matrix.os?.map(os => ({ os })) ?? []

test.each(readdirSync(folder))('%s: runners, actions, scripts, shells and names are there', name => {
  const { on, permissions, jobs } = load(readFileSync(join(folder, name), 'utf8')) as Workflow
  expect(on).toBeTruthy()
  expect(permissions).toEqual({ contents: 'read' })
  for (const job of Object.values(jobs)) {
    const machines = machinesOf(job)
    expect(job['runs-on']).toBe('${{ matrix.os }}')
    expect(job['timeout-minutes']).toBeGreaterThan(0)
    for (const { os } of machines) expect(os).toMatch(RUNNERS)
    const names = new Set(machines.flatMap(machine => Object.keys(machine)))
    for (const step of job.steps) {
      expect([step, Boolean(step.uses) !== Boolean(step.run)]).toEqual([step, true])
      for (const [, key] of JSON.stringify(step).matchAll(/matrix\.(\w+)/gu))
        expect([...names]).toContain(key)
      if (step.uses !== undefined)
        expect(ACTIONS[step.uses]).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
      // Two machines' artifacts of one name: the second upload fails.
      if (step.uses?.startsWith('actions/upload-artifact'))
        expect(step.with?.['name']).toContain('${{ matrix.os }}')
      for (const [, script] of (step.run ?? '').matchAll(/\bnpm run ([\w:]+)/gu)) expect(scripts).toHaveProperty([script as string]) // prettier-ignore
      const elsewhere = /runner\.os == 'Linux'|matrix\.target == '--mac'/u.test(step.if ?? '')
      const text = (step.run ?? '').replaceAll(/\$\{\{.*?\}\}/gu, '')
      if (BASH.test(text) && !elsewhere) expect([step.run, step.shell]).toEqual([step.run, 'bash'])
    }
  }
})

test('what npm test and npm run call are programs of Node, on Windows too', () => {
  for (const [name, command] of Object.entries(scripts))
    expect([name, /^(?:node|electron-vite|electron-builder|tsc|oxlint|oxfmt|drizzle-kit) [^|;<>$`']*$/u.test(command)]).toEqual([name, true]) // prettier-ignore
})
