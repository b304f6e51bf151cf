import { useEffect } from 'react'
import { call } from './client.ts'

const EVERY_MS = 30_000

/**
 * Looks what others have pushed to the warehouse that the workspace belongs to, every half minute and when its window is come back to. A
 * newer push changes the revision, and with it every open view asks again. A warehouse that is out of reach says so on its own page, not
 * here every half minute.
 */
export function useWarehouseWatch(open: boolean): void {
  useEffect(() => {
    if (!open) return undefined
    const look = async (): Promise<void> => {
      const attached = await call('warehouse.status', {})
      if (attached.ok && attached.value) await call('warehouse.refresh', {})
    }
    const timer = setInterval(() => void look(), EVERY_MS)
    const back = (): void => void look()
    window.addEventListener('focus', back)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', back)
    }
  }, [open])
}
