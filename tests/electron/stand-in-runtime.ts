import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const HELPERS = ['Helper', 'Helper (GPU)', 'Helper (Plugin)', 'Helper (Renderer)']

/** What electron-builder needs of a runtime, without one: for each system a program of the right name and shape, which does nothing. */
export function standInRuntime(dist: string): string {
  mkdirSync(join(dist, 'resources'), { recursive: true })
  for (const file of ['version', 'LICENSE', 'LICENSES.chromium.html'])
    writeFileSync(join(dist, file), '45.4.1')
  writeFileSync(join(dist, 'electron'), '#!/bin/sh\nexit 0\n')
  chmodSync(join(dist, 'electron'), 0o755)
  writeFileSync(join(dist, 'electron.exe'), emptyProgram())
  macProgram(dist, 'Electron')
  for (const helper of HELPERS)
    macProgram(join(dist, 'Electron.app', 'Contents', 'Frameworks'), `Electron ${helper}`)
  return dist
}

/** An icon of the Mac's own format is copied as it is; for any other electron-builder would fetch its converter. */
export function emptyIcon(file: string): string {
  writeFileSync(file, Buffer.from([...Buffer.from('icns'), 0, 0, 0, 8]))
  return file
}

/** A Windows program without code: the hash of the archive is written into its resources, beside what says its version. */
function emptyProgram(): Buffer {
  const { NtExecutable, NtExecutableResource, Resource } = createRequire(
    require.resolve('app-builder-lib/package.json'),
  )('resedit')
  const program = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}

function macProgram(folder: string, name: string): void {
  const contents = join(folder, `${name}.app`, 'Contents')
  for (const part of ['MacOS', 'Resources']) mkdirSync(join(contents, part), { recursive: true })
  writeFileSync(join(contents, 'MacOS', name), '')
  writeFileSync(
    join(contents, 'Info.plist'),
    `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict><key>CFBundleName</key><string>${name}</string></dict></plist>`,
  )
}
