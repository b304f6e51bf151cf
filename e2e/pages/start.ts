import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export const PASSWORD = 'correct horse battery'

/** Opens a sample on the first page; ends on the dashboard. Without a keychain there is neither a password nor a key to keep. */
export async function openSample(page: Page, kind: 'household' | 'general ledger'): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`sample ${kind}`) }).click()
  await expect(page).toHaveURL(/#\/dashboard/, { timeout: 45_000 })
}

/** The dialog that shows the recovery key once. */
export async function keepRecoveryKey(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Keep the recovery key' })
  await expect(dialog).toBeVisible({ timeout: 45_000 })
  const key = await dialog.getByRole('status', { name: 'Recovery key' }).innerText()
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeDisabled()
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Go on' }).click()
  return key
}

export async function chooseTheme(page: Page, name: 'Light' | 'Dark' | 'High contrast'): Promise<void> {
  await page.getByRole('button', { name: 'Appearance' }).click()
  await page.getByRole('menuitemradio', { name }).click()
  await expect(page.getByRole('menu')).toBeHidden()
}

/**
 * What violates axe's rules: WCAG 2.2 A and AA, and its best practices. Frames would not be looked into, so there must be none; with them
 * axe opens a page of its own for each answer, and with all that passes in the answer it takes six times as long.
 */
export const violations = (page: Page): Promise<string[]> =>
  violationsOf(page, ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])

/** Only what depends on the theme. */
export const contrastViolations = (page: Page): Promise<string[]> =>
  violationsOf(page, { type: 'rule', values: ['color-contrast'] })

type Rules = NonNullable<Parameters<AxeBuilder['options']>[0]['runOnly']>

async function violationsOf(page: Page, runOnly: Rules): Promise<string[]> {
  expect(page.frames()).toHaveLength(1)
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], runOnly })
  const { violations: found } = await axe.analyze()
  return found.map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 160)).join(' | ')}`)
}

export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect(await violations(page), what).toEqual([])
}
