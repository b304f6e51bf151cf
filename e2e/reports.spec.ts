import type { Download, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { violations } from './pages/start.ts'

async function reports(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/reports'
  })
  await expect(page.getByTestId('report-preview').getByRole('heading', { level: 1 })).toBeVisible({
    timeout: 30_000,
  })
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

test('a template is previewed, its sections are moved and added, it is filtered, saved, scheduled and proved, and its files are made', async ({
  dashboard,
  home,
  page,
  sample,
}) => {
  await dashboard.settled()
  await reports(page)
  const preview = page.getByTestId('report-preview')
  // A ledger starts with the template of a ledger.
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Management accounts')
  await page
    .getByRole('combobox', { name: 'Report', exact: true })
    .selectOption({ label: 'Templates: Monthly spending' })
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Monthly spending')
  await page.getByLabel('Period', { exact: true }).selectOption('other')
  await page.getByLabel('Month, quarter, year or days').fill('2025-06')
  await expect(preview).toContainText('June 2025')
  const spent = await sample.query(
    '--measure',
    'sum',
    '--from',
    '2025-06-01',
    '--to',
    '2025-06-30',
    '--where',
    'flow=expense',
  )
  const amount = Math.abs(Number(spent.totals['sum'])).toLocaleString('en-GB', { minimumFractionDigits: 2 })
  await expect(preview.locator('.tiles b').first()).toContainText(amount)

  const names = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Move / }) })
  await expect(names.first()).toContainText('Key figures')
  await page.getByRole('button', { name: 'Move Key figures down' }).press('Enter')
  await expect(names.nth(1)).toContainText('Key figures')
  await page.getByRole('button', { name: 'Move Key figures up' }).press('Alt+ArrowUp')
  await expect(names.first()).toContainText('Key figures')
  const grip = page.getByRole('button', { name: /^Take up Key figures/ })
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space']) await grip.press(key)
  await expect(names.nth(2)).toContainText('Key figures')
  await names.nth(2).getByText('Key figures').dragTo(names.first())
  await expect(names.first()).toContainText('Key figures')
  await page.getByRole('group', { name: 'Only entries with' }).getByRole('button', { name: 'Filter' }).click()
  await page
    .getByRole('menuitem', { name: /^Account/ })
    .first()
    .click()
  await page.getByRole('checkbox', { name: /Repairs contractors/ }).check()
  await expect(preview).toContainText('Only entries with: Account 7200 Repairs contractors')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove the filter Account' }).click()
  await expect(preview).not.toContainText('Only entries with')
  await page.getByLabel('Add a section').selectOption('notes')
  await page.getByLabel('Text', { exact: true }).fill('Checked by hand.')
  await expect(preview).toContainText('Checked by hand.')
  await page.getByLabel('Name').fill('June for Ada')
  await page.getByRole('button', { name: 'Save as new' }).click()
  await expect(
    page.getByRole('combobox', { name: 'Report', exact: true }).locator('option:checked'),
  ).toHaveText('June for Ada')

  await page.getByRole('button', { name: 'Schedule …' }).click()
  const schedule = page.getByRole('dialog', { name: 'Make June for Ada by itself' })
  await schedule.getByLabel('Folder').fill(home.workspaces)
  await schedule.getByRole('button', { name: 'Save schedule' }).click()
  await expect(schedule).toBeHidden()
  await page.getByRole('button', { name: 'Evidence pack …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Evidence pack' })
  await dialog.getByRole('checkbox', { name: 'Excel' }).uncheck()
  await dialog.getByRole('checkbox', { name: 'Models with their seeds' }).uncheck()
  expect(await violations(page)).toEqual([])
  const pack = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Make the pack' }).click()
  const zip = await bytesOf(await pack)
  expect(zip.subarray(0, 2).toString()).toBe('PK')
  expect([zip.includes('verify.mjs'), zip.includes('models.json')]).toEqual([true, false])
  await expect(dialog).toBeHidden()

  for (const [button, start] of [
    ['PDF', '%PDF-1.7'],
    ['Excel', 'PK'],
    ['CSV', 'June for Ada'],
    ['HTML', '<!doctype html>'],
  ] as const) {
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: button, exact: true }).click()
    const bytes = await bytesOf(await coming)
    expect(bytes.subarray(0, start.length).toString()).toBe(start)
    if (button === 'CSV') expect(bytes.toString()).toContain(Math.abs(Number(spent.totals['sum'])).toFixed(2))
  }
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('row', { name: /June for Ada/ })).toHaveCount(5)
})

test('is clean to axe, light, dark and German, and does not scroll sideways in a small window', async ({
  dashboard,
  page,
}) => {
  await dashboard.settled()
  await page.setViewportSize({ width: 1024, height: 680 })
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await reports(page)
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
  }
  await page.getByLabel('Language of the file').selectOption('de')
  await expect(page.getByTestId('report-preview')).toContainText('Kennzahlen')
})
