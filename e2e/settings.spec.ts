import { dirname, join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { expectAccessible, openSample } from './pages/start.ts'

test('a workspace’s file is compacted, copied, refused a place that is taken, and moved', async ({
  page,
}) => {
  await openSample(page, 'household')
  await page.getByRole('link', { name: 'Settings' }).click()
  const place = page.getByLabel('New place')
  const here = await place.inputValue()
  await page.getByRole('button', { name: 'Compact the file' }).click()
  await expect(page.getByText(/MB before, .* MB now\./)).toBeVisible()

  const copy = join(dirname(here), 'Copy of it.farthing')
  await place.fill(copy)
  await page.getByRole('button', { name: 'Make a copy there' }).click()
  await expect(page.getByText(`Copied to ${copy}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Make a copy there' }).click()
  await expect(page.getByRole('alert')).toContainText('There is already a file')

  const moved = join(dirname(here), 'Moved.farthing')
  await place.fill(moved)
  await page.getByRole('button', { name: 'Move it there' }).click()
  await expect(page.getByText(`The workspace is now at ${moved}.`)).toBeVisible()
  await expect(place).toHaveValue(moved)
  await expectAccessible(page, 'settings with a workspace')
})
