import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Reach } from '../src/main/db/remote/reach.ts'
import { startPostgres, whyNoPostgres } from '../src/main/db/remote/testing/postgres.ts'
import { expect } from './fixtures.ts'
import { nodePath, PROJECT } from './farthing.ts'
import { test } from './pages/dashboard.ts'
import { expectAccessible, keepRecoveryKey, PASSWORD } from './pages/start.ts'

test.use({ kind: 'household' })

/** A file as another program keeps it, made by SQLite itself. */
function makeDatabase(file: string): void {
  const script = `const db = new (require('better-sqlite3'))(${JSON.stringify(file)});
    db.exec("CREATE TABLE payments (id INTEGER PRIMARY KEY, posted TEXT, payee TEXT, amount TEXT)");
    db.exec("INSERT INTO payments VALUES (1, '2026-01-05', 'Café Zoë', '-3.20'), (2, '2026-01-06', 'A payee with a name that is long enough to need two lines', '-8.00')")`
  execFileSync(nodePath(), ['-e', script], { cwd: PROJECT })
}

/** A connection to the server, on the page of databases. */
async function connect(page: Page, { host, port, database, user, password }: Reach): Promise<void> {
  await page.getByRole('link', { name: 'Databases' }).click()
  await page.getByRole('button', { name: 'New connection' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New connection' })
  await dialog.getByLabel('Name').fill('Team')
  await dialog.getByLabel('Host').fill(host)
  await dialog.getByLabel('Port').fill(String(port))
  await dialog.getByLabel('Database', { exact: true }).fill(database)
  await dialog.getByLabel('User').fill(user)
  await dialog.getByLabel('Password').fill(password ?? '')
  await dialog.getByLabel('Encryption').selectOption('No TLS')
  await dialog.getByRole('button', { name: 'Save' }).click()
}

test('a table of a database goes through the import like a file, and then only what is new', async ({
  dashboard,
  page,
  home,
}) => {
  const file = join(home.folder, 'books.db')
  makeDatabase(file)
  await expect(dashboard.total).toBeVisible()
  await page.getByRole('link', { name: 'Databases' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Databases' })).toBeVisible()
  await expectAccessible(page, 'no databases')
  await page.getByRole('button', { name: 'New connection' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New connection' })
  await dialog.getByLabel('Host').fill('127.0.0.1')
  await dialog.getByLabel('Port').fill('1')
  await dialog.getByLabel('Database', { exact: true }).fill('books')
  await dialog.getByLabel('Encryption').selectOption('No TLS')
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nothing answers at 127.0.0.1:1')
  await expectAccessible(page, 'a connection that does not work')
  await dialog.getByLabel('Kind').selectOption('SQLite file')
  await dialog.getByLabel('Name').fill('Books')
  await dialog.getByLabel('File (its whole path)').fill(file)
  await dialog.getByRole('button', { name: 'Test' }).click()
  await expect(dialog.getByRole('status')).toContainText('SQLite')
  await dialog.getByRole('button', { name: 'Save' }).click()

  await page.getByRole('button', { name: 'Load from: Books' }).click()
  const read = page.getByRole('dialog', { name: 'Load from Books' })
  await read.getByLabel('Table', { exact: true }).last().selectOption('payments')
  await read.getByRole('button', { name: 'Preview' }).click()
  await expect(read.getByRole('cell', { name: 'Café Zoë' })).toBeVisible()
  await read.getByLabel('Only what is new, by').selectOption('id')
  await expect(read.getByLabel('Rows are told apart by')).toHaveValue('id')
  await page.setViewportSize({ width: 1024, height: 680 })
  await expectAccessible(page, 'the first rows of a table')
  await read.getByRole('button', { name: 'To the import' }).click()
  await expect(page).toHaveURL(/import/u)
  await expect(page.getByText('Books: payments').first()).toBeVisible()
})

test('a workspace is pushed to a warehouse, and questions are answered there', async ({
  dashboard,
  page,
}) => {
  test.skip(whyNoPostgres() !== undefined, whyNoPostgres())
  const server = await startPostgres()
  try {
    const { password } = server.reach
    await expect(dashboard.total).toBeVisible()
    await connect(page, server.reach)
    await page.getByRole('tab', { name: 'Warehouse' }).click()
    // Without a keychain it is asked for, and kept nowhere.
    await page.getByLabel('Password').fill(password ?? '')
    await page.getByRole('button', { name: 'Push' }).click()
    await expect(page.getByText('counts and sums agree')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('This workspace belongs to farthing at Team')).toBeVisible()
    await page.getByText('In the warehouse').click()
    await expect(page.getByRole('radio', { name: 'In the warehouse' })).toBeChecked()
    await expect(page.getByRole('row', { name: /owner/u })).toContainText('INSERT')
    await expectAccessible(page, 'a warehouse')
    // The dashboard, the ledger and an entry are answered there; what somebody pushes is seen without a word.
    await page.getByRole('link', { name: 'Dashboard' }).click()
    const before = await dashboard.total.textContent()
    await server.sql(
      'UPDATE farthing.entry SET base_amount = 2 * base_amount',
      "UPDATE farthing.meta SET value = '2099-01-01T00:00:00.000Z' WHERE name = 'pushed_at'",
    )
    // It is looked for every half minute, and when the window is come back to.
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect(dashboard.total).not.toHaveText(before ?? '')

    // Somebody else, with an empty workspace of their own, who only asks.
    const asked = await dashboard.total.textContent()
    await page
      .getByRole('banner')
      .getByRole('button', { name: /household/i })
      .click()
    await page.getByRole('menuitem', { name: 'Close the workspace' }).click()
    await page.getByRole('button', { name: /Make a workspace/ }).click()
    const make = page.getByRole('dialog', { name: 'Make a workspace' })
    await make.getByLabel('Name').fill('Asks')
    await make.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
    await make.getByRole('button', { name: 'Make the workspace' }).click()
    await keepRecoveryKey(page)
    await connect(page, server.reach)
    await page.getByRole('tab', { name: 'Warehouse' }).click()
    await page.getByLabel('Password').fill(password ?? '')
    await page.getByRole('button', { name: 'Only ask' }).click()
    await expect(page.getByText(/asked of farthing at Team/)).toBeVisible({ timeout: 30_000 })
    await page.getByRole('link', { name: 'Dashboard' }).click()
    await expect(dashboard.total).toHaveText(asked ?? '')
    // What looks at the entries one by one stands still and says why.
    for (const name of ['Budget', 'Quality', 'Import']) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
      await expect(page.getByRole('heading', { name: 'The entries are in the warehouse only' })).toBeVisible()
    }
    await expectAccessible(page, 'a page about entries that are elsewhere')
    await page.getByRole('navigation').getByRole('link', { name: 'Explore' }).click()
    await expect(page.getByRole('tab', { name: 'Pivot' })).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tab', { name: 'Distribution' })).toBeDisabled()
    await expect(page.getByRole('tab', { name: 'Distribution' })).toHaveAttribute('title', /warehouse only/)
    await expectAccessible(page, 'tabs that stand still')
  } finally {
    await server.close()
  }
})
