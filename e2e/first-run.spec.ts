import type { Page } from '@playwright/test'
import { chooseTheme, expectAccessible, keepRecoveryKey, openSample, PASSWORD } from './pages/start.ts'
import { expect, test } from './fixtures.ts'

test('the first page says what it does with your data, in every theme and without a barrier', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'See where the money went, and be able to prove it.',
  )
  await expect(page.getByRole('complementary', { name: 'What happens to your data' })).toContainText(
    'Nothing leaves this computer',
  )
  for (const theme of ['Light', 'Dark', 'High contrast'] as const) {
    await chooseTheme(page, theme)
    await expectAccessible(page, `first page, ${theme}`)
  }
})

test('a sample household is open in one step', async ({ page }) => {
  await openSample(page, 'household')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await expect(page).toHaveURL(/#\/dashboard/)
  await expect(page.getByRole('contentinfo')).toContainText('Encrypted, offline')
})

test('a workspace is made, closed, refused to a wrong password, and opened by password and by recovery key', async ({
  page,
}) => {
  await page.getByRole('button', { name: /Make a workspace/ }).click()
  const make = page.getByRole('dialog', { name: 'Make a workspace' })
  await make.getByLabel('Name').fill('Calder Vale')
  await make.getByText('General ledger').click()
  await make.getByLabel('Base currency').selectOption('EUR')
  await make.getByLabel('Fiscal year starts').selectOption({ label: 'July' })
  await make.getByRole('textbox', { name: 'Password' }).fill('short')
  await make.getByRole('button', { name: 'Make the workspace' }).click()
  await expect(make.getByRole('alert')).toHaveText('At least 8 characters.')
  await make.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await make.getByRole('button', { name: 'Make the workspace' }).click()
  const key = await keepRecoveryKey(page)

  // An empty workspace begins with the import.
  await expect(page).toHaveURL(/#\/import/)
  await expect(page.getByRole('contentinfo')).toContainText('EUR')
  await close(page)

  const recent = page.getByRole('region', { name: 'Recent' }).getByRole('button', { name: /Calder Vale/ })
  await recent.click()
  const unlock = page.getByRole('dialog', { name: 'Unlock Calder Vale' })
  await unlock.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  await expect(unlock.getByRole('alert')).toContainText(/password/i)
  await unlock.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('button', { name: /Calder Vale/ })).toBeVisible()
  await close(page)

  await recent.click()
  await unlock.getByRole('button', { name: 'Use the recovery key instead' }).click()
  await unlock.getByRole('textbox', { name: 'Recovery key' }).fill(key)
  await unlock.getByRole('button', { name: 'Unlock' }).click()
  await expect(page).toHaveURL(/#\/import/)
})

test('files chosen with no workspace open wait for one, named after the file, and then come to the import', async ({
  page,
}) => {
  await page.locator('input[type=file]').setInputFiles({
    name: 'joint_account_2025-10.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Date,Description,Amount\n01/10/2025,Opening shop,-12.50\n14/10/2025,Pay,1800.00\n31/10/2025,Rent,-650.00\n',
    ),
  })
  const make = page.getByRole('dialog', { name: 'Make a workspace' })
  await expect(make).toContainText('joint_account_2025-10.csv')
  await expect(make.getByLabel('Name')).toHaveValue('Joint account')
  await make.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await make.getByRole('button', { name: 'Make the workspace' }).click()
  await keepRecoveryKey(page)
  await expect(page).toHaveURL(/#\/import/)
  await expect(page.getByRole('main')).toContainText('joint_account_2025-10.csv')
})

test('the recovery key cannot be passed by Escape or a stray click', async ({ page }) => {
  await page.getByRole('button', { name: /Make a workspace/ }).click()
  await page.getByLabel('Name').fill('Calder Vale')
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Keep the recovery key' })
  await expect(dialog).toBeVisible({ timeout: 45_000 })
  await page.keyboard.press('Escape')
  await page.mouse.click(5, 450)
  await expect(dialog).toBeVisible()
  await expectAccessible(page, 'recovery key')
})

test('German changes the words at once and formats stay their own choice', async ({ page }) => {
  await page.getByLabel('Language').selectOption('de')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Sehen, wohin das Geld ging, und es belegen können.',
  )
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Sehen, wohin das Geld ging, und es belegen können.',
  )
})

test('everything on the first page can be reached and named by keyboard at the smallest window', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 680 })
  // A key pressed before the page is there reaches nothing.
  await expect(page.getByLabel('Language')).toBeEnabled()
  const reached = new Set<string>()
  for (let i = 0; i < 25; i++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const el = document.activeElement as HTMLElement | null
      const label = el && 'labels' in el ? (el as HTMLSelectElement).labels?.[0]?.textContent : undefined
      return el === document.body
        ? ''
        : (el?.getAttribute('aria-label') ?? label ?? el?.textContent ?? '').trim()
    })
    if (name) reached.add(name)
  }
  const all = [...reached].join('\n')
  for (const name of [
    'Choose files',
    'sample household',
    'sample general ledger',
    'Open a workspace',
    'Make a workspace',
  ])
    expect(all).toContain(name)
  for (const name of ['Base currency', 'Fiscal year starts', 'Numbers and dates', 'Appearance', 'Language'])
    expect(all).toContain(name)
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
})

async function close(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Calder Vale/ })
    .click()
  await page.getByRole('menuitem', { name: 'Close the workspace' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('See where the money went')
}
