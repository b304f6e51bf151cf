import { useEffect, type ReactNode } from 'react'
import { createStore } from './store.ts'

export interface StatusItem {
  id: string
  content: ReactNode
}

/** What pages put on the status bar, in place of the workspace's own items on that side. */
export const statusStore = createStore<{ left?: readonly StatusItem[]; right?: readonly StatusItem[] }>({})

/**
 * Puts items on the status bar while the component is shown: the selection's sum, the row number. Pass `undefined` to leave a side as it is.
 * The arrays must be stable (useMemo).
 */
export function useStatus(left: readonly StatusItem[] | undefined, right?: readonly StatusItem[]): void {
  useEffect(() => {
    statusStore.set({ left, right })
    return () => statusStore.set({})
  }, [left, right])
}
