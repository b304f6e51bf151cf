import type { AnyRouter } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Search } from './search.ts'

type Listener = (next: Search) => void
const listeners = new Set<Listener>()

/**
 * Lets the page that is shown ask for the figures of its next address before it is drawn for it: the host works them out while
 * the page is drawn. Once, where the router is made.
 */
export function tellAhead(
  router: Pick<AnyRouter, 'load' | 'updateLatestLocation' | 'latestLocation' | 'state'>,
): void {
  const { load } = router
  router.load = async options => {
    // At once: what is built upon the address by then must not be built upon the one before.
    router.updateLatestLocation()
    const { pathname, search, href } = router.latestLocation
    const { location: shown } = router.state
    if (listeners.size > 0 && pathname === shown.pathname && href !== shown.href) {
      for (const listener of listeners) listener(search as Search)
      await asked()
    }
    await load(options)
  }
}

/** Calls back with the next address; answers how to stop. */
export function onAddressAhead(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The page's next address, as soon as it changes. Not where the address leads to another page. */
export function useAddressAhead(listener: Listener): void {
  const latest = useRef(listener)
  useLayoutEffect(() => {
    latest.current = listener
  })
  useEffect(() => onAddressAhead(next => latest.current(next)), [])
}

/** More promises than a call goes through before it is sent; where it were more, it would be sent after the drawing. */
const PROMISES = 60

/** No turn of the event loop: a key that is pressed next must find the page drawn for the address that the one before led to. */
async function asked(): Promise<void> {
  for (let i = 0; i < PROMISES; i += 1) await Promise.resolve()
}
