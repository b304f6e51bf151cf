// `npm test`: every runner in turn, each to its end whatever the others say; the last line sums them up.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPlaywright, readVitest } from './lib/reports.mjs'
import { ensureBuilt } from './lib/ready.mjs'
import { requireNode24, run, tool } from './lib/run.mjs'
import { findChromium, underKeyring, whyNoKeyring } from './lib/test-tools.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'test-farthing-'))
const counts = []
const startedAt = performance.now()

await check('types', 'typescript/bin/tsc', ['-b'])
await check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'])
await check('format', 'oxfmt/bin/oxfmt', ['--check', '.'])
// Beside node_modules: it makes dependency-cruiser read TypeScript 7 first.
await check('dependency rules', '../scripts/check-deps.mjs', [])
await step('unit and property tests', unitTests)
await step('build', async () => one(await ensureBuilt({ force: true })))
await step('end-to-end tests', endToEndTests)
rmSync(scratch, { recursive: true, force: true })

const sum = key => counts.reduce((total, count) => total + count[key], 0)
const failed = counts.filter(count => count.failed > 0).map(count => count.name)
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`\n${Math.round((performance.now() - startedAt) / 1000)} s`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exit(failed.length > 0 ? 1 : 0)

function one(good) {
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 }
}

async function step(name, work) {
  console.log(`\n── ${name}`)
  const since = performance.now()
  const count = { name, ...(await work()) }
  counts.push(count)
  const seconds = ((performance.now() - since) / 1000).toFixed(1)
  console.log(
    `── ${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped (${seconds} s)`,
  )
}

async function check(name, script, args) {
  await step(name, async () => one((await tool(script, args)).code === 0))
}

async function unitTests() {
  const report = join(scratch, 'vitest.json')
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const reason = whyNoKeyring()
  if (reason) console.log(`The keychain tests are skipped: ${reason}.`)
  const keyring = reason
    ? undefined
    : underKeyring(requireNode24(), args, mkdtempSync(join(scratch, 'home-')))
  const { code } = keyring
    ? await run(keyring.command, keyring.args, { env: { ...keyring.env, FARTHING_TEST_KEYRING: '1' } })
    : await run(requireNode24(), args)
  return readVitest(readReport(report), code)
}

async function endToEndTests() {
  const cli = '@playwright/test/cli.js'
  if (process.env.FARTHING_E2E_HOST !== 'electron' && !(await findChromium())) {
    const { output } = await tool(cli, ['test', '--list'], { capture: true })
    const specs = Number(/Total: (\d+) tests?/.exec(output)?.[1] ?? 1)
    console.log('The end-to-end tests are skipped: there is no Chromium on this machine; install chromium.')
    return { passed: 0, failed: 0, skipped: specs }
  }
  const report = join(scratch, 'playwright.json')
  const { code } = await tool(cli, ['test'], { env: { FARTHING_REPORT: report } })
  const told = readReport(report)
  const again = told?.stats.flaky ?? 0
  // Counted as failed; this says why a spec that "passed" is among them.
  if (again > 0) console.log(`${again} end-to-end tests failed first and passed when tried again.`)
  return readPlaywright(told, code)
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
