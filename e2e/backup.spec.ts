import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ImportPage } from './pages/import.ts'
import { chooseTheme, expectAccessible, PASSWORD } from './pages/start.ts'

/** A household with a password and two payments; ends on its proof. Answers the file's path. */
async function household(page: Page, folder: string): Promise<string> {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('House', 'Personal')
  await imports.choose({
    name: 'january.csv',
    text: 'Date,Payee,Amount\n2026-01-05,Café,-3.20\n2026-01-06,Shop,-8.00\n',
  })
  await imports.loadChosen()
  return join(folder, 'House.farthing')
}

test('a backup is made, checked and, once the workspace is damaged, offered with date and total and restored', async ({
  page,
  home,
}) => {
  test.setTimeout(120_000)
  const path = await household(page, home.workspaces)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('The backup was made and checked.')).toBeVisible({ timeout: 30_000 })
  const row = page.getByRole('table', { name: 'Backups' }).getByRole('row', { name: /by hand/ })
  await expect(row).toContainText('2 entries, −11.20 GBP')
  await row.getByRole('button', { name: /^Check the backup/ }).click()
  await expect(page.getByText(/The backup is sound/)).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page, 'settings with a backup')

  await page
    .getByRole('banner')
    .getByRole('button', { name: /^House/ })
    .click()
  await page.getByRole('menuitem', { name: 'Close the workspace' }).click()
  const bytes = await readFile(path)
  await writeFile(path, bytes.fill(0, 0, bytes.length / 2))
  await page.getByRole('button', { name: /^House/ }).click()
  const unlock = page.getByRole('dialog', { name: /Unlock/ })
  await unlock.getByLabel('Password').fill(PASSWORD)
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  const rescue = page.getByRole('dialog', { name: 'The workspace cannot be opened' })
  await expect(rescue).toContainText('2 entries, −11.20 GBP', { timeout: 30_000 })
  await expectAccessible(page, 'a damaged workspace')
  await rescue.getByRole('button', { name: /^Choose the backup/ }).click()
  await expect(rescue.getByLabel('Restore to')).toHaveValue(path)
  await rescue.getByRole('button', { name: /^Restore the backup/ }).click()
  await unlock.getByLabel('Password').fill(PASSWORD, { timeout: 30_000 })
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  await expect(page).toHaveURL(/#\/dashboard/, { timeout: 30_000 })
  await expect(page.getByRole('contentinfo')).toContainText('2 entries')
})

test('on the first page a backup is looked for and restored to a new place', async ({ page, home }) => {
  test.setTimeout(120_000)
  const path = await household(page, home.workspaces)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('The backup was made and checked.')).toBeVisible({ timeout: 30_000 })
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^House/ })
    .click()
  await page.getByRole('menuitem', { name: 'Close the workspace' }).click()
  await page.getByRole('button', { name: /^Restore a backup/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Restore a backup' })
  await dialog.getByLabel('Workspace or folder').fill(dirname(path))
  await dialog.getByRole('button', { name: 'Look for backups' }).click()
  await expect(dialog.getByText(/There are no backups there/)).toBeVisible()
  await dialog.getByLabel('Workspace or folder').fill(path)
  await dialog.getByRole('button', { name: 'Look for backups' }).click()
  // Nobody has unlocked it: its contents stay sealed.
  await expect(dialog.getByText('Known once the workspace is unlocked')).toBeVisible()
  await expectAccessible(page, 'choosing a backup')
  await dialog.getByRole('button', { name: /^Choose the backup/ }).click()
  await dialog.getByLabel('Restore to').fill(join(dirname(path), 'Other place.farthing'))
  await dialog.getByRole('button', { name: /^Restore the backup/ }).click()
  const unlock = page.getByRole('dialog', { name: 'Unlock Other place' })
  await unlock.getByLabel('Password').fill(PASSWORD, { timeout: 30_000 })
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('2 entries', { timeout: 30_000 })
})

test.describe('health', () => {
  test('says how things are, does the upkeep, shows the whole bundle; clean to axe in every dress', async ({
    page,
  }) => {
    test.setTimeout(120_000)
    await page.getByRole('button', { name: /sample household/ }).click()
    await expect(page).toHaveURL(/#\/dashboard/, { timeout: 45_000 })
    await page.getByRole('link', { name: 'Health' }).click()
    const health = page.getByTestId('health')
    await expect(health.getByText('Integrity', { exact: true })).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Do the upkeep now' }).click()
    await expect(page.getByText('The upkeep is done.')).toBeVisible({ timeout: 60_000 })
    await expect(health.getByText('sound', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Show what is in it' }).click()
    await expect(page.getByRole('region', { name: 'File log.txt' })).toBeVisible()
    await page.setViewportSize({ width: 1024, height: 680 })
    for (const theme of ['Light', 'Dark', 'High contrast'] as const) {
      await chooseTheme(page, theme)
      await expectAccessible(page, `health, ${theme}`)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  })
})
