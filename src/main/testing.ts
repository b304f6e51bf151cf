import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Input, MethodName, Output } from '../shared/contract/index.ts'
import type { App, SecretStore, Session } from './app.ts'
import { closeApp, createApp } from './create-app.ts'
import { dispatch, type DispatchOptions, type Reply } from './dispatch.ts'
import { noSecrets } from './secrets/secret-store.ts'

export interface TestApp {
  app: App
  session: Session
  /** Its workspaces' folder, under the system's temp folder. */
  folder: string
  call<N extends MethodName>(name: N, input: Input<N>, options?: DispatchOptions): Promise<Reply<Output<N>>>
  /** What a call that must succeed answers; throws the sentence of one that does not. */
  value<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Closes what is open and deletes all folders. */
  close(): Promise<void>
}

/** For tests: a whole Farthing with folders of its own, called as every host calls it. No keychain unless one is given. */
export function createTestApp(secrets: SecretStore = noSecrets()): TestApp {
  const root = mkdtempSync(join(tmpdir(), 'farthing-test-'))
  const paths = { config: root, workspaces: join(root, 'workspaces'), temp: mkdtempSync(join(root, 'temp-')) }
  const app = createApp('cli', secrets, paths)
  const session: Session = { role: 'nobody' }
  const call: TestApp['call'] = (name, input, options) => dispatch(app, session, name, input, options)
  return {
    app,
    session,
    folder: paths.workspaces,
    call,
    async value(name, input) {
      const reply = await call(name, input)
      if (!reply.ok) throw new Error(reply.failure.message)
      return reply.value
    },
    async close() {
      await closeApp(app)
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** How many workspaces' keys a keychain holds: heads of audit logs and notes of restores lie there too. */
export function keysIn(secrets: { readonly kept: ReadonlyMap<string, string> }): number {
  return [...secrets.kept.keys()].filter(account => !/^(?:audit|restored) /u.test(account)).length
}

/** A keychain that lives as long as the test. */
export function memorySecrets(): SecretStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    available: async () => true,
    get: async account => kept.get(account),
    async set(account, secret) {
      kept.set(account, secret)
      return true
    },
    delete: async account => kept.delete(account),
  }
}
