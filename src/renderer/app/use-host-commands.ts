import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { HostCommand } from '../../shared/host/bridge.ts'
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import type { Result } from '../../shared/result/failure.ts'
import { settingStore } from '../ui/preferences.ts'
import { toast } from '../ui/toast.tsx'
import { call } from './client.ts'
import { leaveWorkspace, workspaceOpened } from './open-workspace.ts'
import { keepPicked } from './picked.ts'

/** Does what the menus, the system and deep links ask for. In a browser nothing does. */
export function useHostCommands(showKeys: () => void): void {
  const router = useRouter()
  const latest = useRef(showKeys)
  useEffect(() => {
    latest.current = showKeys
  })
  useEffect(
    () =>
      window.farthing?.onCommand(command => {
        if (command.kind === 'help') latest.current()
        else void obey(command, to => router.history.push(to))
      }),
    [router],
  )
}

async function obey(
  command: Exclude<HostCommand, { kind: 'help' }>,
  go: (to: string) => void,
): Promise<void> {
  switch (command.kind) {
    case 'theme':
      settingStore.set(before => ({ ...before, theme: command.theme }))
      await call('settings.set', { theme: command.theme })
      break
    case 'navigate':
      go(command.to)
      break
    case 'import':
      keepPicked(command.files)
      go('/import')
      break
    case 'open-workspace':
      entered(await call('workspace.open', { path: command.path }), go)
      break
    case 'open-sample': {
      const made = await call('workspace.sample', { kind: command.sample })
      entered(made.ok ? { ok: true, value: made.value.status } : made, go)
      break
    }
    case 'new-workspace':
    case 'close-workspace':
      // A new one is made on the first page, which is there when none is open.
      if (await leaveWorkspace()) go('/')
      break
  }
}

function entered(result: Result<WorkspaceStatus>, go: (to: string) => void): void {
  if (result.ok) {
    workspaceOpened(result.value)
    go(result.value.entries === 0 ? '/import' : '/dashboard')
  } else {
    // The first page asks for what is missing: a password, another file.
    go('/')
    toast('error', result.failure.message)
  }
}
