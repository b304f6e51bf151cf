import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Harness } from './outcome.ts'

/** A row of the table that other tests hold: runs them, and counts what they say. They read `runs` from the variable. */
function byTests(bar: string, usual: number, files: readonly string[], variable = 'FARTHING_FUZZ'): Harness {
  return {
    usual,
    async run(runs) {
      const folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
      const report = join(folder, 'report.json')
      const child = spawn(
        process.execPath,
        [
          'node_modules/vitest/vitest.mjs',
          'run',
          ...files,
          '--reporter=json',
          `--outputFile.json=${report}`,
          '--testTimeout=3600000',
        ],
        { env: { ...process.env, [variable]: String(runs) }, stdio: ['ignore', 2, 2] },
      )
      await once(child, 'exit')
      const told = JSON.parse(readFileSync(report, 'utf8')) as {
        numPassedTests: number
        numFailedTests: number
        numPendingTests: number
        testResults: { assertionResults: { status: string; fullName: string }[] }[]
      }
      rmSync(folder, { recursive: true, force: true })
      const failed = told.testResults.flatMap(({ assertionResults }) =>
        assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
      )
      const failures = told.numPassedTests === 0 ? ['no test ran', ...failed] : failed
      return { runs, failures, bar, figures: { passed: told.numPassedTests, skipped: told.numPendingTests } }
    },
  }
}

export const fuzz = byTests('20,000 inputs a parser; 0 hangs above 5 s, 0 untyped errors', 20_000, [
  'src/main/features/import/formats',
  'src/main/features/import/hostile',
])

export const idempotence = byTests('0 duplicates and 0 wrongly dropped', 1500, [
  'src/main/features/import/service.test.ts',
  'src/main/features/import/analysis/fingerprint',
  'src/main/features/ledger/reimport.test.ts',
])

export const auditLog = byTests(
  '0 false alarms in 200 kills, no change without its row; 50 of each kind of tampering found and located',
  200,
  ['src/main/audit-log/kills.test.ts', 'src/main/audit-log/verify.test.ts'],
  'FARTHING_KILLS',
)
