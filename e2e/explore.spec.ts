import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { decimal, test } from './pages/dashboard.ts'
import { violations } from './pages/start.ts'

async function explore(page: Page, search = ''): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, `#/explore?${search}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Explore|Erkunden/)
}

test.describe('the company', () => {
  test.use({ kind: 'company' })

  test('the breakdown’s total is the oracle’s, and a row opens rows that sum to it', async ({
    dashboard,
    page,
    sample,
  }) => {
    await dashboard.settled()
    await explore(page, 'from=2025-04-01&to=2026-03-31&m.flow=expense')
    await page.getByRole('tab', { name: 'Breakdown' }).click()
    const table = page.getByRole('table', { name: 'Breakdown' })
    const asked = ['--where', 'flow=expense', '--from', '2025-04-01', '--to', '2026-03-31']
    const oracle = await sample.query('--measure', 'sum', ...asked)
    expect(decimal(await table.getByRole('row').last().getByRole('button').innerText())).toBe(
      oracle.totals['sum'],
    )
    await page.getByRole('tab', { name: 'Pivot' }).click()
    const pivot = page.getByRole('table', { name: 'Pivot' })
    const corner = pivot.getByRole('row').last().getByTitle('Open the rows').last()
    expect(decimal(await corner.innerText())).toBe((Math.round(Number(oracle.totals['sum'])) || 0).toFixed(0))
    await expect(
      pivot.locator('tbody tr').first().getByRole('button', { name: /^Why/ }).first(),
    ).toBeVisible()
    await page.getByRole('tab', { name: 'Breakdown' }).click()
    const first = table.locator('tbody tr').first().getByTitle('Open the rows')
    const shown = decimal(await first.innerText())
    await first.click()
    expect(decimal((await dashboard.ledgerFigures()).sum)).toBe(shown)
  })

  test('the distribution is drawn, moved over by keys, and has a table', async ({ dashboard, page }) => {
    await dashboard.settled()
    await explore(page)
    await page.getByRole('tab', { name: 'Distribution' }).click()
    const boxes = page.getByRole('group', { name: 'Spread by member' })
    await expect(boxes).toHaveAttribute('data-chart', 'drawn')
    await boxes.focus()
    await page.keyboard.press('Home')
    await expect(boxes.getByText(/Low .*Median .*High /)).toBeAttached()
    if (process.env['FARTHING_SHOTS'])
      await page.screenshot({ path: `${process.env['FARTHING_SHOTS']}/dist.png`, fullPage: true })
    await page.getByRole('button', { name: /Show or save: How many/ }).click()
    await page.getByRole('menuitem', { name: 'Show as table' }).click()
    const twin = page.getByRole('region', { name: 'How many entries of which size' }).getByRole('table')
    await expect(twin.getByRole('row')).toHaveCount(31)
  })

  test('SQL reads, and what would write is refused in words', async ({ dashboard, page }) => {
    await dashboard.settled()
    await explore(page)
    await page.getByRole('tab', { name: 'SQL' }).click()
    await page.getByLabel('Statement').fill('SELECT count(*) AS n FROM entry')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('table', { name: 'Answer' })).toContainText('122160')
    await page.getByLabel('Statement').fill('DELETE FROM entry')
    await page.getByRole('button', { name: 'Run' }).click()
    await expect(page.getByRole('alert')).toContainText('Only statements that read')
  })

  test('every view is clean for axe, reachable by keys, in German and at 1024 × 680', async ({
    dashboard,
    page,
  }) => {
    test.setTimeout(300_000)
    await dashboard.settled()
    await page.setViewportSize({ width: 1024, height: 680 })
    await page.evaluate(() => (location.hash = '#/settings'))
    await page.getByLabel('Language').selectOption({ label: 'Deutsch' })
    await explore(page, 'from=2025-04-01&to=2025-09-30')
    await page.getByRole('tab').first().focus()
    for (let i = 0; i < 6; i += 1) {
      await expect(
        page
          .getByRole('tabpanel')
          .getByRole('table')
          .or(page.getByRole('tabpanel').getByRole('textbox'))
          .or(page.getByRole('tabpanel').getByRole('group'))
          .first(),
      ).toBeVisible({
        timeout: 30_000,
      })
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
      await page.getByRole('tab', { selected: true }).focus()
      await page.keyboard.press('ArrowRight')
    }
  })

  test('says why there is nothing', async ({ dashboard, page }) => {
    await dashboard.settled()
    await explore(page, 'from=1999-01-01&to=1999-12-31')
    await expect(page.getByText('No entries in this selection')).toBeVisible()
  })
})
