import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ImportPage } from './pages/import.ts'
import { LedgerPage } from './pages/ledger.ts'
import { chooseTheme, expectAccessible } from './pages/start.ts'

const PURSE = [
  'Date,Payee,Category,Amount',
  '2025-04-03,Bistro,Dining,-390.00',
  '2025-05-02,Bistro,Dining,-300.00',
  '2025-05-09,Bistro,Dining,-120.50',
  '2025-05-10,Shop,Groceries,-12.00',
].join('\n')

async function openAlerts(page: Page): Promise<void> {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Purse', 'Personal')
  await imports.choose({ name: 'purse.csv', text: PURSE })
  await imports.loadChosen()
  await page.getByRole('button', { name: 'Alerts', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Alerts', level: 1 })).toBeVisible()
}

async function addLimit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a rule' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Dining')
  await dialog.getByLabel('Only where').selectOption('category')
  await dialog.getByLabel('is', { exact: true }).fill('Dining')
  await dialog.getByLabel('Limit (GBP)').fill('400')
  await dialog.getByRole('button', { name: 'Save' }).click()
}

const rows = (page: Page) => page.getByRole('table', { name: 'Alerts' }).locator('tbody tr')

test('a limit that is broken is said once, opens its rows, and is read then', async ({ page }) => {
  await openAlerts(page)
  await expect(page.getByRole('heading', { name: 'No alerts' })).toBeVisible()
  await addLimit(page)
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).toContainText('£420.50 in May 2025, above the limit of £400.00.')
  await expect(page.getByRole('button', { name: 'Alerts, 1 new' })).toBeVisible()
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(page.getByText('Nothing new.')).toBeVisible()

  await page.getByRole('tab', { name: 'Rules' }).click()
  await page.getByRole('button', { name: 'Change the rule Dining' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('is', { exact: true })).toHaveValue('Dining')
  await expect(dialog.getByLabel('Limit (GBP)')).toHaveValue('400.00')
  await dialog.getByLabel('Name').fill('Eating out')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Change the rule Eating out' })).toBeVisible()
  await page.getByRole('tab', { name: 'Alerts' }).click()

  await page.getByRole('button', { name: 'Open rows' }).click()
  await expect(new LedgerPage(page).figure('count')).toHaveText('2 entries')
  await expect(page.getByRole('button', { name: 'Alerts', exact: true })).toBeVisible()
})

test('by keys: there, dismissed, and not said again', async ({ page }) => {
  await openAlerts(page)
  await addLimit(page)
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await expect(page).toHaveURL(/#\/dashboard/)
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(rows(page)).toHaveCount(1)
  await rows(page).getByRole('button', { name: 'E-mail text' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByLabel('Text', { exact: true })).toHaveValue(
    '£420.50 in May 2025, above the limit of £400.00.',
  )
  await expect(page.getByRole('link', { name: 'Open in mail program' })).toHaveAttribute(
    'href',
    /^mailto:\?subject=Farthing%3A%20Dining&body=%C2%A3420\.50%20in/,
  )
  await page.keyboard.press('Escape')
  await rows(page).getByRole('button', { name: 'Dismiss' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'No alerts' })).toBeVisible()
  await page.getByRole('button', { name: 'Look now' }).click()
  await expect(page.getByText('Nothing new.')).toBeVisible()
})

test('accessible in every theme, narrow, and in German', async ({ page }) => {
  test.slow()
  await openAlerts(page)
  await addLimit(page)
  await expect(rows(page)).toHaveCount(1)
  await page.setViewportSize({ width: 1024, height: 680 })
  for (const theme of ['Light', 'Dark', 'High contrast'] as const) {
    await chooseTheme(page, theme)
    await expectAccessible(page, theme)
  }
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  await page.evaluate(() => {
    location.hash = '#/settings'
  })
  await page.getByLabel('Language').selectOption('de')
  await page.evaluate(() => {
    location.hash = '#/alerts'
  })
  await expect(page.getByRole('heading', { name: 'Hinweise', level: 1 })).toBeVisible()
  await expect(page.getByText(/im? Mai 2025|in Mai 2025/)).toContainText('über der Grenze von')
  await expectAccessible(page, 'Deutsch')
})
