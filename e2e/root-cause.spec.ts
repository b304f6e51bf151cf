import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { decimal, pence, test } from './pages/dashboard.ts'
import { violations } from './pages/start.ts'

const AUTUMN = 'from=2025-10-01&to=2026-03-31&vs=previous-year'

async function explain(page: Page, search: string): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, `#/explain?${search}`)
  await expect(page.getByTestId('explanation')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('[data-chart=waiting]')).toHaveCount(0)
  await expect(page.locator('.stale')).toHaveCount(0)
}

test.describe('the company', () => {
  test.use({ kind: 'company' })

  test('“Why?” of the headline explains the same figure against the same days', async ({
    dashboard,
    page,
  }) => {
    await dashboard.show('from=2025-10-01&to=2025-12-31&vs=previous-year')
    const shown = decimal(await dashboard.total.innerText())
    await page.getByTestId('kpis').getByRole('button', { name: 'Why?' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Explain a change')
    await expect(page.getByTestId('explanation')).toBeVisible()
    const after = page.getByTestId('kpis').getByRole('button').nth(1)
    expect(decimal(await after.innerText())).toBe(shown)
    await expect(page.getByText('Oct to Dec 2025 against Oct to Dec 2024')).toBeVisible()
  })

  test('a point of the trend and a row of a ranking are explained, too', async ({ dashboard, page }) => {
    await dashboard.show('from=2025-04-01&to=2026-03-31&vs=previous-year')
    await dashboard.chart('Expenditure by month').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('w')
    await expect(page).toHaveURL(/#\/explain\?.*from=2026-03-01.*to=2026-03-31/)
    await expect(page).toHaveURL(/vs=2025-03-01\.\.2025-03-31/)
    await page.goBack()
    await dashboard.settled()
    const row = dashboard.panel('Where it goes').getByRole('row', { name: /Repairs contractors/ })
    await row.hover()
    await row.getByRole('button', { name: /^Why\?/ }).click()
    await expect(page).toHaveURL(/#\/explain\?.*=7200/)
  })

  test('finds the dearer night cover among the causes, and its rows sum to what it says', async ({
    dashboard,
    page,
    sample,
  }) => {
    await dashboard.settled()
    await explain(page, 'from=2025-09-01&to=2026-03-31&vs=previous-year')
    const cause = page.getByTestId('causes').getByRole('listitem').filter({ hasText: 'Night cover' })
    await expect(cause).toHaveCount(1)
    await cause.getByRole('button', { name: 'Open rows after' }).click()
    const { sum } = await dashboard.ledgerFigures()
    const asked = ['--where', 'flow=expense', '--where', 'account=7040', '--where', 'cost_centre=5260']
    const oracle = await sample.query(
      '--measure',
      'sum',
      '--from',
      '2025-09-01',
      '--to',
      '2026-03-31',
      ...asked,
    )
    expect(decimal(sum)).toBe(oracle.totals['sum'])
  })

  test('the waterfall’s bars sum from before to after, whichever dimension', async ({ dashboard, page }) => {
    await dashboard.settled()
    await explain(page, AUTUMN)
    for (const dimension of ['Account', 'Cost centre', 'Supplier or payee']) {
      await page.getByLabel('By', { exact: true }).selectOption({ label: dimension })
      const title = `From before to after by ${dimension.toLowerCase()}`
      await dashboard.menu(title, 'Show as table')
      const cells = await dashboard.panel(title).locator('tbody td').allInnerTexts()
      const figures = cells.map(text => pence(decimal(text)))
      const changes = figures.slice(1, -1).reduce((a, b) => a + b, 0n)
      expect((figures[0] as bigint) + changes).toBe(figures.at(-1))
      await dashboard.menu(title, 'Show as chart')
    }
  })

  test('the tree is walked down by keyboard, and each level opens its rows', async ({ dashboard, page }) => {
    await dashboard.settled()
    await explain(page, AUTUMN)
    await page.getByRole('tab', { name: 'Drivers' }).focus()
    await page.keyboard.press('ArrowRight')
    const tree = page.getByTestId('tree')
    const first = tree.getByRole('button', { expanded: false }).first()
    await first.focus()
    await page.keyboard.press('Enter')
    await tree
      .getByLabel(/^Split .* by$/)
      .nth(1)
      .selectOption({ label: 'Cost centre' })
    const nested = tree.locator('ul ul li').first()
    await expect(nested).toBeVisible()
    await nested.getByRole('button', { name: /^Rows/ }).click()
    await expect(page).toHaveURL(/#\/ledger\?.*m\.cost_centre=/)
  })

  test('association is called that, never a cause', async ({ dashboard, page }) => {
    await dashboard.settled()
    await explain(page, AUTUMN)
    await page.getByRole('tab', { name: 'What goes together' }).click()
    await expect(page.getByText('An association, never a cause.')).toBeVisible()
    await expect(page.getByTestId('association').getByRole('table').first()).toBeVisible({ timeout: 30_000 })
  })

  for (const [theme, language] of [
    ['light', 'en'],
    ['dark', 'de'],
  ] as const)
    test(`has no accessibility violation and no sideways scroll at 1024 × 680: ${theme}, ${language}`, async ({
      dashboard,
      page,
    }) => {
      // Axe reads three tabs.
      test.setTimeout(240_000)
      await dashboard.settled()
      await page.setViewportSize({ width: 1024, height: 680 })
      await page.emulateMedia({ colorScheme: theme })
      await explain(page, AUTUMN)
      if (language === 'de') {
        await page.evaluate(() => (location.hash = '#/settings'))
        await page.getByLabel('Language').selectOption({ label: 'Deutsch' })
        await explain(page, AUTUMN)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Veränderung erklären')
      }
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click()
        await expect(
          page
            .getByRole('tabpanel')
            .getByRole('table')
            .or(page.getByRole('tabpanel').locator('ul, ol'))
            .first(),
        ).toBeVisible({
          timeout: 30_000,
        })
        expect(await violations(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
      }
    })

  test('says what is missing: no entries, and nothing to compare with', async ({ dashboard, page }) => {
    await dashboard.settled()
    await page.evaluate(() => (location.hash = '#/explain?from=1999-01-01&to=1999-12-31'))
    await expect(page.getByText('Nothing to explain')).toBeVisible()
    await page.evaluate(() => (location.hash = '#/explain?from=2023-04-01&to=2023-04-30&vs=previous-year'))
    await expect(page.getByText('Nothing to compare with')).toBeVisible()
  })
})

test.describe('the household', () => {
  test.use({ kind: 'household' })

  test('is explained in its own words, spending positive', async ({ dashboard, page }) => {
    await dashboard.settled()
    await explain(page, 'vs=previous-period')
    await expect(page.getByRole('radio', { name: 'Spending' })).toBeChecked()
    const before = page.getByTestId('kpis').getByRole('button').first()
    expect(Number(decimal(await before.innerText()))).toBeGreaterThan(0)
  })
})
