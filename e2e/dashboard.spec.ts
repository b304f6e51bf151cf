import { readFile } from 'node:fs/promises'
import { decimal, pence, test } from './pages/dashboard.ts'
import { expect } from './fixtures.ts'
import { LedgerPage } from './pages/ledger.ts'
import { violations } from './pages/start.ts'

test.describe('the company', () => {
  test.use({ kind: 'company' })
  const YEAR = 'from=2025-04-01&to=2026-03-31&vs=previous-year'
  const IN_YEAR = ['--from', '2025-04-01', '--to', '2026-03-31', '--where', 'flow=expense']

  test('its figures are those of the oracle, and the printed column adds up to the printed total', async ({
    dashboard,
    sample,
  }) => {
    const all = await sample.query('--measure', 'sum,count', '--where', 'flow=expense')
    expect(decimal(await dashboard.total.innerText())).toBe(all.totals['sum'])

    await dashboard.show(YEAR)
    const year = await sample.query('--measure', 'sum', '--by', 'account', ...IN_YEAR)
    expect(decimal(await dashboard.total.innerText())).toBe(year.totals['sum'])
    const table = dashboard.panel('Where it goes').getByRole('table')
    const printed = (await table.locator('tbody td:nth-child(3)').allInnerTexts()).map(
      t => pence(decimal(t)) / 100n,
    )
    const total = pence(decimal(await table.locator('tfoot button').innerText())) / 100n
    expect(printed.reduce((a, b) => a + b, 0n)).toBe(total)
    const largest = year.rows.map(row => pence(row[1])).toSorted((a, b) => (a < b ? 1 : -1))
    for (const [i, pounds] of printed.slice(0, -1).entries()) {
      const off = pounds * 100n - (largest[i] as bigint)
      expect(off > -100n && off < 100n, `row ${i + 1} is its exact sum to the pound`).toBe(true)
    }
  })

  test('each figure opens the rows that sum to it', async ({ dashboard, page, sample }) => {
    await dashboard.show(YEAR)
    const shown = decimal(await dashboard.total.innerText())
    await dashboard.total.click()
    const { sum, count } = await dashboard.ledgerFigures()
    expect(decimal(sum)).toBe(shown)
    const year = await sample.query('--measure', 'count', ...IN_YEAR)
    expect(count.replace(/\D/g, '')).toBe(String(year.totals['count']))

    await page.goBack()
    await dashboard.settled()
    const row = dashboard.panel('Where it goes').getByRole('row', { name: /Repairs contractors/ })
    const full = (await row.getByRole('button').last().getAttribute('title')) ?? ''
    await row.getByRole('button').last().click()
    expect(decimal((await dashboard.ledgerFigures()).sum)).toBe(decimal(full))

    await page.goBack()
    await dashboard.settled()
    const rest = dashboard
      .panel('Where it goes')
      .getByRole('row', { name: /others/ })
      .getByRole('button')
    const others = (await rest.getAttribute('title')) ?? ''
    await rest.click()
    expect(decimal((await dashboard.ledgerFigures()).sum)).toBe(decimal(others))
  })

  test('a click filters everything, a second goes down to the entry and its source line, Escape goes up', async ({
    dashboard,
    page,
    sample,
  }) => {
    await dashboard.show(YEAR)
    await page.getByRole('button', { name: /Break down by/ }).click()
    await page.getByRole('menuitemradio', { name: 'Directorate', exact: true }).click()
    // Until the answer comes the accounts stand there, dimmed.
    await expect(dashboard.panel('Where it goes').getByRole('columnheader').first()).toHaveText('Directorate')
    const first = dashboard.panel('Where it goes').locator('tbody th button').first()
    const directorate = await first.innerText()
    await first.click()
    await expect(page).toHaveURL(/m\.directorate=/)
    await dashboard.settled()
    const key = new URL(page.url().replace('#/', '')).searchParams.get('m.directorate') ?? ''
    const filtered = await sample.query('--measure', 'sum', '--where', `directorate=${key}`, ...IN_YEAR)
    await expect(async () => {
      expect(decimal(await dashboard.total.innerText())).toBe(filtered.totals['sum'])
    }).toPass()

    await first.click()
    await expect(dashboard.crumbs()).toContainText(directorate)
    await dashboard.settled()
    await expect(dashboard.panel('Where it goes').getByRole('columnheader').first()).toHaveText('Cost centre')
    await page.keyboard.press('Escape')
    await expect(dashboard.crumbs()).toHaveCount(0)

    await dashboard.settled()
    await dashboard.chart('Expenditure by month').focus()
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/ledger/)
    const ledger = new LedgerPage(page)
    await (await ledger.loaded(1)).click()
    await ledger.grid.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: /^Entry \d+$/ })).toBeVisible()
    await expect(page.getByTestId('source-line')).toContainText('2026-')
  })

  test('time is drilled from years to entries, by the fiscal calendar, and the path leads back', async ({
    dashboard,
    page,
    sample,
  }) => {
    await dashboard.show('vs=previous-year')
    const steps = page.getByRole('radiogroup', { name: 'Steps of time' })
    await steps.getByText('Year', { exact: true }).click()
    const down = async (by: string, first: string): Promise<void> => {
      const chart = dashboard.chart(`Expenditure by ${by}`)
      await expect(chart).toBeVisible()
      await dashboard.settled()
      await chart.focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('Home')
      await expect(chart).toContainText(first)
      await page.keyboard.press('Shift+Enter')
    }
    await down('year', 'FY 2023/24')
    await expect(page).toHaveURL(/from=2023-04-01&to=2024-03-31/)
    await down('quarter', 'Q1, FY 2023/24')
    await expect(page).toHaveURL(/from=2023-04-01&to=2023-06-30/)
    await down('month', 'April 2023')
    await expect(page).toHaveURL(/from=2023-04-01&to=2023-04-30/)
    await expect(dashboard.chart('Expenditure by day')).toBeVisible()
    await dashboard.settled()
    await expect(dashboard.crumbs()).toHaveText(/FY 2023\/24.*Q1, FY 2023\/24.*April 2023/)

    await dashboard.chart('Expenditure by day').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+Enter')
    await dashboard.settled()
    const day = new URL(page.url().replace('#/', '')).searchParams.get('from') ?? ''
    await dashboard.chart('Expenditure by day').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+Enter')
    const of = await sample.query('--measure', 'sum', '--from', day, '--to', day, '--where', 'flow=expense')
    expect(decimal((await dashboard.ledgerFigures()).sum)).toBe(of.totals['sum'])

    await page.goBack()
    await dashboard.settled()
    await dashboard.crumbs().getByRole('button', { name: 'FY 2023/24', exact: true }).click()
    await expect(dashboard.chart('Expenditure by quarter')).toBeVisible()
  })

  test('charts stay drawn through a resize and through every theme', async ({ dashboard, page }) => {
    await dashboard.show(YEAR)
    // Pixels of the canvas that are not empty.
    const ink = (): Promise<number> =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('[data-chart] canvas')
        if (!canvas || canvas.width === 0) return 0
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', {
          willReadFrequently: true,
        })
        copy?.drawImage(canvas, 0, 0)
        const data = copy?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
        let filled = 0
        for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) filled += 1
        return filled
      })
    for (const [width, height] of [
      [1024, 680],
      [1440, 900],
      [1180, 700],
    ] as const) {
      await page.setViewportSize({ width, height })
      await expect.poll(ink).toBeGreaterThan(500)
    }
    for (const theme of ['Dark', 'High contrast', 'Light']) {
      await page.getByRole('button', { name: 'Appearance' }).click()
      await page.getByRole('menuitemradio', { name: theme, exact: true }).click()
      await dashboard.settled()
      await expect.poll(ink).toBeGreaterThan(500)
      await expect(dashboard.total).toBeVisible()
    }
  })

  test('marks one page in the navigation', async ({ page }) => {
    const marked = page.getByRole('navigation', { name: 'Pages' }).locator('[aria-current=page]')
    await expect(marked).toHaveText('Dashboard')
    await page.getByRole('link', { name: 'Import history' }).click()
    await expect(marked).toHaveText('Import history')
  })

  test('time is drilled by keys: month, day, entries', async ({ dashboard, page, sample }) => {
    await dashboard.show(YEAR)
    await dashboard.chart('Expenditure by month').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Home')
    await expect(dashboard.chart('Expenditure by month')).toContainText('April 2025')
    await page.keyboard.press('Shift+Enter')
    await expect(page).toHaveURL(/from=2025-04-01&to=2025-04-30/)
    await dashboard.settled()
    await expect(dashboard.chart('Expenditure by day')).toBeVisible()
    await expect(dashboard.crumbs()).toContainText('April 2025')

    await dashboard.chart('Expenditure by day').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const day = new URL(page.url().replace('#/', '')).searchParams.get('from') ?? ''
    const of = await sample.query('--measure', 'sum', '--from', day, '--to', day, '--where', 'flow=expense')
    expect(decimal((await dashboard.ledgerFigures()).sum)).toBe(decimal(String(of.totals['sum'] ?? '0')))
  })

  test('a chart is also a table, a picture and data', async ({ dashboard, page, sample }) => {
    await dashboard.show(YEAR)
    const title = 'Expenditure by month'
    await dashboard.menu(title, 'Show as table')
    const table = dashboard.panel(title).getByRole('table')
    await expect(table.getByRole('row')).toHaveCount(13)
    const months = await sample.query('--measure', 'sum', '--by', 'month', ...IN_YEAR)
    const shown = await table.locator('tbody tr td:nth-child(2)').allInnerTexts()
    expect(shown.map(decimal)).toEqual(months.rows.map(row => row[1]))

    const save = async (item: string): Promise<{ name: string; body: Buffer }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), dashboard.menu(title, item)])
      return { name: download.suggestedFilename(), body: await readFile(await download.path()) }
    }
    const csv = await save('Save data as CSV')
    expect(csv.name).toBe(`${title}.csv`)
    const lines = csv.body.toString('utf8').replace('\uFEFF', '').trim().split('\r\n')
    expect(lines.slice(1).map(line => line.split(',').slice(0, 2))).toEqual(
      months.rows.map(row => row.slice(0, 2)),
    )

    await dashboard.menu(title, 'Show as chart')
    await dashboard.settled()
    const png = await save('Save as PNG')
    expect(png.body.subarray(1, 4).toString()).toBe('PNG')
    expect(png.body.length).toBeGreaterThan(10_000)
    const svg = await save('Save as SVG')
    expect(svg.body.toString()).toMatch(/<svg[^]*Expenditure by month[^]*<\/svg>/)
  })

  for (const theme of ['light', 'dark'] as const) {
    test(`has nothing for axe to object to, ${theme}`, async ({ dashboard, page }) => {
      await page.emulateMedia({ colorScheme: theme })
      await dashboard.show(YEAR)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      expect(await violations(page)).toEqual([])
    })
  }

  test('says why there is nothing, and one thing to do', async ({ dashboard, page }) => {
    await page.evaluate(() => {
      location.hash = '#/dashboard?from=1999-01-01&to=1999-12-31'
    })
    await expect(page.getByText('No entries in this selection')).toBeVisible()
    await page.getByRole('button', { name: 'Remove all filters' }).click()
    await dashboard.settled()
    await expect(dashboard.total).toBeVisible()
  })
})

test.describe('the household', () => {
  test.use({ kind: 'household' })

  test('spends what its accounts lost to expenses, transfers aside', async ({ dashboard, sample }) => {
    await expect(dashboard.page.getByRole('heading', { level: 1 })).toHaveText('Overview')
    const spent = await sample.query('--measure', 'sum', '--where', 'flow=expense')
    const income = await sample.query('--measure', 'sum', '--where', 'flow=income')
    expect(pence(decimal(await dashboard.total.innerText()))).toBe(-pence(spent.totals['sum']))
    const left = pence(income.totals['sum']) + pence(spent.totals['sum'])
    const pounds = ((left < 0n ? left - 50n : left + 50n) / 100n).toLocaleString('en-GB')
    await expect(dashboard.page.getByTestId('kpis')).toContainText(pounds)
  })
})
