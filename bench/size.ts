import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { report, round } from './lib/report.ts'

const BAR_KB = 350
const out = join(import.meta.dirname, '..', process.env['FARTHING_OUT'] ?? 'out', 'renderer')

/** JavaScript that a page loads before it can be used: the entry, and all that it and the page's own chunk import statically. */
function closure(files: readonly string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue
    found.add(file)
    const text = readFileSync(join(out, 'assets', file), 'utf8')
    const imports = [...text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
      match => match[1] as string,
    )
    closure(imports, found)
  }
  return found
}

const kilobytes = (files: Iterable<string>): number =>
  round(
    [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(out, 'assets', file)), { level: 9 }).length,
      0,
    ) / 1000,
    1,
  )

const html = readFileSync(join(out, 'index.html'), 'utf8')
const entries = [...html.matchAll(/assets\/([\w.-]+\.js)/g)].map(match => match[1] as string)
const entryText = readFileSync(join(out, 'assets', entries[0] as string), 'utf8')
const pages = Object.fromEntries(
  [...new Set([...entryText.matchAll(/([\w-]+)\.route-[\w-]+\.js/g)].map(match => match[0]))].map(file => [
    file.split('.')[0] as string,
    kilobytes(closure([...entries, file])),
  ]),
)
const first = Math.max(
  kilobytes(closure(entries)),
  ...['start', 'dashboard'].map(page => pages[page] ?? Infinity),
)
report('size', first <= BAR_KB, {
  unit: 'kB gzip',
  firstLoad: first,
  entry: kilobytes(closure(entries)),
  pages,
  bar: BAR_KB,
})
