import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { HostCommand } from '../../shared/host/bridge.ts'
import { toast } from '../ui/toast.tsx'
import { call } from './client.ts'
import { leaveWorkspace, wished, workspaceOpened, type Wish } from './open-workspace.ts'
import { keepPicked } from './picked.ts'
import { savePreferences } from './preferences.ts'

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
      await savePreferences({ theme: command.theme })
      break
    case 'navigate':
      go(command.to)
      break
    case 'import':
      keepPicked(command.files)
      go('/import')
      break
    case 'open-workspace': {
      const result = await call('workspace.open', { path: command.path })
      if (result.ok) {
        workspaceOpened(result.value)
        go(result.value.entries === 0 ? '/import' : '/dashboard')
      } else if (result.failure.code === 'wrong-password')
        await wish({ kind: 'unlock', path: command.path }, go)
      else toast('error', result.failure.message)
      break
    }
    case 'open-sample':
      await wish({ kind: 'sample', sample: command.sample }, go)
      break
    case 'new-workspace':
      await wish({ kind: 'create' }, go)
      break
    case 'close-workspace':
      if (await leaveWorkspace()) go('/')
      break
  }
}

/** The first page is there only while no workspace is open. */
async function wish(next: Wish, go: (to: string) => void): Promise<void> {
  wished.set(next)
  if (await leaveWorkspace()) go('/')
  else wished.set(undefined)
}
