/**
 * Counts of Vitest's JSON report. A file that could not even be loaded has no tests in it: it counts as one that failed, and so
 * does a run that ended badly without naming a test.
 */
export function readVitest(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + broken
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/** Counts of Playwright's JSON report; a test that passed only the second time counts as failed. */
export function readPlaywright(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + flaky + report.errors.length
  return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed, skipped }
}
