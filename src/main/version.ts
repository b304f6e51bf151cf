import { readFile } from 'node:fs/promises'

let version: Promise<string> | undefined

/** The version in package.json, which lies some folders up: three from here in the sources, one or two in a bundle. */
export function appVersion(): Promise<string> {
  return (version ??= find())
}

async function find(): Promise<string> {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    const text = await readFile(new URL('package.json', folder), 'utf8').catch(() => undefined)
    const found = text === undefined ? undefined : (JSON.parse(text) as { name?: string; version?: string })
    if (found?.name === 'farthing' && found.version) return found.version
    if (folder.pathname === new URL('..', folder).pathname) return 'unknown'
  }
}
