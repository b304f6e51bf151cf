import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { Input } from '../../../shared/contract/index.ts'
import type { WorkspaceStatus } from '../../../shared/contract/workspace.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { keepPicked } from '../../app/picked.ts'
import { pickFiles } from '../../app/files.ts'
import { call } from '../../app/client.ts'
import { opening, workspaceOpened } from '../../app/open-workspace.ts'
import { useLongCall } from '../../app/use-call.ts'

/** What the first page is in the middle of. */
export type Asking =
  | { what: 'create'; files: File[] }
  | { what: 'open' }
  | { what: 'unlock'; path: string; name: string; wrong?: string; users?: boolean }
  | { what: 'restore'; damaged: { path: string; why: string } | undefined }
  | { what: 'recovery'; key: string; status: WorkspaceStatus; files: File[] }

/** The ways to a workspace: make, open, unlock, sample; each ends on its dashboard, or on the import of dropped files. */
export function useStart() {
  const navigate = useNavigate()
  // Leaving the page in the middle (an address typed by hand) must not hold the window back.
  useEffect(() => () => opening.set(false), [])
  const [asking, setAsking] = useState<Asking>()
  const [failure, setFailure] = useState<Failure>()
  const [sending, setSending] = useState<string>()
  const create = useLongCall('workspace.create')
  const open = useLongCall('workspace.open')
  const sample = useLongCall('workspace.sample')

  const enter = useCallback(
    async (status: WorkspaceStatus, files: readonly File[] = []) => {
      if (files.length > 0) {
        try {
          keepPicked(await pickFiles(files, name => setSending(name)))
        } catch (error) {
          setFailure({ code: 'unavailable', message: error instanceof Error ? error.message : String(error) })
        }
        setSending(undefined)
      }
      setAsking(undefined)
      workspaceOpened(status)
      opening.set(false)
      await navigate({ to: files.length > 0 || status.entries === 0 ? '/import' : '/dashboard' })
    },
    [navigate],
  )

  /** The key is shown before anything else happens: it cannot be shown again. */
  const made = (status: WorkspaceStatus, key: string | undefined, files: File[] = []) => {
    if (key) setAsking({ what: 'recovery', key, status, files })
    else void enter(status, files)
  }

  const begin = () => {
    setFailure(undefined)
    opening.set(true)
  }
  const failed = (reason: Failure) => {
    opening.set(false)
    if (reason.code !== 'cancelled') setFailure(reason)
  }

  return {
    asking,
    failure,
    sending,
    running: create.running ? create : open.running ? open : sample.running ? sample : undefined,
    task: create.running
      ? ('making' as const)
      : open.running
        ? ('opening' as const)
        : ('makingSample' as const),
    ask(next: Asking | undefined) {
      setFailure(undefined)
      setAsking(next)
    },
    enter,
    async make(input: Input<'workspace.create'>, files: File[]) {
      begin()
      const result = await create.run(input)
      if (result.ok) made(result.value.status, result.value.recoveryKey, files)
      else failed(result.failure)
    },
    async openPath(input: Input<'workspace.open'>, name: string) {
      begin()
      const result = await open.run(input)
      if (result.ok) await enter(result.value)
      else if (result.failure.code === 'wrong-password') {
        opening.set(false)
        setAsking({
          what: 'unlock',
          path: input.path,
          name,
          // The first time, nothing was wrong: the keychain just has no key for it.
          ...((input.password || input.recoveryKey) && { wrong: result.failure.message }),
          users: input.user !== undefined || result.failure.details?.['needs'] === 'user',
        })
      } else if (result.failure.code === 'file-damaged' || result.failure.code === 'not-found') {
        // Never an empty workspace in its place: what there is of it is offered.
        opening.set(false)
        const backups = await call('backup.list', { workspace: input.path })
        if (backups.ok && backups.value.backups.length > 0)
          setAsking({ what: 'restore', damaged: { path: input.path, why: result.failure.message } })
        else setFailure(result.failure)
      } else failed(result.failure)
    },
    async openSample(kind: 'household' | 'company') {
      begin()
      const result = await sample.run({ kind })
      if (result.ok) made(result.value.status, result.value.recoveryKey)
      else failed(result.failure)
    },
  }
}
export type Start = ReturnType<typeof useStart>
