import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../create-app.ts'
import { startPostgres, whyNoPostgres, type PostgresServer } from '../../db/remote/testing/postgres.ts'
import type { SecretStore } from '../../app.ts'
import { noSecrets } from '../../secrets/secret-store.ts'
import { memorySecrets } from '../../testing.ts'
import { runCli } from './run.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

describe.skipIf(whyNoPostgres() !== undefined)(
  `a warehouse from the command line (${whyNoPostgres() ?? 'PostgreSQL of its own'})`,
  () => {
    let folder: string
    // Each run is a program of its own; the keychain stays.
    const secrets = memorySecrets()
    let server: PostgresServer
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
      server = await startPostgres()
      writeFileSync(join(folder, 'password'), server.reach.password ?? '')
    })
    afterAll(async () => {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    })

    let keychain: SecretStore = secrets
    let env: NodeJS.ProcessEnv = { FARTHING_PASSWORD: 'a long enough password' }
    async function farthing(...args: string[]) {
      let out = ''
      let err = ''
      const paths = { config: join(folder, 'config'), workspaces: folder, temp: join(folder, 'temp') }
      for (const path of Object.values(paths)) mkdirSync(path, { recursive: true })
      const code = await runCli([...args, '--workspace', join(folder, 'household.farthing')], {
        makeApp: () => createApp('cli', keychain, paths),
        output: { out: text => void (out += text), err: text => void (err += text), terminal: false },
        env,
        signal: new AbortController().signal,
      })
      return { code, out, err }
    }

    it('pushes, is asked there, and estimates different members only for a cluster, marked as estimates', async () => {
      const password = ['--source-password-file', join(folder, 'password')]
      const { host, port, user, database } = server.reach
      const to = ['--to', `postgres://${user}@${host}:${port}/${database}`, '--tls', 'off', ...password]
      expect((await farthing('sample', 'household')).code).toBe(0)
      const pushed = await farthing('warehouse', 'push', ...to)
      expect([pushed.code, pushed.out]).toEqual([0, expect.stringMatching(/Counts and sums agree in every table and all \d+ periods/u)]) // prettier-ignore

      // One server counts exactly faster than it estimates.
      const refused = await farthing('warehouse', 'counts', '--above', '10')
      expect([refused.code, refused.err]).toEqual([expect.any(Number), expect.stringMatching(/in less time than it takes to estimate/u)]) // prettier-ignore
      expect(refused.code).not.toBe(0)
      expect((await farthing('query', '--measure', 'sum', '--distinct', 'perhaps')).err).toMatch(/--distinct takes exact or approximate/u) // prettier-ignore
      expect((await farthing('warehouse', 'attach', '--kind', 'citus', ...to)).code).toBe(0)
      expect((await farthing('warehouse', 'counts', '--above', '10')).code).toBe(0)
      const asked = ['query', '--measure', 'distinct:payee', '--json'] as const
      const near = await farthing(...asked)
      const approximate = { columns: ['distinct:payee'], error: 0.05 }
      expect(JSON.parse(near.out)).toMatchObject({ approximate })
      expect((await farthing(...asked.slice(0, 3))).out).toContain('≈')
      const exact = await farthing(...asked, '--distinct', 'exact')
      expect(JSON.parse(exact.out)).not.toHaveProperty('approximate')
      expect((await farthing('warehouse', 'counts', '--exact')).out).toMatch(/approximateAbove: null\n/u)
      expect(JSON.parse((await farthing(...asked)).out)).toEqual(JSON.parse(exact.out))
      expect(JSON.parse((await farthing(...asked, '--distinct', 'approximate')).out)).toMatchObject({ approximate }) // prettier-ignore

      // Without a keychain: the warehouse's password from the environment, and a sentence where it is not there either.
      keychain = noSecrets()
      expect((await farthing(...asked)).err).toMatch(/wants the password of user owner/u)
      env = { ...env, FARTHING_SOURCE_PASSWORD: server.reach.password }
      expect(JSON.parse((await farthing(...asked)).out)).toEqual(JSON.parse(exact.out))
    })
  },
)
