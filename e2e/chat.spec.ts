import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { expect } from './fixtures.ts'
import { decimal, test } from './pages/dashboard.ts'
import { expectAccessible } from './pages/start.ts'

const box = (page: Page) => page.getByRole('textbox', { name: /^(?:Question|Frage)$/ })

async function open(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/ask'
  })
  await expect(box(page)).toBeVisible({ timeout: 30_000 })
}

async function ask(page: Page, question: string): Promise<void> {
  await box(page).fill(question)
  await box(page).press('Enter')
  await expect(page.getByRole('heading', { name: question, exact: true }).last()).toBeVisible({
    timeout: 30_000,
  })
}

test.use({ kind: 'household' })

const last = (page: Page) => page.getByTestId('answer').last()

test('a question is answered, its chips are changed, its rows opened; what is kept survives a reload', async ({
  dashboard,
  page,
  sample,
}) => {
  await dashboard.settled()
  await open(page)
  await ask(page, 'How much did we spend on groceries in March 2025?')
  const groceries = await sample.query(
    '--measure',
    'sum',
    '--from',
    '2025-03-01',
    '--to',
    '2025-03-31',
    '--where',
    'category=Food: Groceries',
  )
  const amount = Math.abs(Number(groceries.totals['sum'])).toLocaleString('en-GB', {
    minimumFractionDigits: 2,
  })
  await expect(last(page)).toContainText(amount)
  await expect(page.getByTestId('chat-said')).toContainText(amount)
  await expect(last(page).getByText('Category: Food: Groceries')).toBeVisible()

  await ask(page, 'and by payee?')
  await expect(last(page)).toContainText('Kept from the question before')
  await expect(last(page).getByRole('table').first()).toContainText('Greenfield Foods')
  // A part is taken out, and it is asked again as a typed query.
  await last(page).getByRole('button', { name: 'Take out by Supplier or payee' }).click()
  await expect(page.getByTestId('answer')).toHaveCount(3)
  await expect(last(page)).toContainText(amount)
  await last(page).getByRole('button', { name: 'Change …' }).click()
  await page.getByLabel('First day').fill('2025-02-01')
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByTestId('answer')).toHaveCount(4)
  await last(page).getByText('SQL', { exact: true }).click()
  await expect(last(page).getByText(/^SELECT sum/)).toBeVisible()

  await page.reload()
  await open(page)
  await expect(page.getByTestId('answer')).toHaveCount(4)
  await page
    .getByTestId('answer')
    .first()
    .getByRole('link', { name: /entries$/ })
    .click()
  const { sum } = await dashboard.ledgerFigures()
  expect(decimal(sum)).toBe(groceries.totals['sum'])
})

test('what is not understood is named, what is unclear is asked, what is none of its business is refused', async ({
  dashboard,
  page,
}) => {
  await dashboard.settled()
  await open(page)
  await ask(page, 'spend on helicopters in 2025')
  await expect(last(page)).toContainText('Not understood: helicopters')
  await ask(page, 'What is the capital of France?')
  await expect(last(page)).toContainText('That is not a question about this ledger.')
  await last(page).getByRole('listitem').getByRole('button').first().click()
  await expect(last(page)).not.toContainText('That is not a question')
  await ask(page, 'plot spending by month in 2025')
  await expect(last(page).locator('canvas')).toBeVisible({ timeout: 30_000 })
})

test('conversations are named, exported, cleared and deleted; a model is off', async ({
  dashboard,
  page,
}) => {
  await dashboard.settled()
  await open(page)
  await page.getByRole('button', { name: 'New conversation' }).click()
  await page.getByLabel('Name').fill('Food')
  await page.getByRole('button', { name: 'Save' }).click()
  await ask(page, 'groceries in 2025')
  const menu = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'What to do with Food' }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const download = page.waitForEvent('download')
  await menu('Export as Markdown')
  const file = await (await download).path()
  expect(readFileSync(file, 'utf8')).toContain('## groceries in 2025')
  await menu('Clear')
  await page.getByRole('dialog').getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByTestId('answer')).toHaveCount(0)
  await menu('Delete')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('button', { name: 'Food', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Language model' }).click()
  await expect(page.getByRole('checkbox')).not.toBeChecked()
  await expect(page.getByRole('checkbox')).toBeDisabled()
})

test('is clean to axe, light and dark and in German, and does not scroll sideways in a small window', async ({
  dashboard,
  page,
}) => {
  await dashboard.settled()
  await page.setViewportSize({ width: 1024, height: 680 })
  await open(page)
  await ask(page, 'top 5 payees in 2025')
  await ask(page, 'spending by month in 2025')
  await expect(last(page).locator('canvas')).toBeVisible({ timeout: 30_000 })
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await expectAccessible(page, scheme)
  }
  await page.evaluate(() => {
    location.hash = '#/settings'
  })
  await page.getByLabel('Language').selectOption('de')
  await open(page)
  await expect(page.getByRole('heading', { name: 'Fragen', level: 1 })).toBeVisible()
  await ask(page, 'Die 3 größten Empfänger in 2025')
  await expect(last(page)).toContainText('Am meisten')
  await expectAccessible(page, 'Deutsch')
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
})
