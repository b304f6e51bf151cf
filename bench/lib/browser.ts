import { chromium, type Browser, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import { copyFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromiumPath } from '../../e2e/chromium.ts'
import { makeHome, OUT, PROJECT, removeHome, startLoopback, type Home } from '../../e2e/farthing.ts'
import { ImportPage } from '../../e2e/pages/import.ts'
import { cacheFolder, csvOf, makeLedger } from './ledger.ts'

/** The bench's own password, of the page object too: the workspace holds generated data only. */
export const PASSWORD = 'correct horse battery'

export interface Program {
  page: Page
  home: Home
  origin: string
  close(): Promise<void>
}

/** The built program on the loopback host, seen in a real Chromium. */
export async function startProgram(env: Record<string, string> = {}, args: string[] = []): Promise<Program> {
  if (!existsSync(join(PROJECT, OUT, 'main', 'loopback.js')))
    throw new Error(`There is no built program in ${OUT}/: run npm run build first.`)
  const home = await makeHome()
  Object.assign(home.env, env)
  const host = await startLoopback(home, args)
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run'],
  })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  await page.goto(host.launchUrl)
  return {
    page,
    home,
    origin: host.origin,
    async close() {
      await browser.close()
      await host.stop()
      await removeHome(home)
    },
  }
}

export const benchCsv = (rows: number): Promise<string> => csvOf(makeLedger(rows))

export const emptyWorkspace = (page: Page): Promise<void> =>
  new ImportPage(page).makeWorkspace('Bench', 'General ledger')

/** Takes the CSV through the wizard of an empty workspace, from the choice of the file up to the proof. */
export async function importByHand(page: Page, csv: string): Promise<void> {
  const imports = new ImportPage(page)
  await imports.choose(csv)
  const patient = { timeout: 600_000 }
  await imports.step('Columns').or(imports.step('Preview')).waitFor(patient)
  if (await imports.step('Columns').isVisible()) await imports.toPreview.click(patient)
  await imports.load.click(patient)
  await imports.step('Proof').waitFor(patient)
}

/** A workspace with so many real entries, made once through the program itself; `--workspace` opens it with PASSWORD. */
export async function importedWorkspace(rows: number): Promise<string> {
  const name = `imported-${rows}-v1`
  const path = join(cacheFolder(), `${name}.farthing`)
  if (existsSync(path)) return path
  const csv = await benchCsv(rows)
  const program = await startProgram()
  const { workspaces } = program.home
  await emptyWorkspace(program.page)
  await importByHand(program.page, csv)
  // The key's slots lie beside the file; both are copied while nothing is being written.
  await program.page.evaluate(() => new Promise(resolve => setTimeout(resolve, 2000)))
  for (const file of await readdir(workspaces)) {
    const suffix = /\.farthing(-keys|-wal)?$/.exec(file)?.[0]
    if (suffix && suffix !== '.farthing')
      await copyFile(join(workspaces, file), path.replace('.farthing', suffix))
  }
  const main = (await readdir(workspaces)).find(file => file.endsWith('.farthing')) as string
  await copyFile(join(workspaces, main), path)
  await program.close()
  return path
}
