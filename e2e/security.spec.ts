import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test as base } from './fixtures.ts'

const OWNER = 'the password of the owner'
const EVA = 'the password of eva'

const test = base.extend({
  home: async ({ home }, use) => {
    await use({ ...home, env: { ...home.env, FARTHING_PASSWORD: OWNER } })
  },
})
test.use({ hostArgs: ['--sample', 'household'] })

async function security(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/security'))
  await expect(page.getByRole('heading', { name: 'Users and privacy' })).toBeVisible({ timeout: 60_000 })
}

async function unlock(page: Page, password: string, name?: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  if (name !== undefined) await dialog.getByLabel('Your name').fill(name)
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  await expect(dialog).toHaveCount(0)
}

test('a second user is added, locked out, let in as a viewer, and sees what a viewer may', async ({
  page,
}) => {
  await expect(page.getByRole('main')).toBeVisible()
  await security(page)
  await page.getByRole('textbox', { name: 'Name' }).fill('Eva')
  await page.getByLabel('First password').fill(EVA)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('row', { name: /Eva/ })).toContainText('a password')

  await page.getByRole('button', { name: 'Lock now' }).click()
  await expect(page.getByRole('dialog')).toContainText('Unlock')
  // Nothing of the ledger is left behind the question.
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await unlock(page, EVA, 'eva')
  await security(page)
  await expect(page.getByText('Eva, viewer')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toHaveCount(0)
  await page.getByRole('tab', { name: 'Audit log' }).click()
  await page.getByRole('button', { name: 'Verify the log' }).click()
  await expect(page.getByText(/The log is whole/)).toBeVisible()
})

test('the log names who did what; people are found and masked; clean to axe, light and dark', async ({
  page,
}) => {
  await expect(page.getByRole('main')).toBeVisible()
  await security(page)
  await page.getByRole('tab', { name: 'Audit log' }).click()
  await expect(page.getByRole('row', { name: /workspace\.open/ }).first()).toContainText('Owner')
  await page.getByRole('tab', { name: 'Privacy' }).click()
  await page.getByRole('button', { name: 'Look through the workspace' }).click()
  await expect(page.getByText(/Texts: [\d,]+\. People:/)).toBeVisible()
  await page.setViewportSize({ width: 1024, height: 680 })
  for (const tab of ['Users', 'Audit log', 'Privacy'])
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await page.getByRole('tab', { name: tab }).click()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(v => [v.id, v.nodes.map(n => n.html)])).toEqual([])
    }
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
})
