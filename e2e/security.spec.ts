import type { Page } from '@playwright/test'
import { expect, test as base } from './fixtures.ts'
import { violations } from './pages/start.ts'

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

/** Presses whatever a page offers that is not a way to another page, and says what the host refused for the role. */
async function pressAll(page: Page, refused: string[]): Promise<number> {
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(main.locator('[aria-busy=true]')).toHaveCount(0)
  const before = refused.length
  const pressed = await main.evaluate(async element => {
    const offered =
      'button:not([aria-disabled=true], :disabled), input[type=checkbox]:enabled, input[type=radio]:enabled'
    const settle = (): Promise<void> => new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    const done = new Set<string>()
    const here = location.hash
    // Pressing opens tabs, menus and dialogs, which offer more: until there is nothing new.
    for (;;) {
      const next = [...element.ownerDocument.querySelectorAll<HTMLElement>(offered)].find(
        one =>
          one.closest('main, [role=menu], [role=dialog]') &&
          !done.has(one.getAttribute('aria-label') ?? one.textContent) &&
          !/^(?:Lock now|PDF|XLSX|HTML|CSV)$|Cancel/u.test(one.textContent),
      )
      if (!next) break
      done.add(next.getAttribute('aria-label') ?? next.textContent)
      next.click()
      await settle()
      if (location.hash.split('?')[0] !== here.split('?')[0]) {
        location.hash = here
        await settle()
      }
    }
    return done.size
  })
  await page.keyboard.press('Escape')
  return refused.length > before ? -1 : pressed
}

test('a second user is added, locked out, let in as a viewer, and sees what a viewer may', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const refused: string[] = []
  page.on('websocket', socket =>
    socket.on('framereceived', ({ payload }) => {
      if (String(payload).includes('"forbidden"')) refused.push(`${page.url()}: ${String(payload)}`)
    }),
  )
  // The page's socket was there before the listener.
  await page.reload()
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

  // On no page is there a control whose work the host refuses to a viewer.
  const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
  const pages = await links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
  expect(pages.length).toBeGreaterThan(14)
  let pressed = 0
  for (const address of pages) {
    await page.evaluate(to => (location.hash = to.replace(/^.*#/u, '')), address)
    pressed += await pressAll(page, refused)
  }
  expect(refused).toEqual([])
  expect(pressed).toBeGreaterThan(100)
  await page.evaluate(() => (location.hash = '#/rules'))
  const add = page.getByRole('button', { name: 'New rule' }).first()
  await expect(add).toBeDisabled()
  await expect(add).toHaveAccessibleDescription('This needs the role analyst.')
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
      expect(await violations(page)).toEqual([])
    }
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)

  // In German, what main says as well: the log is verified in the writer.
  await page.evaluate(() => (location.hash = '#/settings'))
  await page.getByLabel('Language').selectOption('de')
  await page.evaluate(() => (location.hash = '#/security'))
  await page.getByRole('textbox', { name: 'Name' }).fill('owner')
  await page.getByLabel('Erstes Passwort').fill(EVA)
  await page.getByRole('button', { name: 'Hinzufügen', exact: true }).click()
  await expect(
    page.getByText('Einen Benutzer owner gibt es schon. Wählen Sie einen anderen Namen.'),
  ).toBeVisible()
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
})
