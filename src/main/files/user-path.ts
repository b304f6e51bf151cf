import { resolve } from 'node:path'

/**
 * A path as the user meant it: npm runs its scripts in the project's folder, and says in INIT_CWD from where it was called.
 */
export function userPath(path: string, env: NodeJS.ProcessEnv = process.env): string {
  const base = env['npm_lifecycle_event'] ? (env['INIT_CWD'] ?? process.cwd()) : process.cwd()
  return resolve(base, path)
}
