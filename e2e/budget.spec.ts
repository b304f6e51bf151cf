import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { decimal, test } from './pages/dashboard.ts'
import { violations } from './pages/start.ts'

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

    await page.getByLabel('Bridge by').selectOption('account')
    await expect(page).toHaveURL(/bridge=account/)
    await page
      .getByRole('row', { name: /Night cover/ })
      .first()
      .getByRole('button', { name: /^Add/ })
      .click()
    await page.getByLabel('What explains it').fill('Two nurses were ill')
    await page.getByLabel('Written by').fill('Ann')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const commented = page.getByRole('row', { name: /Two nurses were ill Ann/ })
    await expect(commented).toContainText('Night cover')

    await page.getByLabel('Carry over what is left').check()
    await expect(page.getByText('there is nothing to carry over')).toBeVisible()
    await page.getByRole('tab', { name: 'Full year' }).click()
    const year = page.getByTestId('full-year')
    await expect(year.getByRole('row', { name: /Night cover/ })).toBeVisible()
    await expect(year.getByRole('columnheader', { name: 'Outlook' })).toBeVisible()

    await page.getByRole('tab', { name: 'Capital expenditure' }).click()
    await page.getByRole('button', { name: 'What is capital' }).click()
    const accounts = page.getByRole('group', { name: 'Accounts' })
    await expect(accounts.getByRole('checkbox').first()).toBeChecked()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByTestId('capital')).toBeVisible()
  })

  test('is clean to axe, light and dark, and does not scroll sideways in a small window', async ({
    dashboard,
    page,
  }) => {
    await dashboard.settled()
    await page.setViewportSize({ width: 1024, height: 680 })
    for (const [scheme, view] of [
      ['light', ''],
      ['dark', '&view=year'],
    ] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await budget(page, `from=2025-04-01&to=2026-03-31${view}`)
      expect(await violations(page)).toEqual([])
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
    await expect(page.getByRole('button', { name: 'Import a budget' })).toBeVisible()
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
    expect(await violations(page)).toEqual([])
    await page.getByRole('tab', { name: 'Variance' }).click()
    await expect(page.getByRole('row', { name: /Groceries/ }).first()).toContainText('1,000')
  })
})
