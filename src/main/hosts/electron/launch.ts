import { extname, resolve } from 'node:path'

/** What a start, a second start, the OS or a deep link asks for, before files have become tokens. */
export type LaunchRequest =
  | { kind: 'workspace'; path: string }
  | { kind: 'sample'; sample: 'household' | 'company' }
  | { kind: 'files'; paths: string[] }
  | { kind: 'link'; to: string }

const SAMPLES = ['household', 'company'] as const
const ROUTE = /^(?:\/[a-z0-9-]{1,60}){1,6}$/u
const LONGEST_SEARCH = 4000

/**
 * Reads a command line, without the program itself. Chromium adds switches of its own and may put them anywhere, so unknown
 * ones are passed over, never taken for files. Unpackaged, the first that is no switch is the program given to Electron.
 */
export function launchRequests(argv: readonly string[], cwd: string, packaged: boolean): LaunchRequest[] {
  const requests: LaunchRequest[] = []
  const files: string[] = []
  let program = packaged
  for (let i = 0; i < argv.length; i += 1) {
    const argument = argv[i] ?? ''
    const [name, given] = split(argument)
    const valued = name === '--workspace' || name === '--sample'
    if (valued) {
      const value = given ?? argv[(i += 1)]
      if (name === '--workspace' && value) requests.push({ kind: 'workspace', path: resolve(cwd, value) })
      const sample = SAMPLES.find(kind => kind === value)
      if (name === '--sample' && sample) requests.push({ kind: 'sample', sample })
    } else if (argument.startsWith('farthing:')) {
      const link = deepLink(argument)
      if (link) requests.push(link)
    } else if (argument !== '' && !argument.startsWith('-')) {
      if (program) files.push(resolve(cwd, argument))
      program = true
    }
  }
  return [...requests, ...openFiles(files)]
}

function split(argument: string): [string, string | undefined] {
  const at = argument.indexOf('=')
  return at < 0 ? [argument, undefined] : [argument.slice(0, at), argument.slice(at + 1)]
}

/** Files by their ending: the first workspace is opened, all others are imported. */
export function openFiles(paths: readonly string[]): LaunchRequest[] {
  const isWorkspace = (path: string): boolean => extname(path).toLowerCase() === '.farthing'
  const workspace = paths.find(isWorkspace)
  const others = paths.filter(path => !isWorkspace(path))
  return [
    ...(workspace === undefined ? [] : [{ kind: 'workspace', path: workspace } as const]),
    ...(others.length === 0 ? [] : [{ kind: 'files', paths: others } as const]),
  ]
}

/**
 * `farthing://view/ledger?from=2025-01-01` names a place in the open workspace, and nothing else: a link on a web page can
 * show something, never change it or name a file.
 */
export function deepLink(address: string): LaunchRequest | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || url.protocol !== 'farthing:' || url.host !== 'view' || url.username || url.hash)
    return undefined
  if (!ROUTE.test(url.pathname) || url.search.length > LONGEST_SEARCH) return undefined
  return { kind: 'link', to: url.pathname + url.search }
}
