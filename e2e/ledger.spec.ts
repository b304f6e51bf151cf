import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { LedgerPage } from './pages/ledger.ts'
import { violations } from './pages/start.ts'

test.use({ kind: 'documents' })

async function openLedger(page: Page): Promise<LedgerPage> {
  const ledger = new LedgerPage(page)
  await ledger.open()
  return ledger
}

test('the table scrolls and jumps, and the keyboard goes everywhere', async ({ page }) => {
  const ledger = await openLedger(page)
  // 3,000 entries, 500 days, one row of heads.
  await expect(ledger.grid).toHaveAttribute('aria-rowcount', '3501')
  await expect(ledger.figure('count')).toHaveText('3,000 entries')
  await expect(ledger.figure('sum')).toHaveText('0.00')
  await ledger.grid.focus()
  await page.keyboard.press('End')
  await expect(await ledger.loaded(3499)).toContainText('1 Jan 2024')
  await page.keyboard.press('Home')
  await expect(ledger.row(0)).toContainText('balanced')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('j')
  const cursor = page.locator('#ledger-cursor')
  await expect(cursor).toBeVisible()
  await ledger.grid.evaluate(grid => {
    grid.scrollTop = 40_000
  })
  await expect(ledger.row(Math.ceil(40_000 / 26) + 5)).toBeVisible()
  // Only the rows in view are in the document.
  expect(await ledger.grid.getByRole('row').count()).toBeLessThan(80)
})

test('selected entries are summed to the penny', async ({ page }) => {
  const ledger = await openLedger(page)
  await (await ledger.loaded(1)).click()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(ledger.figure('count')).toHaveText('2 selected')
  await expect(ledger.figure('sum')).toHaveText('0.00')
  const debits = await ledger.figure('debits').textContent()
  await expect(ledger.figure('credits')).toHaveText(`−${debits}`)
  await page.keyboard.press('x')
  await expect(ledger.figure('count')).toHaveText('1 selected')
  await page.keyboard.press('Control+a')
  await expect(ledger.figure('count')).toHaveText('3,000 selected')
  await expect(ledger.figure('debits')).toHaveText('1,274,625.00')
  await page.keyboard.press('Escape')
  await expect(ledger.figure('count')).toHaveText('3,000 entries')
})

test('an entry opens beside the table and on its page, down to its line of the file', async ({ page }) => {
  const ledger = await openLedger(page)
  await ledger.open('?q=1900000042')
  await expect(ledger.figure('count')).toHaveText('2 entries')
  await (await ledger.loaded(1)).click()
  await expect(ledger.inspector).toContainText('Document balances')
  await expect(ledger.inspector).toContainText('general-ledger.csv, line')
  await ledger.row(1).dblclick()
  await expect(page.getByRole('heading', { name: /^Entry \d+$/ })).toBeVisible()
  await expect(page.getByTestId('source-line')).toHaveText(
    /^2024-02-12,1900000042,(7200,Repairs contractors|2100,Trade creditors),Brightwell Contractors Ltd,Roof 42,-?142\.25$/,
  )
  await expect(page.getByRole('table', { name: 'Its cells' })).toContainText('Roof 42')
  await expect(page.getByRole('table', { name: 'Fields and where each comes from' })).toContainText(
    'posting_date',
  )
  await page.goBack()
  await expect(ledger.grid).toBeVisible()
  await expect(ledger.figure('count')).toHaveText('2 entries')
})

test('heads sort, days fold, words are found', async ({ page }) => {
  const ledger = await openLedger(page)
  const head = await ledger.loaded(0)
  await head.getByRole('button').click()
  await expect(ledger.grid).toHaveAttribute('aria-rowcount', '3495')
  await ledger.grid.getByRole('button', { name: /^Amount/ }).click()
  await expect(ledger.grid).toHaveAttribute('aria-rowcount', '3001')
  await expect(ledger.grid.getByRole('columnheader', { name: /^Amount/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expect(await ledger.loaded(0)).toContainText('1,599.25')
  await page.getByRole('button', { name: 'Group by: Nothing' }).click()
  await page.getByRole('menuitemradio', { name: 'Account', exact: true }).click()
  await expect(page).toHaveURL(/group=account/)
  // 2100, then 7200, 1,500 entries each: an invoice's two sides.
  await expect(ledger.grid).toHaveAttribute('aria-rowcount', '3003')
  await expect(ledger.row(0)).toContainText('1,500 entries')
  await expect(ledger.row(0)).toContainText('−1,274,625.00')
  await ledger.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(ledger.grid).toHaveAttribute('aria-rowcount', '1503')
  await expect(ledger.row(1)).toContainText('Repairs contractors')
  // Inside the group the largest stands first, as the table is sorted.
  await expect(await ledger.loaded(2)).toContainText('1,599.25')
  await page.getByRole('button', { name: 'Group by: Account' }).click()
  await page.getByRole('menuitem', { name: 'Fold all groups', exact: true }).click()
  await expect(ledger.grid).toHaveAttribute('aria-rowcount', '3')
  await page.getByRole('button', { name: 'Group by: Account' }).click()
  await page.getByRole('menuitemradio', { name: 'Nothing' }).click()
  await expect(ledger.grid).toHaveAttribute('aria-rowcount', '3001')
  await page.keyboard.press('Control+f')
  await page.keyboard.type('Roof 77')
  await expect(page).toHaveURL(/q=Roof/)
  await expect(ledger.figure('count')).not.toHaveText('3,000 entries')
  await expect(await ledger.loaded(0)).toContainText('Roof 77')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const saved = await readFile(await (await download).path(), 'utf8')
  const matched = Number((await ledger.figure('count').textContent())?.split(' ')[0])
  // The head, and one line an entry.
  expect(saved.trim().split('\r\n')).toHaveLength(matched + 1)
  expect(saved).toContain('Roof 77')
})

test('chosen columns are kept in the address', async ({ page }) => {
  const ledger = await openLedger(page)
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Document' }).uncheck()
  await page.keyboard.press('Escape')
  await expect(ledger.grid.getByRole('columnheader', { name: 'Document' })).toHaveCount(0)
  await page.reload()
  await expect(ledger.grid.getByRole('columnheader', { name: 'Posted' })).toBeVisible()
  await expect(ledger.grid.getByRole('columnheader', { name: 'Document' })).toHaveCount(0)
})

test('in the smallest window the inspector lies over the table and can be closed', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 680 })
  const ledger = await openLedger(page)
  await (await ledger.loaded(1)).click()
  await expect(ledger.inspector).toBeVisible()
  await ledger.inspector.getByRole('button', { name: 'Close the inspector' }).click()
  await expect(ledger.inspector).toHaveCount(0)
  // The amount is in view without scrolling sideways.
  const amount = await ledger.row(1).locator('[data-kind=money]').boundingBox()
  expect((amount?.x ?? 2000) + (amount?.width ?? 0)).toBeLessThanOrEqual(1024)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the table, the inspector and an entry pass axe in ${colorScheme}`, async ({ page }) => {
    // axe looks at every element, several times.
    test.slow()
    await page.emulateMedia({ colorScheme })
    const ledger = await openLedger(page)
    const axe = async (): Promise<void> => {
      expect(await violations(page)).toEqual([])
    }
    await ledger.loaded(1)
    await axe()
    await ledger.row(1).click()
    await expect(ledger.inspector).toContainText('Where it came from')
    await axe()
    await ledger.row(1).dblclick()
    await expect(page.getByTestId('source-line')).toBeVisible()
    await axe()
  })
}
