import { expect, type Locator, type Page } from '@playwright/test'

const PASSWORD = 'correct horse battery'

/** The import wizard and the import history, as a person uses them. */
export class ImportPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Makes an empty workspace on the first-run page and keeps its recovery key; ends on the import page. */
  async makeWorkspace(name: string, profile: 'Personal' | 'General ledger'): Promise<void> {
    const { page } = this
    await page.getByRole('button', { name: /Make a workspace/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill(name)
    await dialog.getByText(profile, { exact: true }).click()
    await dialog.getByLabel('Base currency').selectOption('GBP')
    await dialog.getByLabel('Password').fill(PASSWORD)
    await dialog.getByRole('button', { name: 'Make the workspace' }).click()
    await page.getByLabel('I have kept the recovery key in a safe place').check()
    await page.getByRole('button', { name: 'Go on' }).click()
    await this.open()
  }

  async open(): Promise<void> {
    await this.goTo('/import')
    await expect(this.page.getByRole('heading', { name: 'Import', level: 1 })).toBeVisible()
  }

  async openHistory(): Promise<void> {
    await this.goTo('/import/batches')
    await expect(this.page.getByRole('heading', { name: 'Import history' })).toBeVisible()
  }

  /** A page by its address, as the address bar would. */
  async goTo(path: string): Promise<void> {
    await this.page.evaluate(to => {
      location.hash = to
    }, `#${path}`)
  }

  async choose(...files: { name: string; text: string }[] | string[]): Promise<void> {
    const input = this.page.getByTestId('file-input')
    await input.setInputFiles(
      files.map(file =>
        typeof file === 'string'
          ? file
          : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text, 'utf8') },
      ) as string[],
    )
  }

  step(name: 'File' | 'Columns' | 'Preview' | 'Proof'): Locator {
    return this.page
      .getByRole('list', { name: 'Steps of the import' })
      .locator('[aria-current=step]', { hasText: name })
  }

  get toPreview(): Locator {
    return this.page.getByRole('button', { name: 'Preview', exact: true }).last()
  }

  get load(): Locator {
    return this.page.getByRole('button', { name: /^(Load [\d,]+ rows?|Record the file, load nothing)$/ })
  }

  /** read, loaded, duplicate, rejected, ignored as the page shows them. */
  async counts(): Promise<Record<string, number>> {
    const parts = this.page.locator('[data-count]')
    await expect(parts).toHaveCount(5)
    return Object.fromEntries(
      await parts.evaluateAll(found =>
        found.map(part => [
          part.getAttribute('data-count') as string,
          Number((part.querySelector('dd')?.textContent ?? '').replaceAll(',', '')),
        ]),
      ),
    ) as Record<string, number>
  }

  /** From a chosen file to its proof, whatever steps its shape needs. */
  async loadChosen(): Promise<void> {
    await expect(this.step('Columns').or(this.step('Preview'))).toBeVisible({ timeout: 30_000 })
    if (await this.step('Columns').isVisible()) await this.toPreview.click()
    await expect(this.step('Preview')).toBeVisible()
    await this.load.click()
    await expect(this.step('Proof')).toBeVisible({ timeout: 60_000 })
  }

  get sum(): Locator {
    return this.page.getByTestId('batch-sum')
  }
}
