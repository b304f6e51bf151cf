import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { decimal, test } from './pages/dashboard.ts'

async function budget(page: Page, search = ''): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, `#/budget?${search}`)
  await expect(page.getByTestId('variance')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('[data-chart=waiting]')).toHaveCount(0)
  await expect(page.locator('.stale')).toHaveCount(0)
}

test.describe('the company', () => {
  test.use({ kind: 'company' })

  test('the year’s variance is what a query of either scenario says, and its figures open their rows', async ({
    dashboard,
    page,
    sample,
  }) => {
    await dashboard.settled()
    await budget(page, 'from=2025-04-01&to=2026-03-31')
    const row = page.getByRole('row', { name: /Agency staff/ })
    const days = ['--from', '2025-04-01', '--to', '2026-03-31', '--where', 'account=7040']
    const actual = await sample.query('--measure', 'sum', ...days)
    const planned = await sample.query('--measure', 'sum', ...days, '--where', 'scenario=Budget')
    const [a, b] = [Number(actual.totals['sum']), Number(planned.totals['sum'])]
    await expect(row.getByRole('cell').nth(1)).toHaveText(Math.round(a).toLocaleString('en-GB'))
    await expect(row.getByRole('cell').nth(2)).toHaveText(Math.round(b).toLocaleString('en-GB'))
    await expect(row).toContainText('adverse')
    await row.getByRole('button').nth(1).click()
    const { sum } = await dashboard.ledgerFigures()
    expect(decimal(sum)).toBe(planned.totals['sum'])
  })

  test('by cost centre, to date, capital expenditure apart; the question is in the address', async ({
    dashboard,
    page,
  }) => {
    await dashboard.settled()
    await budget(page, 'from=2025-04-01&to=2026-03-31')
    await page.getByLabel('By', { exact: true }).selectOption('cost_centre')
    await expect(page.getByRole('row', { name: /Night cover/ }).first()).toBeVisible()
    await expect(page).toHaveURL(/by=cost_centre/)
    await page.getByText('To date', { exact: true }).click()
    await expect(page).toHaveURL(/basis=to-date/)
    await expect(page.getByRole('heading', { name: 'Capital expenditure' })).toBeVisible()
  })

  test('is clean to axe, light and dark, and does not scroll sideways in a small window', async ({
    dashboard,
    page,
  }) => {
    await dashboard.settled()
    await page.setViewportSize({ width: 1024, height: 680 })
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await budget(page, 'from=2025-04-01&to=2026-03-31')
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(v => [v.id, v.nodes.map(n => n.html)])).toEqual([])
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
  })
})

test.describe('the household', () => {
  test.use({ kind: 'household' })

  test('without a budget the page says how to get one', async ({ dashboard, page }) => {
    await dashboard.settled()
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await expect(page.getByRole('heading', { name: 'There is no budget yet' })).toBeVisible()
    await page.getByRole('button', { name: 'Import a file' }).click()
    await expect(page).toHaveURL(/#\/import/)
  })

  test('a plan is typed, filled from last year, and held against the entries', async ({
    dashboard,
    page,
  }) => {
    await dashboard.settled()
    await page.evaluate(() => (location.hash = '#/budget?view=plan'))
    const year = page.getByRole('textbox', { name: /^Food: Groceries.*, Year$/ }).first()
    await year.fill('1000')
    await year.press('Enter')
    await expect(page.getByText('12 months planned')).toBeVisible()
    await expect(page.getByRole('textbox', { name: /^Food: Groceries/ }).first()).toHaveValue('83.34')
    await page.getByRole('button', { name: /rows from last year/ }).click()
    await expect(page.getByRole('button', { name: 'Fill 0 rows from last year' })).toBeDisabled()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(v => [v.id, v.nodes.map(n => n.html)])).toEqual([])
    await page.getByRole('tab', { name: 'Variance' }).click()
    await expect(page.getByRole('row', { name: /Groceries/ }).first()).toContainText('1,000')
  })
})
