import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { PROJECT } from './farthing.ts'
import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { chooseTheme, contrastViolations, violations } from './pages/start.ts'

// Every page of the router, in what the pages' own specs do not stand in: high contrast, German, and a window
// zoomed to 200 % (half as many CSS pixels each way), motion reduced. Read from the router's own text: a page that is new is in it.
const ROUTES = [...readFileSync(join(PROJECT, 'src/renderer/app/router.tsx'), 'utf8').matchAll(/page\('([^']+)', '\w+'\)/gu)].map(match => match[1] ?? '') // prettier-ignore
const NAMES = [...readFileSync(join(PROJECT, 'src/renderer/app/pages.ts'), 'utf8').matchAll(/^ {2}\w+: \(\) => import\(/gmu)] // prettier-ignore

/** What stands in an address's place; 'figure' and 'workpaper' are pages also where there is none of that number. */
const IN_PLACE: Readonly<Record<string, string>> = { 'entry/$id': 'entry/1', 'figure/$id': 'figure/none', 'audit/$run': 'audit/1' } // prettier-ignore

/** The first page leads on to the dashboard while a workspace is open: first-run.spec.ts stands in it. */
const addresses = (): string[] =>
  ROUTES.filter(route => route !== '/').map(route => {
    const path = route.slice(1)
    return `#/${IN_PLACE[path] ?? path}`
  })

async function open(page: Page, address: string): Promise<void> {
  await page.evaluate(to => (location.hash = to), address)
  await expect(page).toHaveURL(new RegExp(`${address.replace('$', '\\$')}(?:\\?|$)`))
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(main.locator('[aria-busy=true]')).toHaveCount(0)
}

/** In the page: what is chosen without an outline, marks of a legend that have lost their colour, and texts that have. */
function faded(): string[] {
  const chosen = document.querySelectorAll<HTMLElement>(
    "[aria-selected='true'], [aria-pressed='true'], [aria-current]:not([aria-current='false']), label:has(> input:checked)",
  )
  const plain = [...chosen].filter(one => getComputedStyle(one).outlineStyle === 'none')
  const canvas = getComputedStyle(document.body).backgroundColor
  const marks = [...document.querySelectorAll<HTMLElement>('[class*=swatch]')].filter(
    one => getComputedStyle(one).backgroundColor === canvas,
  )
  // The system's plate behind a text hides one that has a background of the system's own.
  const hidden = [...document.querySelectorAll<HTMLElement>('button')].filter(one => {
    const { backgroundColor, color, forcedColorAdjust } = getComputedStyle(one) as CSSStyleDeclaration & {
      forcedColorAdjust: string
    }
    return backgroundColor !== canvas && color === canvas && forcedColorAdjust !== 'none'
  })
  return [...plain, ...marks, ...hidden].map(one => one.outerHTML.slice(0, 120))
}

test.use({ kind: 'household' })

test('every page passes axe in every theme and in German, and nothing moves that need not', async ({
  dashboard,
  page,
}) => {
  test.setTimeout(240_000)
  expect(ROUTES.length).toBe(NAMES.length)
  expect(addresses().filter(address => address.includes('$'))).toEqual([])
  await dashboard.settled()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await chooseTheme(page, 'High contrast')
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByLabel('Language').selectOption('de')
  await expect(page.getByRole('navigation', { name: 'Seiten' })).toBeVisible()
  const found: string[] = []
  for (const address of addresses()) {
    await open(page, address)
    found.push(...(await violations(page)).map(one => `${address}: ${one}`))
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .map(one => (one.effect as KeyframeEffect | null)?.target?.className ?? '')
        .filter(name => name !== ''),
    )
    if (moving.length > 0) found.push(`${address}: moves ${moving.join(', ')}`)
    // What else axe looks at is the same in every theme.
    for (const theme of ['light', 'dark', 'contrast']) {
      // A background passes over to the next theme's, reduced to one frame: what is read before is the last theme's.
      await page.evaluate(async name => {
        document.documentElement.dataset['theme'] = name
        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
      }, theme)
      if (theme !== 'contrast')
        found.push(...(await contrastViolations(page)).map(one => `${address}, ${theme}: ${one}`))
    }
  }
  expect(found).toEqual([])
})

test('at 200 % every page is there without scrolling sideways, and reached by keyboard', async ({
  dashboard,
  page,
}) => {
  test.setTimeout(240_000)
  await dashboard.settled()
  await page.setViewportSize({ width: 720, height: 450 })
  // In the system's own colours, too: tints and shadows are gone there, and what is chosen must be seen all the same.
  await chooseTheme(page, 'Light')
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'light')
  expect(await page.evaluate(faded)).toEqual([])
  const wide: string[] = []
  for (const address of addresses()) {
    await open(page, address)
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (beyond > 0) wide.push(`${address}: ${beyond} px`)
    wide.push(...(await page.evaluate(faded)).map(one => `${address}: ${one} is not seen`))
  }
  expect(wide).toEqual([])
  await page.emulateMedia({ forcedColors: 'none', colorScheme: null })
  await page.reload()
  await expect(page.getByRole('main').getByRole('heading', { level: 1 }).first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
})
