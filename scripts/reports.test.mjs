import { expect, test } from 'vitest'
import { readPlaywright, readVitest } from './lib/reports.mjs'

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] }

test('a test file that cannot be loaded counts as a failure although no test of it ran', () => {
  const report = { ...vitest, testResults: [{ status: 'failed', assertionResults: [] }] }
  expect(readVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

test('a failed test is counted once, not again for its file', () => {
  const file = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }
  expect(readVitest({ ...vitest, numFailedTests: 1, testResults: [file] }, 1).failed).toBe(1)
})

test('a run that ends badly without a report, or with a clean one, is a failure', () => {
  expect(readVitest(undefined, 1).failed).toBe(1)
  expect(readVitest(vitest, 1).failed).toBe(1)
  expect(readVitest(vitest, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 })
  expect(readPlaywright(undefined, 1).failed).toBe(1)
})

test('end-to-end counts take in what Playwright could not start', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
  expect(readPlaywright({ stats, errors: [{}] }, 1)).toEqual({ passed: 5, failed: 3, skipped: 2 })
})
