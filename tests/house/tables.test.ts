import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')

/** Elements' opening tags: attributes may hold arrows, so a `>` after `=` does not end one. */
const tags = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<${name}\\b(?:=>|[^>])*>`, 'gu'))].map(match => match[0])

/** What a screen reader misses in a page's tables: a header that is of no row or column, a table without a name. */
function missing(text: string): string[] {
  const heads = tags(text, 'th').filter(
    tag => !/\bscope=|aria-hidden|role="presentation"|\{\.\.\./u.test(tag),
  )
  const named = /<caption\b/u.test(text)
  const tables = tags(text, 'table').filter(
    tag => !named && !/aria-label(?:ledby)?=|role="presentation"|aria-hidden|\{\.\.\./u.test(tag),
  )
  return [...heads, ...tables]
}

test('the rule sees what it is for', () => {
  expect(missing('<table><thead><th>A</th><th scope="col">B</th>')).toEqual(['<th>', '<table>'])
  expect(missing('<table aria-label={t.a}><th key={i} onClick={() => x} scope="row">')).toEqual([])
  expect(missing('<table><caption>A</caption><th aria-hidden="true" />')).toEqual([])
})

test('every table of the pages has a name, and every header says what it is of', () => {
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', 'src/renderer'], { cwd: project, encoding: 'utf8' }).split('\0') // prettier-ignore
  const found: string[] = []
  let tables = 0
  for (const file of files.filter(path => path.endsWith('.tsx') && !path.endsWith('.test.tsx'))) {
    if (!existsSync(join(project, file))) continue
    const text = readFileSync(join(project, file), 'utf8')
    tables += tags(text, 'table').length
    found.push(...missing(text).map(tag => `${file}: ${tag}`))
  }
  expect(tables).toBeGreaterThan(8)
  expect(found).toEqual([])
})
