import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import type { Page } from '@playwright/test'
import { ImportPage } from '../e2e/pages/import.ts'
import { startProgram } from './lib/browser.ts'
import { report, round } from './lib/report.ts'
import { statementFiles } from './lib/statement.ts'

const BAR_SECONDS = 5
const PATIENT = { timeout: 300_000 }

/** Milliseconds from the drop to each stage. */
interface Stages {
  preview: number
  loaded: number
  entries: number
}

/**
 * A bank's CSV of 10 MB, dragged from the desktop and dropped on the import page of a workspace in Chromium, until its entries stand on
 * the screen: taken in, read and judged, shown, loaded, opened. The clicks in between are made as soon as they can be. The first file's
 * columns are confirmed; the next ones are known.
 */
async function dropToScreen(megabytes: number, rounds: number): Promise<void> {
  const text = readFileSync(statementFiles(Math.ceil((megabytes * 1e6) / 58.9)).csv, 'utf8')
  const rows = text.split('\n').length - 2
  const program = await startProgram()
  try {
    const { page } = program
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await new ImportPage(page).makeWorkspace('Household', 'Personal')
    const all: Stages[] = []
    for (let i = 0; i < rounds; i++) {
      // Other movements each time, or they would be duplicates.
      all.push(await dropped(page, text.replaceAll('Card payment', `Card payment ${i}`), i))
      await new ImportPage(page).open()
      const another = page.getByRole('button', { name: 'Import another file' })
      if (await another.isVisible()) await another.click()
    }
    const seconds = (stage: keyof Stages, of: readonly Stages[]): number[] =>
      of.map(one => round(one[stage] / 1000))
    const later = seconds('entries', all.slice(1)).toSorted((a, b) => a - b)
    const median = later[Math.floor((later.length - 1) / 2)] ?? NaN
    report('drop-to-screen', median <= BAR_SECONDS, {
      what: 'a bank’s CSV dropped on the page until its entries are on the screen',
      bytes: Buffer.byteLength(text),
      rows,
      unit: 's',
      median,
      first: seconds('entries', all)[0],
      preview: seconds('preview', all),
      loaded: seconds('loaded', all),
      entries: seconds('entries', all),
      // Means something on a quiet machine only.
      loadAverage: loadavg().map(load => round(load)),
      cores: availableParallelism(),
      bar: BAR_SECONDS,
    })
  } finally {
    await program.close()
  }
}

async function dropped(page: Page, text: string, number: number): Promise<Stages> {
  const imports = new ImportPage(page)
  // What the desktop hands over: the file is in the page before the clock starts.
  const dataTransfer = await page.evaluateHandle(
    ([content, name]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], name, { type: 'text/csv' }))
      return transfer
    },
    [text, `bank-${number}.csv`] as const,
  )
  const start = performance.now()
  const since = (): number => performance.now() - start
  await page.getByTestId('file-input').locator('..').dispatchEvent('drop', { dataTransfer })
  await imports.step('Columns').or(imports.step('Preview')).waitFor(PATIENT)
  if (await imports.step('Columns').isVisible()) await imports.toPreview.click(PATIENT)
  await imports.load.waitFor(PATIENT)
  const preview = since()
  await imports.load.click(PATIENT)
  await imports.step('Proof').waitFor(PATIENT)
  const loaded = since()
  await page.getByRole('button', { name: 'Open these entries' }).click(PATIENT)
  // The first row's text stands in the grid, and the count is this file's.
  const grid = page.getByRole('grid', { name: 'Entries' })
  await grid.getByText('Card payment').first().waitFor(PATIENT)
  const entries = since()
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
  await dataTransfer.dispose()
  return { preview, loaded, entries }
}

const [megabytes = 10, rounds = 4] = process.argv.slice(3).map(Number)
await dropToScreen(megabytes, rounds)
