import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { expectAccessible } from './pages/start.ts'

test.use({ kind: 'household' })
test.beforeEach(async ({ page }) => {
  await expect.poll(() => matched(page)).toBeGreaterThan(0)
})

const bar = (page: Page) => page.getByRole('search', { name: 'Filters' })
const matched = async (page: Page): Promise<number> => {
  const text = await bar(page).getByRole('status').innerText()
  return Number((/^([\d,]+)/.exec(text)?.[1] ?? '').replaceAll(',', '') || Number.NaN)
}

test('a preset sets the days, the address keeps them, and Back takes them away', async ({ page }) => {
  const all = await matched(page)
  await bar(page)
    .getByRole('button', { name: /All dates/ })
    .click()
  await page.getByRole('button', { name: /^Last month/ }).click()
  await expect(page).toHaveURL(/from=\d{4}-\d\d-01&to=\d{4}-\d\d-\d\d/)
  await expect.poll(() => matched(page)).toBeLessThan(all)
  const narrowed = await matched(page)
  expect(narrowed).toBeGreaterThan(0)

  await page.reload()
  await expect.poll(() => matched(page)).toBe(narrowed)
  await page.goBack()
  await expect.poll(() => matched(page)).toBe(all)
})

test('days of one’s own, refused where they are the wrong way round; [ and ] move the span', async ({
  page,
}) => {
  await bar(page)
    .getByRole('button', { name: /All dates/ })
    .click()
  await page.getByLabel('From', { exact: true }).fill('2025-03-31')
  await page.getByLabel('To', { exact: true }).fill('2025-03-01')
  await expect(page.getByText('The first day must not be after the last.')).toBeVisible()
  await page.getByLabel('From', { exact: true }).fill('2025-03-01')
  await page.getByLabel('To', { exact: true }).fill('2025-03-31')
  await page.getByRole('button', { name: 'Apply' }).first().click()
  await expect(bar(page)).toContainText('March 2025')
  await page.getByRole('main').focus()
  await page.keyboard.press('[')
  await expect(bar(page)).toContainText('February 2025')
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  await expect(bar(page)).toContainText('April 2025')
})

test('a member is found by typing, kept, left out, and removed again', async ({ page }) => {
  const all = await matched(page)
  await page.getByRole('main').focus()
  await page.keyboard.press('/')
  await page.getByRole('menuitem', { name: /^Category(?! group)/ }).click()
  const picker = page.getByRole('dialog', { name: 'Category' })
  await picker.getByRole('searchbox').fill('gro')
  const member = picker.getByRole('checkbox', { name: /Groceries/ })
  await member.check()
  await expect(page).toHaveURL(/m\.category=/)
  await expect.poll(() => matched(page)).toBeLessThan(all)
  const kept = await matched(page)

  await picker.getByRole('checkbox', { name: 'Leave these out' }).check()
  await expect(page).toHaveURL(/x\.category=/)
  const left = async () => kept + (await matched(page))
  await expect.poll(left).toBe(all)

  await page.keyboard.press('Escape')
  await bar(page).getByRole('button', { name: 'Remove the filter Category' }).click()
  await expect(page).not.toHaveURL(/category/)
  await expect.poll(() => matched(page)).toBe(all)
})

test('an amount and words narrow together; a wrong amount is explained', async ({ page }) => {
  const all = await matched(page)
  await bar(page).getByRole('button', { name: 'Add a filter' }).click()
  await page.getByRole('menuitem', { name: 'Amount' }).click()
  const least = page.getByRole('textbox', { name: /^At least/ })
  await least.fill('a lot')
  await expect(page.getByText('Write an amount as 1234.56.')).toBeVisible()
  await least.fill('500.00')
  await page.getByRole('checkbox', { name: /whatever the sign/ }).check()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL(/min=50000&abs=1/)
  await expect.poll(() => matched(page)).toBeLessThan(all)
  const large = await matched(page)

  await bar(page).getByRole('button', { name: 'Add a filter' }).click()
  await page.getByRole('menuitem', { name: 'Text' }).click()
  await page.getByRole('textbox', { name: 'Text' }).fill('zzzz no such words')
  await page.keyboard.press('Enter')
  await expect.poll(() => matched(page)).toBe(0)
  await bar(page).getByRole('button', { name: 'Remove the filter Text' }).click()
  await expect.poll(() => matched(page)).toBe(large)
  await bar(page).getByRole('button', { name: 'Clear' }).click()
  await expect.poll(() => matched(page)).toBe(all)
})

test('filters go along to the ledger, and a damaged address breaks nothing', async ({ page }) => {
  await page.goto(`${page.url().split('#')[0]}#/dashboard?from=2025-02-01&to=2025-02-28&vs=previous-year`)
  await expect(bar(page)).toContainText('February 2025')
  const count = await matched(page)
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Ledger' }).click()
  await expect(page).toHaveURL(/#\/ledger\?.*from=2025-02-01/)
  await expect(page.getByRole('contentinfo')).toContainText(count.toLocaleString('en-GB'))

  await page.goto(
    `${page.url().split('#')[0]}#/dashboard?from=2025-02-30&to=x&m.__proto__=a&min=NaN&vs=..&step=t:a..b&batch=-1&m.=z`,
  )
  await expect(bar(page)).toContainText('All dates')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('This page failed')
})

test('the palette finds a payee and opens its entries; the filter bar has no barrier', async ({ page }) => {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: /Find a page/ })
  await field.fill('ledger')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/ledger/)

  await page.keyboard.press('Control+k')
  await field.fill('rent')
  await expect(page.getByRole('option', { name: /Show entries with “rent”/ })).toBeVisible()
  await page.getByRole('option', { name: /Show entries with “rent”/ }).click()
  await expect(page).toHaveURL(/#\/ledger\?q=rent/)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessible(page, 'keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/#\/settings/)
  await expectAccessible(page, 'settings')
})
