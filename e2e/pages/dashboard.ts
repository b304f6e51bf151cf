import { expect, type Locator, type Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeHome, nodePath, OUT, PROJECT, removeHome, type Home } from '../farthing.ts'
import { test as base } from '../fixtures.ts'

const run = promisify(execFile)
const PASSWORD = 'only for this test'
const FILE = 'sample.farthing'

/** What the command line answers: amounts as decimal strings. */
export interface Answer {
  columns: string[]
  rows: (string | number | null)[][]
  totals: Record<string, string | number>
}

/** A sample made once a worker, and the command line on it: the oracle that the page's figures are held against. */
export interface Sample {
  query(...args: string[]): Promise<Answer>
  copyTo(folder: string): Promise<void>
}

/** `documents`: 1,500 documents of two lines that balance, over 500 days; a small general ledger that one knows by heart. */
type Kind = 'company' | 'household' | 'documents'

interface Fixtures {
  /** Which sample the test stands in. */
  kind: Kind
  sample: Sample
  dashboard: DashboardPage
}

/** Playwright's test with the page standing in the dashboard of a sample. A sample is made when a worker first needs it. */
export const test = base.extend<Fixtures, { makeSample: (kind: Kind) => Promise<Sample> }>({
  kind: ['company', { option: true }],

  makeSample: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs off its first parameter
    async ({}, use) => {
      const made = new Map<Kind, Promise<Sample>>()
      const homes: Home[] = []
      await use(kind => {
        const known = made.get(kind) ?? make(kind, homes)
        made.set(kind, known)
        return known
      })
      for (const home of homes) await removeHome(home)
    },
    { scope: 'worker' },
  ],

  sample: [async ({ makeSample, kind }, use) => use(await makeSample(kind)), { timeout: 180_000 }],

  // The password is in the environment, as for the command line: what the start page asks is another spec's matter.
  home: async ({ sample }, use) => {
    const home = await makeHome()
    await sample.copyTo(home.workspaces)
    await use({ ...home, env: { ...home.env, FARTHING_PASSWORD: PASSWORD } })
    await removeHome(home)
  },

  hostArgs: async ({ home }, use) => use(['--workspace', join(home.workspaces, FILE)]),

  dashboard: async ({ page }, use) => {
    const dashboard = new DashboardPage(page)
    await dashboard.settled()
    await use(dashboard)
  },
})

async function make(kind: Kind, homes: Home[]): Promise<Sample> {
  const home = await makeHome()
  homes.push(home)
  const path = join(home.workspaces, FILE)
  const cli = async (...args: string[]): Promise<string> => {
    const program = join(PROJECT, OUT, 'main', 'cli.js')
    const { stdout } = await run(nodePath(), [program, ...args, '--workspace', path, '--json'], {
      env: { ...home.env, FARTHING_PASSWORD: PASSWORD },
      maxBuffer: 64 << 20,
    })
    return stdout
  }
  if (kind === 'documents') {
    const csv = join(home.folder, 'general-ledger.csv')
    await writeFile(csv, documents())
    await cli('create', '--profile', 'ledger', '--currency', 'GBP')
    await cli('import', csv)
  } else await cli('sample', kind)
  return {
    query: async (...args) => JSON.parse(await cli('query', ...args, '--engine', 'sqlite')) as Answer,
    copyTo: async folder => {
      for (const part of ['', '-keys']) await copyFile(path + part, join(folder, FILE + part))
    },
  }
}

function documents(): string {
  const lines = [
    'posting_date,document_number,general_ledger_account_number,general_ledger_account_name,supplier,text,amount',
  ]
  for (let n = 0; n < 1500; n++) {
    const day = new Date(Date.UTC(2024, 0, 1 + (n % 500))).toISOString().slice(0, 10)
    const amount = `${100 + n}.25`
    const document = 1_900_000_000 + n
    lines.push(`${day},${document},7200,Repairs contractors,Brightwell Contractors Ltd,Roof ${n},${amount}`)
    lines.push(`${day},${document},2100,Trade creditors,Brightwell Contractors Ltd,Roof ${n},-${amount}`)
  }
  return lines.join('\n')
}

/** The dashboard as its reader meets it: figures by their label, charts by their title. */
export class DashboardPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** All figures are there and all charts are drawn, none of them of an older filter. */
  async settled(): Promise<void> {
    await expect(this.page.getByTestId('kpis')).toBeVisible({ timeout: 30_000 })
    await expect(this.page.locator('[data-chart=waiting]')).toHaveCount(0)
    await expect(this.page.locator('.stale')).toHaveCount(0)
  }

  async show(search: string): Promise<void> {
    await this.page.evaluate(hash => {
      location.hash = hash
    }, `#/dashboard?${search}`)
    await expect(this.page).toHaveURL(new RegExp(search.replace(/[.?*+^$[\]\\(){}|]/g, '\\$&')))
    await this.settled()
  }

  get total(): Locator {
    return this.page.getByTestId('kpis').getByRole('button').first()
  }

  panel(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true }).first()
  }

  /** The chart that takes the keys. */
  chart(title: string): Locator {
    return this.page.getByRole('group', { name: title, exact: true })
  }

  async menu(title: string, item: string): Promise<void> {
    await this.page.getByRole('button', { name: `Show or save: ${title}` }).click()
    await this.page.getByRole('menuitem', { name: item }).click()
  }

  crumbs(): Locator {
    return this.page.getByRole('navigation', { name: 'Drill-down' })
  }

  /** The sum and the count that the ledger's status bar shows for the rows behind a door. */
  async ledgerFigures(): Promise<{ sum: string; count: string }> {
    await expect(this.page).toHaveURL(/#\/ledger/)
    const figure = (id: string): Locator => this.page.locator(`[data-figure=${id}]`)
    await expect(figure('sum')).toBeVisible({ timeout: 30_000 })
    return { sum: await figure('sum').innerText(), count: await figure('count').innerText() }
  }
}

/** "£1,234.50" or "−1,234.50 GBP" as the exact decimal that the command line prints. */
export function decimal(text: string): string {
  return text.replace(/[^\d.\u2212-]/g, '').replace('\u2212', '-')
}

/** A decimal string in pence. */
export function pence(text: string | number | null | undefined): bigint {
  const [, sign, whole, minor = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(String(text)) ?? []
  if (whole === undefined) throw new Error(`${text} is no amount`)
  const size = BigInt(whole + minor.padEnd(2, '0'))
  return sign ? -size : size
}
