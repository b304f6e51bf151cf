import { expect, it } from 'vitest'
import { onAddressAhead, tellAhead } from './address-ahead.ts'

const at = (pathname: string, from: string) => ({
  pathname,
  search: { from },
  href: `${pathname}?from=${from}`,
})

/** Ends when every promise has been kept, and before anything else. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

/** What happens when the address changes from one to another, in its order. */
async function change(before: ReturnType<typeof at>, next: ReturnType<typeof at>): Promise<string[]> {
  const events: string[] = []
  const router = {
    latestLocation: before,
    state: { location: before },
    updateLatestLocation: () => {
      router.latestLocation = next
    },
    load: async (): Promise<void> => void events.push('drawn'),
  }
  tellAhead(router as never)
  const stop = onAddressAhead(search => {
    events.push(`asked ${String(search['from'])}`)
    // What is asked goes through a few promises until it is sent.
    void (async () => {
      for (let i = 0; i < 20; i += 1) await Promise.resolve()
      events.push('sent')
    })()
  })
  setImmediate(() => events.push('next key'))
  const loaded = router.load()
  events.push(`latest ${router.latestLocation.href}`)
  await loaded
  await turn()
  stop()
  return events
}

it('sends what the next address asks before the page is drawn for it, and draws it before a next key', async () => {
  expect(await change(at('/dashboard', '2024-01-01'), at('/dashboard', '2024-02-01'))).toEqual([
    'asked 2024-02-01',
    'latest /dashboard?from=2024-02-01',
    'sent',
    'drawn',
    'next key',
  ])
})

it('asks nothing for another page, or for the address that is shown', async () => {
  const here = at('/dashboard', '2024-01-01')
  expect(await change(here, at('/ledger', '2024-02-01'))).not.toContain('sent')
  expect(await change(here, here)).not.toContain('sent')
})
