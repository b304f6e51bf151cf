// The licences of everything that a package carries: what main loads from node_modules and what the page's bundle contains.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const PROJECT = resolve(import.meta.dirname, '../..')
// devDependencies that end up in the page; the others only build and test.
const ON_THE_PAGE =
  /^(?:@fontsource|@mantine|@tabler|@tanstack|@orpc|react|react-dom|echarts|inter-ui|zod)(?:[/-]|$)/u

/** @returns {{ name: string, version: string, licence: string, text: string }[]} sorted by name; throws where a package names no licence. */
export function collectLicences(project = PROJECT) {
  const manifest = readManifest(project)
  const direct = [
    ...Object.keys(manifest.dependencies),
    ...Object.keys(manifest.devDependencies).filter(name => ON_THE_PAGE.test(name)),
  ]
  const found = new Map()
  const visit = (name, from) => {
    const folder = findPackage(name, from, project)
    // Optional dependencies of other systems are not installed, and not shipped.
    if (!folder || found.has(folder)) return
    const {
      name: ownName,
      version,
      license,
      licenses,
      dependencies = {},
      optionalDependencies = {},
    } = readManifest(folder)
    const licence = license?.type ?? license ?? licenses?.map(one => one.type ?? one).join(' or ')
    if (!licence) throw new Error(`${ownName} ${version} names no licence`)
    found.set(folder, { name: ownName, version, licence, text: licenceText(folder) })
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) visit(next, folder)
  }
  for (const name of direct) visit(name, project)
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Writes them as one text file, `file` relative to the project. */
export function writeLicences(file, project = PROJECT) {
  const path = join(project, file)
  mkdirSync(dirname(path), { recursive: true })
  const parts = collectLicences(project).map(({ name, version, licence, text }) =>
    `${name} ${version}\n${licence}\n\n${text}`.trimEnd(),
  )
  writeFileSync(path, `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`)
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function findPackage(name, from, project) {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return candidate
    if (folder === project || folder === dirname(folder)) return undefined
  }
}

function licenceText(folder) {
  const file = readdirSync(folder).find(name => /^(?:licen[cs]e|copying)(?:[.-].*)?$/iu.test(name))
  return file ? readFileSync(join(folder, file), 'utf8').trim() : ''
}
