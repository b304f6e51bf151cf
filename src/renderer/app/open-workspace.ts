import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import { toast } from '../ui/toast.tsx'
import { call } from './client.ts'
import { queryClient } from './use-call.ts'

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
