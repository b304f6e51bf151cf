import { expect, onElectron, test } from './fixtures.ts'
import type { Loopback } from './farthing.ts'
import { chooseTheme } from './pages/start.ts'

test.skip(onElectron, 'it holds back an answer on the WebSocket of the loopback host')

test('a theme chosen while the program still starts stays', async ({ browser, home, host }) => {
  void home
  // The page's first read of the preferences is answered late, with what was kept before the choice.
  const page = await browser.newPage()
  const held: (() => void)[] = []
  const asked = new Set<string>()
  await page.routeWebSocket(/\/rpc$/u, socket => {
    const server = socket.connectToServer()
    socket.onMessage(message => {
      const call = /"i":"?(\w+).*settings\/get/u.exec(String(message))
      if (call?.[1]) asked.add(call[1])
      server.send(message)
    })
    server.onMessage(message => {
      const reply = /"i":"?(\w+)/u.exec(String(message))?.[1]
      if (reply !== undefined && asked.delete(reply)) held.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  await page.goto((host as Loopback).launchUrl)
  await expect.poll(() => held.length).toBe(1)
  await chooseTheme(page, 'High contrast')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  for (const release of held) release()
  // A reply to a later call shows that the released one has come.
  await page.getByRole('button', { name: 'Appearance' }).click()
  await expect(page.getByRole('menuitemradio', { name: 'High contrast' })).toBeChecked()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await page.close()
})
