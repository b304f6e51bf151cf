import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { decimal, test } from './pages/dashboard.ts'
import { violations } from './pages/start.ts'

test.use({ kind: 'household' })

/** The preview of the month's report, and the number of the first amount that it prints. */
async function firstFigure(page: Page): Promise<{ id: string; text: string }> {
  await page.evaluate(() => {
    location.hash = '#/reports'
  })
  const printed = page.getByTestId('report-preview').locator('[data-figure]').first()
  await expect(printed).toBeVisible({ timeout: 60_000 })
  return {
    id: (await printed.getAttribute('data-figure')) ?? '',
    text: (await printed.textContent()) ?? '',
  }
}

test('a click on a printed figure leads to its rows, which sum to it, and to the ledger with the same ones', async ({
  dashboard,
  page,
}) => {
  await dashboard.settled()
  const { id, text } = await firstFigure(page)
  await page.getByTestId('report-preview').locator('[data-figure]').first().click()
  await expect(page).toHaveURL(new RegExp(`/figure/${id}`))
  await expect(page.getByTestId('figure')).toContainText('As it was printed.')
  const total = page.getByRole('row', { name: /^All [\d,]+ rows/ })
  expect(decimal((await total.getByRole('cell').last().textContent()) ?? '')).toBe(decimal(text))
  const rows = page.getByRole('table', { name: 'Rows' }).getByRole('row')
  await rows.nth(1).press('Enter')
  const first = (await page.getByTestId('raw').textContent()) ?? ''
  await rows.nth(2).press('Enter')
  await expect(page.getByTestId('raw')).not.toHaveText(first)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('raw')).toHaveCount(0)
  await page.getByRole('button', { name: 'Show in the ledger' }).click()
  const { sum } = await dashboard.ledgerFigures()
  expect(decimal(sum).replace('-', '')).toBe(decimal(text).replace('-', ''))
})

test('the palette takes a figure’s number; one that is none, or of no report, says so', async ({
  dashboard,
  page,
}) => {
  await dashboard.settled()
  const { id } = await firstFigure(page)
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Find a page' }).fill(id.toLowerCase().replaceAll('-', ' '))
  await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option').first()).toContainText(id)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('figure')).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#/figure/F-0000-0000-0000'
  })
  await expect(page.getByText('No report that is kept here has a figure')).toBeVisible()
})

test('is clean to axe, light and dark, and does not scroll sideways in a small window', async ({
  dashboard,
  page,
}) => {
  await dashboard.settled()
  await page.setViewportSize({ width: 1024, height: 680 })
  const { id } = await firstFigure(page)
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.evaluate(hash => {
      location.hash = hash
    }, `#/figure/${id}`)
    await page.getByRole('table', { name: 'Rows' }).getByRole('row').nth(1).press('Enter')
    await expect(page.getByTestId('raw')).toBeVisible()
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024)
    await page.keyboard.press('Escape')
  }
})
