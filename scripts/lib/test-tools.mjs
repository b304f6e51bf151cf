import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { PROJECT } from './project.mjs'
import { run, tool } from './run.mjs'

const KEYRING_PACKAGES = ['gnome-keyring', 'libsecret-1-0', 'dbus', 'dbus-daemon']

/** Where a browser for the end-to-end tests is; undefined where there is none. */
export async function findChromium() {
  const { code, output } = await tool('../scripts/lib/print-chromium.ts', [], { capture: true })
  return code === 0 ? output.trim() || undefined : undefined
}

/** Why the keychain tests cannot run against a real keyring; undefined where they can. */
export function whyNoKeyring() {
  if (process.platform !== 'linux') return 'the keychain tests start a keyring of their own on Linux only'
  const missing = ['gnome-keyring-daemon', 'dbus-run-session'].filter(program => !onPath(program))
  if (missing.length === 0) return undefined
  return `${missing.join(' and ')} not found: apt-get install ${KEYRING_PACKAGES.join(' ')}`
}

const onPath = program =>
  (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, program)))

/** Why the tests with database servers of their own cannot run; undefined where they can. */
export function whyNoServers() {
  if (process.platform !== 'linux') return 'database servers are started from Debian’s packages on Linux only'
  const missing = [
    ...(onPath('initdb') || existsSync('/usr/lib/postgresql') ? [] : ['postgresql']),
    ...(onPath('mariadbd') || existsSync('/usr/sbin/mariadbd') ? [] : ['mariadb-server']),
  ]
  return missing.length === 0 ? undefined : `apt-get install ${missing.join(' ')}`
}

/** Gets what the tests need from the system where that is allowed; elsewhere says in a sentence what to install. */
export async function prepareTests() {
  const wanted = []
  if (!(await findChromium())) wanted.push('chromium')
  if (process.platform === 'linux' && whyNoKeyring()) wanted.push(...KEYRING_PACKAGES)
  const servers =
    process.platform === 'linux' && whyNoServers() ? ['postgresql', 'mariadb-server', 'openssl'] : []
  wanted.push(...servers)
  if (wanted.length === 0) return
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.error(`Installing ${wanted.join(', ')} for the tests…`)
    if (servers.length > 0) keepServersStopped()
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-qq'], { capture: true, env })
    const { code, output } = await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...wanted],
      { capture: true, env },
    )
    if (code === 0) return
    console.error(output.split('\n').slice(-5).join('\n'))
  }
  if (wanted.includes('chromium')) {
    const { code } = await tool('@playwright/test/cli.js', ['install', 'chromium'], {
      capture: true,
      timeoutMs: 180_000,
    })
    if (code === 0) wanted.shift()
  }
  if (wanted.length > 0)
    console.error(`Install ${wanted.join(', ')} to run all tests; those that need them will be skipped.`)
}

/**
 * Debian's packages make a cluster and start it as soon as they are installed. The tests start their own, on ports of their own: no
 * cluster is made, and where services cannot be told apart (a container) none is started.
 */
function keepServersStopped() {
  mkdirSync('/etc/postgresql-common/createcluster.d', { recursive: true })
  writeFileSync('/etc/postgresql-common/createcluster.d/farthing-tests.conf', 'create_main_cluster = false\n')
}

/** A command under a session bus with an unlocked, empty keyring and a home of its own. */
export function underKeyring(command, args, home) {
  const inner = `printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"`
  return {
    command: 'dbus-run-session',
    args: ['--', 'bash', '-c', inner, 'bash', command, ...args],
    env: { HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config') },
  }
}

export const projectPath = (...parts) => join(PROJECT, ...parts)
