import { useEffect } from 'react'
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import { call } from './client.ts'
import { workspaceOpened } from './open-workspace.ts'

const EVERY_MS = 20_000

/** Nobody asks anything of a page that is left alone, so it asks itself whether the workspace was locked, and leaves what it shows. */
export function useLockWatch(status: WorkspaceStatus | undefined): void {
  const lockable = status?.open === true && status.keyHolder === 'password'
  useEffect(() => {
    if (!lockable) return
    const timer = setInterval(() => {
      void call('workspace.status', {}).then(result => {
        if (result.ok && !result.value.open) workspaceOpened(result.value)
      })
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [lockable])
}
