import type { Page } from '@playwright/test'
import { decimal, test } from './pages/dashboard.ts'
import { expect } from './fixtures.ts'
import { violations } from './pages/start.ts'

/** Goes to the page with these parameters and waits for the answer. */
async function show(page: Page, search = ''): Promise<void> {
  await page.evaluate(
    hash => {
      location.hash = hash
    },
    `#/forecast${search ? `?${search}` : ''}`,
  )
  await settled(page)
}

async function settled(page: Page): Promise<void> {
  const sheet = page.getByTestId('forecast')
  await expect(sheet).toBeVisible({ timeout: 60_000 })
  await expect(sheet).not.toHaveAttribute('aria-busy', 'true', { timeout: 60_000 })
}

test.describe('the company', () => {
  test.use({ kind: 'company' })

  test('the known steps are those of the oracle, and parts sum to the expected total', async ({
    dashboard,
    page,
    sample,
  }) => {
    await expect(dashboard.total).toBeVisible()
    await show(page, 'by=cost_centre')
    const table = page.getByRole('table', { name: 'By cost centre' })
    const column = async (n: number): Promise<number[]> =>
      (await table.locator(`tbody td:nth-child(${n})`).allInnerTexts()).map(text => Number(decimal(text)))
    const expected = await column(3)
    const total = expected.pop() ?? 0
    // Printed in whole pounds: each may be half a pound off.
    expect(Math.abs(expected.reduce((a, b) => a + b, 0) - total)).toBeLessThanOrEqual(expected.length)

    await page.getByRole('button', { name: /Show or save: Total/ }).click()
    await page.getByRole('menuitem', { name: 'Show as table' }).click()
    const twin = page.getByRole('region', { name: 'Total' }).getByRole('table').first()
    const march = await sample.query(
      '--measure',
      'sum',
      '--where',
      'flow=expense',
      '--from',
      '2026-03-01',
      '--to',
      '2026-03-31',
    )
    const row = twin.getByRole('row', { name: /March 2026/ })
    expect(decimal(await row.getByRole('cell').first().innerText())).toBe(march.totals['sum'])
    await expect(twin.getByRole('row', { name: /April 2026/ })).toContainText('no data')
  })

  test('a click on a known step opens its rows, by keyboard too', async ({ dashboard, page }) => {
    await expect(dashboard.total).toBeVisible()
    await show(page)
    const chart = page.getByRole('group', { name: 'Total' })
    await chart.focus()
    // The first key goes to the last step, which is to come: it has no rows but a reason.
    await page.keyboard.press('Home')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    const why = page.getByRole('dialog', { name: /^Why .*Total/ })
    await expect(why.getByRole('row', { name: /^Level: mean of the last 12 steps/ })).toBeVisible()
    await expect(why.getByRole('row', { name: /^Expected/ })).toBeVisible()
    await expect(why.getByText(/^80 %: from .* wide\.$/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(why).toBeHidden()
    await chart.focus()
    // Without the focus the chart has forgotten its step: the first key goes to the last one again.
    await page.keyboard.press('Home')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/ledger/)
    await expect(page).toHaveURL(/is.flow=expense|flow=expense/)
  })

  test('a run is kept, compared, promoted and written; the dashboard stays as it was', async ({
    dashboard,
    page,
  }) => {
    const before = await dashboard.total.innerText()
    await show(page, 'method=ets&ahead=3')
    await page.getByRole('button', { name: 'Keep this run' }).click()
    await expect(page.getByRole('row', { name: /live.*Exponential/ })).toBeVisible({ timeout: 30_000 })
    await show(page, 'method=theta&ahead=3')
    await page.getByRole('button', { name: 'Keep this run' }).click()
    const second = page.getByRole('row', { name: /challenger.*Theta/ })
    await second.getByRole('button', { name: /Make live/ }).click()
    await expect(page.getByRole('row', { name: /live.*Theta/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /archived.*Exponential/ })).toBeVisible()
    for (const run of await page.getByRole('checkbox', { name: /^Compare run/ }).all()) await run.check()
    const compared = page.getByRole('table', { name: 'Two runs compared' })
    await expect(compared.getByRole('row', { name: /^MASE .* Run \d+$/ })).toBeVisible()
    await expect(page.getByRole('group', { name: 'Both runs over what was known: totals' })).toBeVisible()
    for (const run of await page.getByRole('checkbox', { name: /^Compare run/ }).all()) await run.uncheck()
    await page
      .getByRole('row', { name: /live.*Theta/ })
      .getByRole('button', { name: /Write entries/ })
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Write entries' }).click()
    await expect(page.getByText('3 entries written to scenario Forecast.')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('row', { name: /in batch/ })).toBeVisible()
    await page
      .getByRole('link', { name: 'Overview' })
      .or(page.getByRole('link', { name: 'Dashboard' }))
      .first()
      .click()
    await dashboard.settled()
    expect(await dashboard.total.innerText()).toBe(before)
  })
})

test.describe('the household', () => {
  test.use({ kind: 'household' })

  test('short histories and no entries are sentences', async ({ dashboard, page }) => {
    await expect(dashboard.total).toBeVisible()
    await show(page, 'from=2025-10-01&to=2025-12-31')
    await expect(page.getByText(/The history is short: 3 values/)).toBeVisible()
    await show(page, 'from=2025-12-01&to=2025-12-31')
    await expect(page.getByText(/There is one value only/)).toBeVisible()
    await page.evaluate(() => {
      location.hash = '#/forecast?q=zzzzqqqq'
    })
    await expect(page.getByRole('heading', { name: 'Nothing to forecast from' })).toBeVisible({
      timeout: 30_000,
    })
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await settled(page)
  })

  test('is accessible, fits 1024 pixels, and speaks German', async ({ dashboard, page }) => {
    await expect(dashboard.total).toBeVisible()
    await page.setViewportSize({ width: 1024, height: 680 })
    await show(page, 'by=category&method=arima')
    expect(await violations(page)).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    await page.evaluate(() => {
      location.hash = '#/settings'
    })
    await page.getByLabel('Language').selectOption('de')
    await show(page, 'by=category')
    await expect(page.getByRole('heading', { name: 'Prognose' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Wie weit ihr zu trauen ist' })).toBeVisible()
  })
})
