import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { violations } from './pages/start.ts'

test.use({ kind: 'household' })

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['FARTHING_SHOTS']
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

/** Chooses a file in the dialog that is open. */
async function pick(page: Page, home: string, name: string, text: string): Promise<void> {
  const path = join(home, name)
  await writeFile(path, text)
  await page.getByTestId('reference-file').setInputFiles(path)
}

test('rates from a file and by hand, a chart of accounts, a budget, an index and the prices by it', async ({
  dashboard,
  page,
  home,
}) => {
  const found: string[] = []
  const check = async (what: string): Promise<void> => {
    found.push(...(await violations(page)).map(one => `${what}: ${one}`))
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      `${what} fits`,
    ).toBe(true)
  }
  await expect(dashboard.total).toBeVisible()
  await page.getByRole('link', { name: 'Reference data' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Reference data' })).toBeVisible()
  await shot(page, 'rates-empty')
  await check('no currencies')

  await page.getByRole('button', { name: 'Import rates' }).click()
  const rates = page.getByRole('dialog', { name: 'Import exchange rates' })
  await pick(page, home.workspaces, 'not.csv', 'a,b\n1,2\n')
  await expect(rates.getByRole('alert')).toContainText('no table of exchange rates')
  await pick(
    page,
    home.workspaces,
    'ecb.csv',
    'Date,USD,GBP,\n2026-04-13,1.2,0.9,\n2026-04-10,1.1684,0.87058,\n2026-01-02,1.1,bad,\n',
  )
  await expect(rates.getByRole('status')).toContainText('4 rates of 2 currencies on 2 days')
  await shot(page, 'rates-import')
  await rates.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('0 entries converted, 0 without a rate.')).toBeVisible()
  const dollar = page.getByRole('row', { name: /USD/ })
  await expect(dollar).toContainText('ECB')

  await page.getByRole('button', { name: 'Rate by hand' }).click()
  const hand = page.getByRole('dialog', { name: 'Rate by hand' })
  await hand.getByLabel('Currency').fill('usd')
  await hand.getByLabel('Date').fill('2026-06-20')
  await hand.getByLabel('USD for 1 GBP').fill('0')
  await hand.getByRole('button', { name: 'Save' }).click()
  await expect(hand.getByRole('alert')).toContainText('is not a rate')
  await hand.getByLabel('USD for 1 GBP').fill('1.3')
  await hand.getByRole('button', { name: 'Save' }).click()
  await expect(dollar).toContainText('by hand')
  await expect(dollar).toContainText('1; longest')
  await shot(page, 'rates')
  await page.getByRole('button', { name: 'Rates of USD' }).click()
  const days = page.getByRole('dialog', { name: 'Rates of USD' })
  await expect(days.getByRole('row')).toHaveCount(4)
  await shot(page, 'rates-days')
  await check('the rates of a currency')
  await days.getByRole('button', { name: /Remove the rate of 20/ }).click()
  await expect(days.getByRole('row')).toHaveCount(3)
  await days.getByRole('button', { name: 'Close' }).last().click()

  await page.getByRole('tab', { name: 'Accounts' }).click()
  await page.getByRole('button', { name: 'Import a chart' }).click()
  const chart = page.getByRole('dialog', { name: /Import a chart/ })
  const account = await page.getByRole('row').nth(1).getByRole('cell').first().innerText()
  await pick(
    page,
    home.workspaces,
    'coa.csv',
    `account,name,type,level_1\n${account},Everyday account,asset,Liquid funds\n9,Other,revenue,\n`,
  )
  await expect(chart.getByRole('status')).toContainText('Found among the entries')
  await shot(page, 'accounts-import')
  await chart.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('row', { name: /Liquid funds/ })).toContainText('asset')
  await shot(page, 'accounts')
  await check('accounts')

  await page.getByRole('tab', { name: 'Budgets' }).click()
  await page.getByRole('button', { name: 'Import a budget' }).click()
  const budget = page.getByRole('dialog', { name: 'Import a budget' })
  // Without a header: the column's letter and the year are the user's to say.
  await pick(page, home.workspaces, 'plan.csv', '7010 Groceries,1200\n7020 Rent,12000.60\n')
  await expect(budget.getByRole('alert')).toBeVisible()
  await budget.getByLabel('Budget', { exact: true }).fill('Plan B')
  await budget.getByLabel('Fiscal year').fill('2027')
  await budget.getByLabel('Column of the figures').fill('B')
  await budget.getByLabel('Column of the figures').blur()
  await expect(budget.getByRole('status')).toContainText('2 figures, £13,200.60 in all')
  await shot(page, 'budget-import')
  await check('a budget’s file')
  await budget.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('row', { name: /Plan B/ })).toContainText('24')
  await shot(page, 'budgets')

  await page.getByRole('tab', { name: 'Indicators' }).click()
  await page.getByRole('button', { name: 'Import a series' }).click()
  const series = page.getByRole('dialog', { name: 'Import a series' })
  const months = Array.from({ length: 36 }, (_, i) => {
    const [year, month] = [2024 + Math.floor(i / 12), (i % 12) + 1]
    return `${year}-${String(month).padStart(2, '0')}-01,${(100 * 1.003 ** i).toFixed(2)}`
  })
  await pick(page, home.workspaces, 'cpi.csv', `Date,CPI\n${months.join('\n')}\n`)
  await expect(series.getByRole('row', { name: /CPI/ })).toContainText('36')
  await series.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('heading', { name: /Expenses by month, at prices of/ })).toBeVisible()
  await expect(page.locator('[data-chart=waiting]')).toHaveCount(0)
  await shot(page, 'indicators')
  await check('indicators')

  await page.evaluate(() => (document.documentElement.style.colorScheme = ''))
  await page.getByRole('button', { name: 'Appearance' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.getByRole('menu')).toBeHidden()
  await page.setViewportSize({ width: 1024, height: 680 })
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByLabel('Language').selectOption('de')
  await page.getByRole('link', { name: 'Referenzdaten' }).click()
  await page.getByRole('tab', { name: 'Indikatoren' }).click()
  await expect(page.getByRole('heading', { name: /Ausgaben je Monat/ })).toBeVisible()
  await shot(page, 'indicators-dark-de')
  await page.getByRole('tab', { name: 'Budgets' }).click()
  await page.getByRole('button', { name: 'Budget importieren' }).click()
  await shot(page, 'budget-import-dark-de')
  await page.getByRole('button', { name: 'Abbrechen' }).click()
  await check('indicators, dark, German, narrow')
  await page.getByRole('tab', { name: 'Wechselkurse' }).click()
  await shot(page, 'rates-dark-de')
  await check('rates, dark, German, narrow')
  expect(found).toEqual([])
})
