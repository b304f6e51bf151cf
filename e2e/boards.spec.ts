import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { decimal, test } from './pages/dashboard.ts'
import { violations } from './pages/start.ts'

test.use({ kind: 'company' })

const YEAR = 'from=2025-04-01&to=2026-03-31&vs=previous-year'
const IN_YEAR = ['--from', '2025-04-01', '--to', '2026-03-31', '--where', 'flow=expense']

/** Opens the menu of boards and chooses in it. */
async function choose(
  page: Page,
  item: string,
  role: 'menuitem' | 'menuitemradio' = 'menuitem',
): Promise<void> {
  await page.getByRole('button', { name: /^Boards: / }).click()
  await page.getByRole(role, { name: item, exact: true }).click()
}

/** Adds a tile by its dialog. */
async function add(page: Page, fields: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: 'Add a tile' }).click()
  const dialog = page.getByRole('dialog')
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true })
    if (await field.evaluate(element => element instanceof HTMLSelectElement)) await field.selectOption(value)
    else await field.fill(value)
  }
  await dialog.getByRole('button', { name: 'Add tile', exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

const tile = (page: Page, title: string): Locator =>
  page.getByRole('group', { name: 'Tiles being arranged' }).getByRole('region', { name: title }).first()
const placeOf = (page: Page, title: string): Promise<string> =>
  tile(page, title).evaluate(element => `${element.style.gridColumn}; ${element.style.gridRow}`)

test('a board is arranged by mouse and by keys, saved, and is there when one comes back', async ({
  dashboard,
  page,
}) => {
  await dashboard.show(YEAR)
  await choose(page, 'New empty board')
  await page.getByLabel('Name of the board').fill('Cash watch')
  await add(page, { 'What it shows': 'figure', Title: 'Spent' })
  await add(page, { 'What it shows': 'note', Title: 'To do', 'Text of the note': 'Ask about night cover' })
  await add(page, { 'What it shows': 'pie', By: 'directorate', Title: 'Shares' })

  // By keys: two columns to the right and one wider, announced as it goes.
  await tile(page, 'Spent').getByRole('button', { name: 'Move Spent', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(
    page.getByRole('status').filter({ hasText: 'Spent: column 3, row 1, 7 wide, 2 high' }),
  ).toHaveCount(1)
  expect(await placeOf(page, 'Spent')).toContain('3 / span 7')

  // By mouse: the ring to the right half, and smaller by its corner.
  const grid = page.getByRole('group', { name: 'Tiles being arranged' })
  const width = (await grid.boundingBox())?.width ?? 0
  const drag = async (handle: Locator, columns: number, rows: number): Promise<void> => {
    const box = await handle.boundingBox()
    if (!box) throw new Error('the handle is out of sight')
    const [x, y] = [box.x + 8, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + (columns * width) / 24, y + rows * 58, { steps: 6 })
    await page.mouse.up()
  }
  await drag(tile(page, 'Shares').getByRole('button', { name: 'Move Shares', exact: true }), 12, 0)
  await drag(tile(page, 'Shares').getByRole('button', { name: 'Resize Shares' }), -2, 0)
  expect(await placeOf(page, 'Shares')).toMatch(/^13 \/ span 10/)

  await page.getByRole('button', { name: 'Duplicate To do' }).click()
  await expect(page.getByRole('region', { name: 'To do' })).toHaveCount(4)
  await page.getByRole('button', { name: 'Remove To do', exact: true }).last().click()
  await page.getByRole('button', { name: 'Save board' }).click()
  await expect(page.getByRole('heading', { name: 'Cash watch' })).toBeVisible()
  await expect(page).toHaveURL(/board=1/)

  await page.reload()
  await expect(page.getByText('Ask about night cover')).toBeVisible()
  await expect(dashboard.chart('Shares')).toHaveAttribute('data-chart', 'drawn')
  await choose(page, 'Show it first')
  await dashboardHome(page)
  await expect(page.getByRole('heading', { name: 'Cash watch' })).toBeVisible()
  await choose(page, 'Management overview', 'menuitemradio')
  await dashboard.settled()
  await choose(page, 'Cash watch', 'menuitemradio')
  await choose(page, 'Delete')
  await expect(page.getByRole('heading', { name: 'Management overview' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(page.getByRole('heading', { name: 'Cash watch' })).toBeVisible()
})

/** The dashboard as the navigation opens it: without a board in the address. */
async function dashboardHome(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ledger', exact: true }).click()
  await page.getByRole('link', { name: 'Dashboard', exact: true }).click()
}

test('tiles show what their own filters and the page’s let through, filter by a click, and open rows that sum to them', async ({
  dashboard,
  page,
  sample,
}) => {
  await dashboard.show(YEAR)
  await choose(page, 'New empty board')
  await add(page, { 'What it shows': 'figure', Title: 'Spent' })
  await add(page, {
    'What it shows': 'treemap',
    By: 'directorate',
    'and within it by': 'account',
    Title: 'Map',
  })
  await add(page, { 'What it shows': 'stacked', By: 'directorate', Title: 'Stack' })
  await page.getByRole('button', { name: 'Save board' }).click()
  const figure = page.locator('[data-tile=figure]').getByRole('button').first()
  const whole = await sample.query('--measure', 'sum', ...IN_YEAR)
  await expect(figure).toHaveText(`£${Math.round(Number(whole.totals['sum'])).toLocaleString('en-GB')}`)

  // The largest directorate, by its own mark: a click filters all tiles.
  const map = dashboard.chart('Map')
  await expect(map).toHaveAttribute('data-chart', 'drawn')
  await map.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Home')
  await page.keyboard.press(' ')
  await expect(page).toHaveURL(/m\.directorate=/)
  const key = new URL(page.url().replace('#/', '')).searchParams.get('m.directorate') ?? ''
  const part = await sample.query('--measure', 'sum', '--where', `directorate=${key}`, ...IN_YEAR)
  await expect(figure).toHaveText(`£${Math.round(Number(part.totals['sum'])).toLocaleString('en-GB')}`)
  await map.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  expect(decimal((await dashboard.ledgerFigures()).sum)).toBe(part.totals['sum'])

  // The legend hides a line, and the twin table has all of them.
  await page.goBack()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  const stack = page.getByRole('region', { name: 'Stack' })
  const first = stack.getByRole('list', { name: 'Lines shown' }).getByRole('button').first()
  await first.click()
  await expect(first).toHaveAttribute('aria-pressed', 'false')
  await dashboard.menu('Stack', 'Show as table')
  await expect(stack.getByRole('table').getByRole('row')).toHaveCount(13)
})

test('filters are kept as a view and put on another page', async ({ dashboard, page }) => {
  await dashboard.show(`${YEAR}&m.flow=expense`)
  await page.getByRole('button', { name: 'Named views of filters' }).click()
  await page.getByRole('menuitem', { name: 'Save these filters …' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Spending, this year')
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByRole('button', { name: 'Named views of filters' })).toHaveText('Spending, this year')

  await page.evaluate(() => {
    location.hash = '#/explore'
  })
  await expect(page.getByRole('heading', { name: 'Explore' })).toBeVisible()
  await page.getByRole('button', { name: 'Named views of filters' }).click()
  await page.getByRole('menuitemradio', { name: 'Spending, this year' }).click()
  await expect(page).toHaveURL(/#\/explore\?.*from=2025-04-01.*m\.flow=expense/)
})

test('why: from a heatmap’s cell, and against a scenario on Explain; nothing for axe to object to', async ({
  dashboard,
  page,
}) => {
  await dashboard.show(YEAR)
  const heatmap = dashboard.chart('Cost centre by month')
  await heatmap.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('w')
  await expect(page).toHaveURL(/#\/explain\?.*m\.cost_centre=.*vs=previous-year/)
  await expect(page.getByTestId('explanation')).toBeVisible({ timeout: 30_000 })

  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('Budget')
  await expect(page).toHaveURL(/against=Budget/)
  await expect(page.getByRole('main')).toContainText('against Budget')
  await expect(page.getByRole('button', { name: /Compare with/ })).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('')
  await expect(page).not.toHaveURL(/against=/)

  await dashboard.show(YEAR)
  await choose(page, 'Arrange a copy of it')
  await add(page, { 'What it shows': 'calendar' })
  await page.setViewportSize({ width: 1024, height: 680 })
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await expect(page.locator('html')).toHaveAttribute('data-theme', scheme)
    expect(await violations(page)).toEqual([])
  }
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect(wide).toBe(false)
})
