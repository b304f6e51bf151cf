import { startLoopback, type Loopback } from './farthing.ts'
import { expect, onElectron, test } from './fixtures.ts'

// The browser writes each refused connection to the console.
test.use({ expectedErrors: /WebSocket connection|Failed to load resource/ })
test.skip(onElectron, 'the loopback host only: in Electron the page ends with its host')

test('a page that lost its host says so, tries again by itself, and says when only a new address helps', async ({
  page,
  host,
  home,
}) => {
  const first = host as Loopback
  await expect(page.getByText('Version 0.1.0')).toBeVisible()
  await first.stop()
  await expect(page.getByText('Farthing does not answer')).toBeVisible()

  // Another start on the same port is another Farthing: the old session opens nothing there.
  const second = await startLoopback(home, ['--port', new URL(first.origin).port])
  try {
    await expect(page.getByText('session has ended')).toBeVisible({ timeout: 15_000 })
    await page.goto(second.launchUrl)
    await expect(page.getByText('Version 0.1.0')).toBeVisible()
    await expect(page.getByText('session has ended')).toBeHidden()
  } finally {
    await second.stop()
  }
})
