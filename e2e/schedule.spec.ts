import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from './fixtures.ts'
import { test } from './pages/dashboard.ts'
import { expectAccessible } from './pages/start.ts'

test.use({ kind: 'household' })

test('a folder is watched: its new file is left until its columns are known, and listed', async ({
  dashboard,
  page,
  home,
}) => {
  const folder = join(home.workspaces, 'statements')
  await mkdir(folder)
  const file = join(folder, 'january.csv')
  await writeFile(file, 'When,Whom,What\n2026-01-05,Café,-3.20\n2026-01-06,Shop,-8.00\n')
  const then = new Date(Date.now() - 600_000)
  await utimes(file, then, then)

  await expect(dashboard.total).toBeVisible()
  await page.getByRole('link', { name: 'Schedules' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Schedules' })).toBeVisible()
  await expectAccessible(page, 'no jobs')
  await page.getByRole('button', { name: 'New job' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New job' })
  await dialog.getByLabel('Name').fill('Bank')
  await dialog.getByLabel('Folder (its whole path)').fill(join(folder, 'no such'))
  await dialog.getByLabel('How often').selectOption('Every day')
  await dialog.getByLabel('At', { exact: true }).fill('07:30')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('There is no folder')
  await expectAccessible(page, 'a job with a problem')
  await dialog.getByLabel('Folder (its whole path)').fill(folder)
  await dialog.getByRole('button', { name: 'Save' }).click()
  const row = page.getByRole('row', { name: /Bank/ })
  await expect(row).toContainText('Every day at 07:30')

  await row.getByRole('button', { name: 'Run now: Bank' }).click()
  await expect(row).toContainText('Needs you')
  await row.getByRole('button', { name: 'Files of: Bank' }).click()
  await expect(page.getByRole('dialog').getByRole('row', { name: /january\.csv/ })).toContainText('Left')
  await expectAccessible(page, 'the files of a folder')
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click()

  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('row', { name: /Bank/ })).toContainText('by hand')
  await expectAccessible(page, 'the history')
})
