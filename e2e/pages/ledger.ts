import { expect, type Locator, type Page } from '@playwright/test'

/** The ledger's table and an entry's page. */
export class LedgerPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open(search = ''): Promise<void> {
    await this.page.evaluate(to => {
      location.hash = to
    }, `#/ledger${search}`)
    await expect(this.page.getByRole('heading', { name: 'Ledger', level: 1 })).toBeVisible()
    await expect(this.row(0)).toBeVisible()
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Entries' })
  }

  /** A line of the table, counted from 0: an entry, or the head of a day. */
  row(slot: number): Locator {
    return this.grid.locator(`[data-slot="${slot}"]`)
  }

  /** A line with its entry loaded. */
  async loaded(slot: number): Promise<Locator> {
    const row = this.row(slot)
    await expect(row).toBeVisible()
    await expect(row).not.toHaveAttribute('aria-busy', 'true')
    return row
  }

  /** A figure of the status bar: count, sum, debits, credits, average. */
  figure(name: 'count' | 'sum' | 'debits' | 'credits' | 'average'): Locator {
    return this.page.locator(`[data-figure="${name}"]`)
  }

  get inspector(): Locator {
    return this.page.getByRole('complementary', { name: 'Entry' })
  }
}
