import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { chooseTheme, expectAccessible } from './pages/start.ts'

async function openQuality(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Quality' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Quality' })).toBeVisible()
}

test('the rules are run, and what breaks one is shown with its entries', async ({ dashboard, page }) => {
  await expect(dashboard.total).toBeVisible()
  await openQuality(page)
  await expect(page.getByText('Not checked yet')).toBeVisible()
  await expectAccessible(page, 'the rules before a run')
  await page.getByRole('button', { name: 'Check everything' }).click()
  await expect(page.getByText(/^Checked\. Score/)).toBeVisible()
  await expect(page.getByRole('row', { name: /Documents balance/ })).toContainText(/Kept|Broken|Does not fit/)
  await page.getByRole('button', { name: 'New rule' }).click()
  const dialog = page.getByRole('dialog', { name: 'New rule' })
  await dialog.getByLabel('Expectation').selectOption('Amount within bounds')
  await dialog.getByLabel(/^At most/).fill('10000')
  const said = dialog.getByRole('status')
  await expect(said).toHaveText(/^[\d,]+ of [\d,]+ entries would break it\.$/)
  const count = /^[\d,]+/.exec(await said.innerText())?.[0] ?? ''
  await expectAccessible(page, 'the rule editor')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Check everything' }).click()
  const row = page.getByRole('row', { name: /Size of the amount/ })
  await expect(row).toContainText(count)
  await row.getByRole('button', { name: count }).click()
  const rows = page.getByRole('dialog')
  await expect(rows.getByText(`100 of ${count}`)).toBeVisible()
  await expectAccessible(page, 'the failing entries')
  await rows.getByRole('button', { name: 'Open in the ledger' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ledger' })).toBeVisible()
  await expect(page.getByText(count).first()).toBeVisible()
})

test('runs keep their score, and reconciliation agrees from the file to the figures', async ({
  dashboard,
  page,
}) => {
  await expect(dashboard.total).toBeVisible()
  await openQuality(page)
  for (const number of [1, 2]) {
    await page.getByRole('button', { name: 'Check everything' }).click()
    await page.getByRole('tab', { name: 'Runs' }).click()
    await expect(page.getByRole('row')).toHaveCount(number + 1)
  }
  await expect(page.getByRole('img', { name: /^2 runs, the last one/ })).toBeVisible()
  await expectAccessible(page, 'the runs')
  await page.getByRole('tab', { name: 'Reconciliation' }).click()
  await expect(page.getByRole('heading', { name: 'Everything agrees' })).toBeVisible()
  await expectAccessible(page, 'reconciliation')
  await chooseTheme(page, 'Dark')
  await expectAccessible(page, 'reconciliation, dark')
})
