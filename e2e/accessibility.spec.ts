import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { chooseTheme, violations } from './pages/start.ts'

// Every page that the navigation leads to, in what the pages' own specs do not stand in: high contrast, German, and a window
// zoomed to 200 % (half as many CSS pixels each way), with motion reduced.
test.use({ kind: 'household' })

test('every page passes axe in high contrast and in German, and nothing moves that need not', async ({
  dashboard,
  page,
}) => {
  test.setTimeout(240_000)
  await dashboard.settled()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await chooseTheme(page, 'High contrast')
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByLabel('Language').selectOption('de')
  const links = page.getByRole('navigation', { name: 'Seiten' }).getByRole('link')
  const pages = await links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
  expect(pages.length).toBeGreaterThan(14)
  const found: string[] = []
  for (const address of pages) {
    await page.goto(new URL(address, page.url()).href)
    await expect(page.getByRole('main').getByRole('heading', { level: 1 }).first()).toBeVisible()
    found.push(...(await violations(page)).map(one => `${address}: ${one}`))
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .map(one => (one.effect as KeyframeEffect | null)?.target?.className ?? '')
        .filter(name => name !== ''),
    )
    if (moving.length > 0) found.push(`${address}: moves ${moving.join(', ')}`)
  }
  expect(found).toEqual([])
})

test('at 200 % every page is there without scrolling sideways, and reached by keyboard', async ({
  dashboard,
  page,
}) => {
  test.setTimeout(240_000)
  await dashboard.settled()
  const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
  const pages = await links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
  await page.setViewportSize({ width: 720, height: 450 })
  const wide: string[] = []
  for (const address of pages) {
    await page.goto(new URL(address, page.url()).href)
    await expect(page.getByRole('main').getByRole('heading', { level: 1 }).first()).toBeVisible()
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (beyond > 0) wide.push(`${address}: ${beyond} px`)
  }
  expect(wide).toEqual([])
  await page.reload()
  await expect(page.getByRole('main').getByRole('heading', { level: 1 }).first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
})
