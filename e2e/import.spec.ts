import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from './fixtures.ts'
import { AMBIGUOUS, BROKEN, OFX, STATEMENT, TWO_TABLES } from './import-files.ts'
import { ImportPage } from './pages/import.ts'
import { violations } from './pages/start.ts'

test('a statement goes through the wizard to its entries, and the same file again adds none', async ({
  page,
}) => {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Household', 'Personal')
  await imports.choose(STATEMENT)
  await expect(imports.step('Columns')).toBeVisible()
  await expect(page.getByLabel('Field of Amount')).toHaveValue('amount')
  await imports.toPreview.click()
  // Two identical payments in one file are two payments.
  expect(await imports.counts()).toEqual({ read: 4, loaded: 4, duplicate: 0, rejected: 0, ignored: 0 })
  await expect(page.getByText('Adds up')).toBeVisible()
  await expect(imports.load).toHaveText('Load 4 rows')
  await imports.load.click()
  await expect(imports.step('Proof')).toBeVisible()
  await expect(imports.sum).toHaveText('1,191.60 GBP')

  await page.getByRole('button', { name: 'Open these entries' }).click()
  await expect(page.getByRole('grid', { name: 'Entries' })).toBeVisible()
  await expect(page.locator('[data-figure="sum"]')).toHaveText('1,191.60')
  await expect(page.locator('[data-figure="count"]')).toHaveText('4 entries')

  await imports.open()
  await page.getByRole('button', { name: 'Import another file' }).click()
  await imports.choose(STATEMENT)
  // Its shape is known now: straight to the preview.
  await expect(imports.step('Preview')).toBeVisible()
  expect(await imports.counts()).toEqual({ read: 4, loaded: 0, duplicate: 4, rejected: 0, ignored: 0 })
  await expect(page.getByText(/The same bytes were loaded before/)).toBeVisible()
  await imports.load.click()
  await expect(imports.step('Proof')).toBeVisible()
  expect((await imports.counts())['loaded']).toBe(0)
})

test('a duplicate can be loaded all the same, one by one', async ({ page }) => {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Household', 'Personal')
  await imports.choose(STATEMENT)
  await imports.loadChosen()
  await page.getByRole('button', { name: 'Import another file' }).click()
  await imports.choose(STATEMENT)
  await expect(imports.step('Preview')).toBeVisible()
  await page.getByRole('tab', { name: /Duplicates/ }).click()
  await page.getByRole('radiogroup', { name: 'Duplicate of line 3' }).getByText('Load').click()
  expect(await imports.counts()).toEqual({ read: 4, loaded: 1, duplicate: 3, rejected: 0, ignored: 0 })
  await expect(imports.load).toHaveText('Load 1 row')
  await imports.load.click()
  await expect(imports.step('Proof')).toBeVisible()
  await expect(imports.sum).toHaveText('−54.20 GBP')
})

test('a date that can be read both ways is asked, and nothing is loaded before', async ({ page }) => {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Household', 'Personal')
  await imports.choose(AMBIGUOUS)
  await expect(page.getByText('One thing cannot be told from the file.')).toBeVisible()
  await expect(imports.toPreview).toBeDisabled()
  await page.getByRole('radio', { name: /Month, day/ }).check()
  await expect(imports.toPreview).toBeEnabled()
  await imports.toPreview.click()
  await expect(page.getByRole('cell', { name: '4 Mar 2026' })).toBeVisible()
  await imports.load.click()
  await expect(imports.step('Proof')).toBeVisible()
  await expect(page.getByText('4 Mar to 6 May 2026')).toBeVisible()
})

test('a file without dates takes one day for all its rows', async ({ page }) => {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Household', 'Personal')
  await imports.choose({
    name: 'cash.csv',
    text: 'Description,Amount\nRent,-1200.00\nShop,-54.20\nBus,-2.80\n',
  })
  await page.getByLabel('One day for all rows').fill('2026-03-31')
  await expect(imports.toPreview).toBeEnabled()
  await imports.loadChosen()
  await expect(imports.sum).toHaveText('−1,257.00 GBP')
  await expect(page.getByText('31 Mar 2026', { exact: true })).toBeVisible()
})

test('an import is undone, and brought back as it was', async ({ page }) => {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Household', 'Personal')
  await imports.choose(STATEMENT)
  await imports.loadChosen()
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await expect(page.getByRole('heading', { name: 'This import was undone' })).toBeVisible()
  await imports.openHistory()
  const row = page
    .getByRole('table', { name: 'Imported files' })
    .getByRole('row', { name: /current-account-april/ })
  await expect(row).toContainText('undone')
  await row.getByRole('button', { name: /Restore the import/ }).click()
  await expect(row).toContainText('in the ledger')
  await row.getByRole('button', { name: /Open the entries/ }).click()
  await expect(page.locator('[data-figure="sum"]')).toHaveText('1,191.60')
})

test('problems name line and column; rejects are exported, mended and imported', async ({ page }) => {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Household', 'Personal')
  await imports.choose(BROKEN)
  await expect(imports.step('Columns').or(imports.step('Preview'))).toBeVisible()
  if (await imports.step('Columns').isVisible()) await imports.toPreview.click()
  await expect(imports.step('Preview')).toBeVisible()
  const counts = await imports.counts()
  expect(counts).toEqual({ read: 63, loaded: 60, duplicate: 0, rejected: 2, ignored: 1 })
  await page.getByRole('button', { name: /^Line 62, Date/ }).click()
  await expect(page.locator('tr[data-line="62"]')).toHaveAttribute('data-current', '')
  await imports.load.click()
  await expect(imports.step('Proof')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export rejects' }).click()
  const saved = await readFile(await (await download).path(), 'utf8')
  expect(saved).toContain('2026-13-31,Nobody knows the day,-10.00')
  expect(saved).toMatch(/farthing:line,farthing:reason/)
  const mended = { name: 'mended.csv', text: saved.replace('2026-13-31', '2026-03-31') }
  await page.getByRole('button', { name: 'Import another file' }).click()
  await imports.choose(mended)
  // Read by the mapping of the file that they come from, without a question; what was not mended stays rejected.
  await expect(imports.step('Preview')).toBeVisible()
  expect(await imports.counts()).toEqual({ read: 2, loaded: 1, duplicate: 0, rejected: 1, ignored: 0 })
  await imports.load.click()
  await expect(imports.step('Proof')).toBeVisible()
  expect((await imports.counts())['loaded']).toBe(1)
})

test('several files are taken one after another', async ({ page }) => {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Household', 'Personal')
  const may = {
    name: 'may.csv',
    text: 'Date,Description,Amount,Balance\n2026-05-01,"Rent, May",-1200.00,4991.60\n',
  }
  await imports.choose(STATEMENT, may)
  await imports.loadChosen()
  await page.getByRole('button', { name: 'Next file: may.csv' }).click()
  await imports.loadChosen()
  await expect(imports.sum).toHaveText('−1,200.00 GBP')
  await imports.openHistory()
  await expect(page.getByRole('table', { name: 'Imported files' }).getByRole('row')).toHaveCount(3)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every step passes axe in ${colorScheme}`, async ({ page }) => {
    // axe looks at every element, several times.
    test.slow()
    await page.emulateMedia({ colorScheme })
    const imports = new ImportPage(page)
    await imports.makeWorkspace('Household', 'Personal')
    const axe = async (): Promise<void> => {
      expect(await violations(page)).toEqual([])
    }
    await axe()
    await imports.choose(BROKEN)
    await expect(imports.step('Columns')).toBeVisible()
    await axe()
    await imports.toPreview.click()
    await expect(imports.step('Preview')).toBeVisible()
    await axe()
    await imports.load.click()
    await expect(imports.step('Proof')).toBeVisible()
    await axe()
    await imports.openHistory()
    await axe()
  })
}

const leeds = resolve('../shared/data/spending/leeds_raw_2013-05.csv')

test('a council’s month as it was published is loaded without hand-editing', async ({ page }) => {
  test.skip(!existsSync(leeds), 'the shared data folder is not here')
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Leeds', 'General ledger')
  await imports.choose(leeds)
  await imports.loadChosen()
  expect((await imports.counts())['loaded']).toBe(9393)
  await expect(imports.sum).toHaveText('87,723,060.28 GBP')
  await page.getByRole('button', { name: 'Open these entries' }).click()
  await expect(page.locator('[data-figure="sum"]')).toHaveText('87,723,060.28')
})

test('a file that is no text says so, and the one beside it goes on, with the table that is chosen', async ({
  page,
}) => {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Household', 'Personal')
  await imports.choose({ name: 'picture.csv', text: '\u0089PNG\u0000\u0000\u0001\u0000' }, TWO_TABLES)
  await expect(page.getByText(/picture\.csv is not a text file/).first()).toBeVisible()
  await expect(imports.step('Columns')).toBeVisible()
  await expect(page.getByLabel('Field of Amount')).toHaveValue('amount')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  const table = page.getByLabel('Table of the file')
  await expect(table).toHaveValue('1')
  await table.focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Field of Paid in')).toHaveValue('credit')
  await expect(table).toBeFocused()
  await table.selectOption('1')
  await expect(page.getByLabel('Field of Amount')).toHaveValue('amount')
  await table.selectOption('2')
  await expect(page.getByLabel('Field of Paid out')).toHaveValue('debit')
  await imports.toPreview.click()
  await expect(page.getByText(/Line 2: .* whose header is line 1\./).first()).toBeVisible()
  await imports.load.click()
  await expect(imports.step('Proof')).toBeVisible()
  expect(await imports.counts()).toMatchObject({ loaded: 2, rejected: 1 })
  await expect(imports.sum).toHaveText('10.34 GBP')
})

test('a statement in another format brings nothing twice: certain rows are left out, possible ones chosen', async ({
  page,
}) => {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Household', 'Personal')
  // The format settles its columns, so nothing is asked.
  await imports.choose(OFX)
  await expect(imports.step('Preview')).toBeVisible()
  await expect(page.getByText('Stated balance, 12345678')).toBeVisible()
  await imports.load.click()
  await expect(imports.step('Proof')).toBeVisible()

  await page.getByRole('button', { name: 'Import another file' }).click()
  await imports.choose(STATEMENT)
  await imports.toPreview.click()
  // One of the two visits to the shop is the statement's; the salary was booked two days off.
  expect(await imports.counts()).toEqual({ read: 4, loaded: 3, duplicate: 1, rejected: 0, ignored: 0 })
  await expect(page.getByTestId('possible')).toContainText('One row that will load')
  await page.getByRole('button', { name: 'Look at them' }).click()
  await expect(page.getByText('Possibly the same movement as one from april.ofx')).toBeVisible()
  await page.getByRole('radiogroup', { name: 'Duplicate of line 5' }).getByText('Skip').click()
  expect(await imports.counts()).toEqual({ read: 4, loaded: 2, duplicate: 2, rejected: 0, ignored: 0 })
  expect(await violations(page)).toEqual([])
  await imports.load.click()
  await expect(imports.step('Proof')).toBeVisible()
  expect((await imports.counts())['loaded']).toBe(2)
})

test('mappings are renamed, given away and forgotten', async ({ page }) => {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Household', 'Personal')
  await imports.choose(STATEMENT)
  await imports.loadChosen()
  await imports.openHistory()
  // Before any dialog: what is left of one lies outside of the page's landmarks.
  expect(await violations(page)).toEqual([])
  const mappings = page.getByRole('region', { name: 'Mappings' })
  await mappings.getByRole('button', { name: 'Rename current-account-april.csv' }).click()
  await page.getByLabel('Name', { exact: true }).fill('My bank')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(mappings.getByText('My bank')).toBeVisible()
  const download = page.waitForEvent('download')
  await mappings.getByRole('button', { name: 'Save My bank as JSON' }).click()
  const json = await readFile(await (await download).path(), 'utf8')
  expect(JSON.parse(json)).toMatchObject({ name: 'My bank', version: 1 })
  await mappings.getByRole('button', { name: 'Forget My bank' }).click()
  await page.getByRole('button', { name: 'Forget it' }).click()
  await expect(mappings.getByText('How a file is read is kept here')).toBeVisible()
  await page
    .getByTestId('mapping-input')
    .setInputFiles({ name: 'm.json', mimeType: 'application/json', buffer: Buffer.from(json) })
  await expect(mappings.getByText('My bank')).toBeVisible()
})
