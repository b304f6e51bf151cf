import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import { createStore } from '../ui/store.ts'
import { toast } from '../ui/toast.tsx'
import { call } from './client.ts'
import { queryClient } from './use-call.ts'

/**
 * True while the first page is in the middle of making or opening a workspace. The new workspace's revision arrives before the
 * recovery key has been shown; without this the window would go to the dashboard and the key would be lost for good.
 */
export const opening = createStore(false)

/** What the shell (a menu, a double click on a file) asks of the first page, where the questions can be put that it leads to. */
export type Wish =
  | { kind: 'create' }
  | { kind: 'unlock'; path: string }
  | { kind: 'sample'; sample: 'household' | 'company' }
export const wished = createStore<Wish | undefined>(undefined)

/** Another workspace is open now: nothing that was read from the one before may be shown again. */
export function workspaceOpened(status: WorkspaceStatus): void {
  queryClient.removeQueries({
    predicate: query =>
      !String(query.queryKey[0]).startsWith('settings.') && query.queryKey[0] !== 'workspace.status',
  })
  queryClient.setQueryData(['workspace.status', {}], status)
  void queryClient.invalidateQueries()
}

/** Closes the open workspace; answers whether it worked. */
export async function leaveWorkspace(): Promise<boolean> {
  const result = await call('workspace.close', {})
  if (!result.ok) {
    toast('error', result.failure.message)
    return false
  }
  workspaceOpened(result.value)
  return true
}
