import type { User } from '../../../shared/contract/security.ts'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

export const OWNER = 'the owner’s password'
export const ADA = 'ada’s own password'
export const BEN = 'ben’s own password'

export type Reply<T> = { ok: true; value: T } | { ok: false; failure: { code: string; message: string } }

export async function value<T>(reply: Promise<Reply<T>>): Promise<T> {
  const answer = await reply
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

export async function code(reply: Promise<Reply<unknown>>): Promise<string> {
  const answer = await reply
  return answer.ok ? 'ok' : answer.failure.code
}

export interface Team {
  farthing: TestApp
  secrets: ReturnType<typeof memorySecrets>
  path: string
  recoveryKey: string
  open(password: string, user?: string): ReturnType<typeof openAs>
  workspace(): OpenWorkspace
  /** Of a user by name; asked as an administrator. */
  idOf(name: string): Promise<string>
}

const openAs = (farthing: TestApp, path: string, password: string, user: string | undefined) =>
  farthing.call('workspace.open', { path, password, user })

/** For tests: a workspace with its owner, Ada (viewer) and Ben (analyst), in a Farthing whose keychain lives in memory. */
export async function makeTeam(): Promise<Team> {
  const secrets = memorySecrets()
  const farthing = createTestApp(secrets)
  const { recoveryKey } = await value(
    farthing.call('workspace.create', {
      name: 'Team',
      profile: 'ledger',
      baseCurrency: 'EUR',
      fiscalStartMonth: 1,
      password: OWNER,
    }),
  )
  const workspace = (): OpenWorkspace => farthing.app.workspace as OpenWorkspace
  const { path } = workspace()
  await value(farthing.call('security.addUser', { name: 'Ada', role: 'viewer', password: ADA }))
  await value(farthing.call('security.addUser', { name: 'Ben', role: 'analyst', password: BEN }))
  return {
    farthing,
    secrets,
    path,
    recoveryKey,
    open: (password, user) => openAs(farthing, path, password, user),
    workspace,
    async idOf(name) {
      const users: User[] = await value(farthing.call('security.users', {}))
      return users.find(user => user.name === name)?.id ?? ''
    },
  }
}
