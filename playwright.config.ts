import { defineConfig } from '@playwright/test'
import { chromiumPath } from './e2e/chromium.ts'

/** The specs drive the built program (out/): on the loopback host in a real Chromium, or in Electron with FARTHING_E2E_HOST=electron. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  // Neither is a bar: speed is measured by the benches. They end what hangs, also on a machine that does much else.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  // Each worker is a Chromium and a Farthing; more than two of them on two cores only time out.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: process.env['FARTHING_REPORT']
    ? [['line'], ['json', { outputFile: process.env['FARTHING_REPORT'] }]]
    : 'list',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Recorded of every test, to be thrown away where it passed: a third of the time. For looking at a failure: FARTHING_TRACE=1.
    trace: process.env['FARTHING_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        // A container's root has no user namespaces for the sandbox; elsewhere it stays on.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
