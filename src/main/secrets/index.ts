import type { SecretStore } from '../app.ts'
import { keytarSecrets, noSecrets } from './secret-store.ts'

/** The secret store of this machine for hosts without Electron. FARTHING_KEYCHAIN=none turns the keychain off (tests, CI, shared machines). */
export function openSecretStore(env: NodeJS.ProcessEnv = process.env): SecretStore {
  return env['FARTHING_KEYCHAIN'] === 'none' ? noSecrets() : keytarSecrets()
}
