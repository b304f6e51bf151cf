import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { violations } from './pages/start.ts'

test.use({ kind: 'company' })

const list = (page: Page) => page.getByTestId('exceptions').locator('tbody tr')

async function run(page: Page, name: string, settings: Record<string, string> = {}): Promise<void> {
  await page.evaluate(() => (location.hash = '#/audit?from=2025-10-01&to=2025-12-31'))
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  const form = page.getByTestId('test-form')
  for (const [label, value] of Object.entries(settings))
    await form.getByLabel(label, { exact: true }).fill(value)
  await form.getByRole('button', { name: 'Run and keep' }).click()
  await expect(page.getByTestId('paper')).toBeVisible({ timeout: 60_000 })
}

test('a workpaper is made, judged by keys, concluded, signed, and opened again by a change', async ({
  page,
}) => {
  await expect(page.getByRole('link', { name: 'Audit' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  await expect(page.getByRole('button', { name: /^Same user Needs a column for: approver/ })).toBeVisible()
  await run(page, 'Weekends', { 'Holidays of (GB, DE-BY)': 'GB', 'Your name': 'Ann' })
  await expect(page.getByText('The same filters select the same now.')).toBeVisible()
  const rows = await list(page).count()
  expect(rows).toBeGreaterThan(2)

  await list(page).first().click()
  await expect(page.getByTestId('exception').getByRole('link', { name: /^Entry \d+$/ })).toBeVisible()
  await page.keyboard.press('x')
  await expect(list(page).first()).toContainText('Exception')
  await page.keyboard.press('j')
  await page.keyboard.press('c')
  await expect(list(page).nth(1)).toContainText('Cleared')
  await page.getByRole('button', { name: /^Clear the \d+ open$/ }).click()
  await expect(page.getByRole('button', { name: /^Clear the/ })).toHaveCount(0)

  const sign = page.getByRole('button', { name: 'Sign off' })
  await expect(sign).toBeDisabled()
  await page.getByRole('textbox', { name: 'Conclusion' }).fill('One posting on a holiday without a reason.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await sign.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your name').fill('Eve')
  await dialog.getByRole('button', { name: 'Sign off' }).click()
  await expect(page.getByText(/^Signed by Eve/)).toBeVisible()

  await list(page).first().click()
  await page.keyboard.press('u')
  await expect(page.getByTestId('history').locator('[data-kind=reopened]')).toContainText(
    'Changed after the sign-off by Eve',
  )
  await page.getByRole('link', { name: 'All workpapers' }).click()
  await expect(page.getByRole('row', { name: /Weekends/ })).toContainText('Reopened')
})

test('a sample is drawn, its audit values are entered and it is evaluated', async ({ page }) => {
  await expect(page.getByRole('link', { name: 'Audit' })).toBeVisible()
  await run(page, 'Monetary-unit sample', { Materiality: '400000' })
  const items = page.getByTestId('items').locator('tbody tr')
  expect(await items.count()).toBeGreaterThan(5)
  const first = items.first().getByRole('textbox')
  await first.fill('0')
  await first.press('Enter')
  await expect(page.getByRole('heading', { name: 'Open: audit values are missing' })).toBeVisible()
  await page.getByRole('button', { name: 'All others as booked' }).click()
  await expect(page.getByTestId('evaluation')).toContainText('Projected misstatement')
  await expect(page.getByRole('heading', { name: /^(Not a|A)cceptable/ })).toBeVisible()
})

test('Benford’s chart, clean to axe in both schemes, in German, and no wider than a small window', async ({
  page,
}) => {
  test.slow()
  await expect(page.getByRole('link', { name: 'Audit' })).toBeVisible()
  await run(page, 'Benford’s law')
  const clean = async (): Promise<void> => {
    expect(await violations(page)).toEqual([])
  }
  const narrow = async (): Promise<void> =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  await expect(page.getByRole('heading', { name: 'first digits, positive' })).toBeVisible()
  await expect(page.locator('[data-chart=waiting]')).toHaveCount(0)
  await page.setViewportSize({ width: 1024, height: 680 })
  await clean()
  await narrow()
  await page.evaluate(() => (location.hash = '#/settings'))
  await page.getByLabel('Language').selectOption('de')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => (location.hash = '#/audit?from=2025-10-01&to=2025-12-31'))
  await page.getByRole('button', { name: /^Wochenenden/ }).click()
  await clean()
  await narrow()
  await page.getByRole('button', { name: 'Ausführen und behalten' }).click()
  await list(page).first().click()
  await expect(page.getByTestId('exception')).toContainText('einem')
  await clean()
  await narrow()
})
