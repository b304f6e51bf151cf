import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ImportPage } from './pages/import.ts'
import { LedgerPage } from './pages/ledger.ts'
import { chooseTheme, expectAccessible } from './pages/start.ts'

const DAYS = 400

/** A shop a day at about ten pounds; on day 300 one of 950.00. */
function purse(days = DAYS): string {
  const rows = Array.from({ length: days }, (_, n) => {
    const day = new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)
    const amount = n === 300 ? '950.00' : `${8 + ((n * 7) % 9)}.${10 + ((n * 3) % 80)}`
    return `${day},${n % 3 === 0 ? 'Corner shop' : 'Market hall'},Groceries,-${amount}`
  })
  return ['Date,Payee,Category,Amount', ...rows].join('\n')
}

async function openAnomalies(page: Page, days = DAYS, search = ''): Promise<void> {
  const imports = new ImportPage(page)
  await imports.makeWorkspace('Purse', 'Personal')
  await imports.choose({ name: 'purse.csv', text: purse(days) })
  await imports.loadChosen()
  await page.evaluate(to => {
    location.hash = to
  }, `#/anomalies${search}`)
  await expect(page.getByRole('heading', { name: 'Anomalies', level: 1 })).toBeVisible()
}

const rows = (page: Page) => page.getByTestId('findings').locator('tbody tr')

test('the payment that does not fit comes first, with its reason and what would clear it', async ({
  page,
}) => {
  await openAnomalies(page)
  await expect(rows(page)).toHaveCount(40)
  await expect(page.getByText('40 of 400 entries')).toBeVisible()
  const first = rows(page).first()
  await expect(first).toContainText('27 Oct 2024')
  await expect(first).toContainText('−950.00')
  await first.click()
  const panel = page.getByTestId('explanation')
  await expect(panel).toContainText('−£950.00')
  await expect(panel.getByTestId('counterfactual')).toContainText(
    /Not flagged if the amount were ≤ £\d+\.\d\d\./,
  )
  await expect(panel).toContainText('contamination')
  await panel.getByRole('button', { name: 'Open the entry' }).click()
  await expect(page).toHaveURL(/#\/entry\/\d+/)
  await page.goBack()
  await expect(rows(page)).toHaveCount(40)
})

test('verdicts by key, kept, counted and taken back', async ({ page }) => {
  await openAnomalies(page)
  await expect(rows(page)).toHaveCount(40)
  await page.getByRole('region', { name: 'Anomalies', exact: true }).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('c')
  await expect(rows(page).first()).toContainText('Confirmed')
  await page.keyboard.press('j')
  await page.keyboard.press('d')
  await expect(rows(page).nth(1)).toContainText('Dismissed')
  await expect(page.getByTestId('precision')).toHaveText(
    'Your verdicts: 1 confirmed, 1 dismissed, precision 50%',
  )
  await page.reload()
  await expect(rows(page).first()).toContainText('Confirmed')
  await rows(page).first().click()
  await page.getByTestId('explanation').getByRole('button', { name: 'Take back' }).click()
  await expect(rows(page).first()).not.toContainText('Confirmed')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('explanation')).toBeHidden()
})

test('another method and share are shown with the result that they made', async ({ page }) => {
  await openAnomalies(page)
  await page.getByLabel('Method').selectOption('robust-z')
  await expect(page.getByLabel('Threshold')).toHaveValue('2.5')
  await expect(rows(page)).toHaveCount(1)
  await page.getByLabel('Method').selectOption('isolation-forest')
  await page.getByLabel('Share flagged').selectOption('0.01')
  await expect(rows(page)).toHaveCount(4)
  await expect(rows(page).first()).toContainText('−950.00')
  await page.getByText('All parameters: Isolation forest').click()
  const trees = page.getByTestId('settings').getByLabel('Trees', { exact: true })
  await expect(trees).toHaveValue('100')
  await trees.fill('0')
  await expect(page.getByText('From 1 to 10000.')).toBeVisible()
  await trees.fill('20')
  await trees.press('Enter')
  await rows(page).first().click()
  await expect(page.getByTestId('explanation')).toContainText(/trees\s*20/)
  await page.keyboard.press('Escape')

  // What was searched is among the runs, to compare.
  await page.getByRole('tab', { name: 'Detectors' }).click()
  await page
    .getByRole('checkbox', { name: /^Compare run/ })
    .first()
    .check()
  await page
    .getByRole('checkbox', { name: /^Compare run/ })
    .nth(1)
    .check()
  const compared = page.getByRole('table', { name: 'Two runs compared' })
  await expect(
    compared.getByRole('row', { name: /^trees 20 100 differs|^trees 100 20 differs/ }),
  ).toBeVisible()
})

test('months against the month before open their entries', async ({ page }) => {
  await openAnomalies(page)
  await page.getByRole('tab', { name: 'Month over month' }).click()
  const changes = page.getByRole('table', { name: 'Month over month' }).locator('tbody tr')
  await changes.filter({ hasText: 'Groceries: grown' }).filter({ hasText: 'Oct 2024' }).click()
  const ledger = new LedgerPage(page)
  await expect(ledger.figure('count')).toHaveText('31 entries')
})

test('a run is recorded as challenger and does not go live without verdicts', async ({ page }) => {
  await openAnomalies(page)
  // A search that another one takes the place of is not kept: this one ends first.
  await expect(rows(page)).toHaveCount(40)
  await page.getByLabel('Method').selectOption('ecod')
  await expect(rows(page)).toHaveCount(40)
  await page.getByRole('tab', { name: 'Detectors' }).click()
  await page.getByRole('button', { name: 'Run these settings as challenger' }).click()
  const runs = page.getByRole('table', { name: 'Detectors' }).locator('tbody tr')
  // Two searches, the live one and its challenger.
  await expect(runs).toHaveCount(4)
  await expect(runs.first()).toContainText('Challenger')
  await runs.first().getByRole('button', { name: 'Make live' }).click()
  await expect(page.getByText(/Only 0 verdicts are held out/)).toBeVisible()
  await expect(runs.first()).toContainText('Challenger')
})

test('with too few entries the page says how many it takes', async ({ page }) => {
  await openAnomalies(page, 12)
  await expect(page.getByRole('heading', { name: 'Too few entries to compare' })).toBeVisible()
  await expect(page.getByText('12 entries pass the filters; it takes 30')).toBeVisible()
  await expectAccessible(page, 'too few')
})

test('accessible in every theme', async ({ page }) => {
  test.slow()
  await openAnomalies(page)
  await expect(rows(page)).toHaveCount(40)
  await expect(page.locator('[data-chart="drawn"]')).toBeVisible()
  await rows(page).first().click()
  for (const theme of ['Light', 'Dark', 'High contrast'] as const) {
    await chooseTheme(page, theme)
    await expectAccessible(page, theme)
  }
})

test('nothing lies beside the least width, and all of it speaks German', async ({ page }) => {
  test.slow()
  await openAnomalies(page)
  await expect(rows(page)).toHaveCount(40)
  await page.setViewportSize({ width: 1024, height: 680 })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  await page.evaluate(() => {
    location.hash = '#/settings'
  })
  await page.getByLabel('Language').selectOption('de')
  await page.evaluate(() => {
    location.hash = '#/anomalies'
  })
  await expect(page.getByRole('heading', { name: 'Auffälligkeiten', level: 1 })).toBeVisible()
  await rows(page).first().click()
  await expect(page.getByTestId('counterfactual')).toContainText('Nicht gemeldet, wenn der Betrag ≤')
  await expectAccessible(page, 'Deutsch')
})
