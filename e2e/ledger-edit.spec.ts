import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { LedgerPage } from './pages/ledger.ts'
import { expectAccessible } from './pages/start.ts'

test.use({ kind: 'household' })

async function openLedger(page: Page): Promise<{ ledger: LedgerPage; row: Locator }> {
  const ledger = new LedgerPage(page)
  await ledger.open()
  const row = await ledger.loaded(1)
  return { ledger, row }
}

test('category, tags and note are written beside the table, and undone by Ctrl Z', async ({
  dashboard,
  page,
}) => {
  await expect(dashboard.total).toBeVisible()
  const { ledger, row } = await openLedger(page)
  await row.click()
  const category = ledger.inspector.getByLabel('Category')
  await category.fill('Trips: Trains')
  await category.press('Enter')
  await expect(row).toContainText('Trips: Trains')
  const tags = ledger.inspector.getByLabel('Tags')
  await tags.fill('work, May')
  await tags.press('Enter')
  await expect(ledger.inspector.getByText('May, work').first()).toBeVisible()
  await expect(ledger.inspector.getByRole('region', { name: 'What was changed' })).toContainText(
    '→ Trips: Trains',
  )
  await expectAccessible(page, 'the inspector')

  await ledger.grid.focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: 1 entry edited/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row).not.toContainText('Trips: Trains')
  await page.keyboard.press('Control+Shift+z')
  await expect(row).toContainText('Trips: Trains')

  // The same in the table: F2 writes in the row's first cell that can be, Tab goes on, Escape leaves, Enter saves and goes down.
  const field = ledger.grid.getByRole('combobox')
  await row.click({ position: { x: 8, y: 8 } })
  await page.keyboard.press('F2')
  await expect(field).toBeFocused()
  await field.fill('Nobody')
  await page.keyboard.press('Escape')
  await expect(row).not.toContainText('Nobody')
  await page.keyboard.press('F2')
  await page.keyboard.press('Tab')
  await expect(field).toHaveValue('Trips: Trains')
  await field.fill('Trips: Boats')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('Trips: Boats')
  await expect(ledger.grid).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(row).toContainText('Trips: Trains')

  // A receipt is kept beside the entry, comes back as it was, and goes and comes with the history.
  await row.click({ position: { x: 8, y: 8 } })
  const receipt = { name: 'receipt.txt', mimeType: 'text/plain', buffer: Buffer.from('3 boats\n') }
  await page.getByTestId('attachment-file').setInputFiles(receipt)
  const files = ledger.inspector.getByRole('list', { name: 'Files' })
  await expect(files).toContainText('receipt.txt')
  const saving = page.waitForEvent('download')
  await files.getByRole('button', { name: 'Save receipt.txt' }).click()
  expect(await readFile(await (await saving).path(), 'utf8')).toBe('3 boats\n')
  await page.mouse.move(1, 1)
  await expectAccessible(page, 'an entry with a file')
  await files.getByRole('button', { name: 'Take receipt.txt away' }).click()
  await expect(files).toBeHidden()
  await ledger.grid.focus()
  await page.keyboard.press('Control+z')
  await expect(files).toContainText('receipt.txt')
})

test('several entries are edited at once, deleted, and come back from the trash', async ({
  dashboard,
  page,
}) => {
  await expect(dashboard.total).toBeVisible()
  const { ledger } = await openLedger(page)
  const all = await ledger.figure('count').innerText()
  await ledger.grid.focus()
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('toolbar', { name: 'Selected entries' })
  await expect(bar).toContainText('3 entries')
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Edit 3 entries' })
  await expectAccessible(page, 'the edit dialog')
  await dialog.getByLabel('Note').fill('for the tax return')
  await dialog.getByLabel('Add tags').fill('tax')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('3 entries changed.')).toBeVisible()
  await ledger.open('?q=return')
  await expect(ledger.figure('count')).toHaveText('3 entries')

  await ledger.grid.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await expect(page.getByText('3 entries are in the trash.')).toBeVisible()
  await page.getByRole('link', { name: 'Changes and trash' }).click()
  await expect(page.getByRole('row', { name: /3 entries deleted/ })).toBeVisible()
  await page.getByRole('tab', { name: 'Trash' }).click()
  await expectAccessible(page, 'the trash')
  await page.getByRole('button', { name: 'Empty the trash' }).click()
  const question = page.getByRole('dialog', { name: 'Delete 3 entries for good?' })
  await expect(question).toContainText('This cannot be undone.')
  await expectAccessible(page, 'the question before a purge')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await page
    .getByRole('button', { name: /^Delete .* for good$/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByText('1 entry is deleted for good.')).toBeVisible()
  await page.getByRole('button', { name: 'Restore all shown' }).click()
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await page.getByRole('tab', { name: 'Changes' }).click()
  await expect(page.getByRole('row', { name: /1 entry deleted for good/ })).toContainText(
    'cannot be undone any more',
  )
  await ledger.open()
  const less = (Number(all.replaceAll(/\D/g, '')) - 1).toLocaleString('en-GB')
  await expect(ledger.figure('count')).toHaveText(`${less} entries`)
})

test('a split adds up to the penny, and the ledger’s sum stays as it was', async ({ dashboard, page }) => {
  await expect(dashboard.total).toBeVisible()
  const { ledger, row } = await openLedger(page)
  const sum = await ledger.figure('sum').innerText()
  await row.click()
  await ledger.inspector.getByRole('button', { name: 'Split' }).click()
  const dialog = page.getByRole('dialog', { name: 'Split the entry' })
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Add a part' }).click()
  await dialog.getByRole('button', { name: 'In equal parts' }).click()
  await dialog.getByRole('group', { name: 'Part 2' }).getByLabel('Category').fill('Gifts')
  await expect(dialog.getByRole('status')).toHaveText(/Left over: £0.00/)
  await expectAccessible(page, 'the split dialog')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The entry is split.')).toBeVisible()
  await expect(ledger.figure('sum')).toHaveText(sum)
  await expect(ledger.grid.getByRole('row').filter({ hasText: 'Gifts' }).first()).toBeVisible()
})

test('in German', async ({ dashboard, page }) => {
  await expect(dashboard.total).toBeVisible()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Language').selectOption('de')
  await page.getByRole('link', { name: 'Änderungen', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Rückgängig' })).toBeEnabled()
  await expect(page.getByRole('row', { name: /Buchungen importiert/ }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Regeln' }).click()
  await page.getByRole('tab', { name: 'Wiederkehrend' }).click()
  await expect(page.getByRole('row', { name: /Fellview Broadband/ })).toContainText('Monat')
})
