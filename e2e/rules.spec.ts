import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { expectAccessible } from './pages/start.ts'

test.use({ kind: 'household' })

async function openRules(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Rules' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rules' })).toBeVisible()
}
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click()

test('a rule shows what it would do as it is written, runs, and is undone', async ({ dashboard, page }) => {
  await expect(dashboard.total).toBeVisible()
  await openRules(page)
  await expect(page.getByText('There are no rules yet')).toBeVisible()
  await page.getByRole('button', { name: 'New rule' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New rule' })
  await dialog.getByRole('group', { name: 'Condition 1' }).getByLabel('Text').fill('corner pantry')
  await dialog.getByRole('group', { name: 'Action 1' }).getByLabel('Category').fill('Food: Corner shop')
  const said = dialog.getByRole('status')
  await expect(said).toHaveText(/^(\d+) entries meet the conditions, \1 would change\.$/)
  const count = /^\d+/.exec(await said.innerText())?.[0] ?? ''
  await expectAccessible(page, 'the rule editor')
  await dialog.getByRole('button', { name: 'Save and run' }).click()
  await expect(page.getByText(`${count} entries changed.`)).toBeVisible()
  await expect(page.getByRole('row', { name: /corner pantry/ })).toContainText('Category: Food: Corner shop')

  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: .* changed by rules/)).toBeVisible()
  await page.getByRole('button', { name: 'Edit: ' }).first().click()
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(new RegExp(`${count} would change`))
})

test('a pattern that is none is refused with a sentence', async ({ dashboard, page }) => {
  await expect(dashboard.total).toBeVisible()
  await openRules(page)
  await page.getByRole('button', { name: 'New rule' }).first().click()
  const condition = page.getByRole('dialog').getByRole('group', { name: 'Condition 1' })
  await condition.getByLabel('Comparison').selectOption('matches the pattern')
  await condition.getByLabel('Text').fill('(pantry')
  await page.getByRole('dialog').getByLabel('Category').fill('x')
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('A bracket is not closed')
})

test('rules go to a file and come back from it', async ({ dashboard, page }) => {
  await expect(dashboard.total).toBeVisible()
  await openRules(page)
  const rules = { farthing: 'rules', version: 1, rules: [{ name: 'Trains', conditions: [{ field: 'text', op: 'contains', value: 'rail' }], actions: [{ do: 'tag', tags: ['train'] }] }] } // prettier-ignore
  await page.getByTestId('rules-file').setInputFiles({
    name: 'rules.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(rules)),
  })
  await expect(page.getByRole('row', { name: /Trains/ })).toBeVisible()
  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const text = await readFile(await (await downloaded).path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject(rules)
})

test('transfers are paired at once where they are sure, recurring bills are listed', async ({
  dashboard,
  page,
}) => {
  await expect(dashboard.total).toBeVisible()
  await openRules(page)
  await tab(page, 'Transfers')
  await page.getByRole('button', { name: /Pair all \d+ sure ones/ }).click()
  await expect(page.getByText(/^\d+ entries paired\./)).toBeVisible()
  await expect(page.getByText(/^[1-9]\d* transfers are paired/)).toBeVisible()
  await expectAccessible(page, 'transfers')
  await tab(page, 'Recurring')
  const broadband = page.getByRole('row', { name: /Fellview Broadband/ })
  await expect(broadband).toContainText('month')
  await expect(broadband).toContainText('15 Jan 2026')
  await expectAccessible(page, 'recurring')
})

test('a category is merged into another, and the merge undone', async ({ dashboard, page }) => {
  await expect(dashboard.total).toBeVisible()
  await openRules(page)
  await tab(page, 'Categories')
  await page.getByRole('button', { name: 'Merge Food: Groceries' }).click()
  await page.getByRole('dialog').getByLabel('Into').selectOption('Food: Coffee')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The category is changed.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Merge Food: Groceries' })).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Merge Food: Groceries' })).toBeVisible()
  await expectAccessible(page, 'categories')
})
