import { resolve, sep } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BUNDLE_ORIGIN, bundlePath } from './bundle-path.ts'

const root = resolve('/opt/farthing/renderer')

test.each([
  ['', 'index.html'],
  ['/', 'index.html'],
  ['/index.html', 'index.html'],
  ['/index.html?a=1#/ledger', 'index.html'],
  ['/assets/index-B1_x.js', 'assets/index-B1_x.js'],
  ['/assets/Inter%2Dvar.woff2', 'assets/Inter-var.woff2'],
])('%j is the file %s', (path, file) => {
  expect(bundlePath(root, BUNDLE_ORIGIN + path)).toBe(resolve(root, file))
})

test.each([
  'file:///etc/passwd',
  'https://farthing/index.html',
  'app://other/index.html',
  'app://farthing:81/index.html',
  'app://user@farthing/index.html',
  'app://farthing/assets/..%2f..%2f..%2fetc/passwd',
  'app://farthing/..%2fsecret',
  'app://farthing/..%5csecret',
  'app://farthing/assets%00.js',
  'app://farthing/%252e%252e/secret',
  'app://farthing//etc/passwd',
  'app://farthing/C:/Windows/win.ini',
  'app://farthing/.env',
  'app://farthing/assets/',
  'app://farthing/nul',
  'app://farthing/COM1.txt',
  'app://farthing/index.html::$DATA',
  'app://farthing/%E0%A4%A',
  'app:farthing/index.html',
  '',
])('%j names no file', address => {
  expect(bundlePath(root, address)).toBeUndefined()
})

test('of 10,000 hostile paths, none leaves the folder', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '',
      '%2e%2e',
      '%2E.',
      '..%2f',
      '..\\',
      '%5c..',
      '%00',
      '%252e',
      'C:',
      '~',
      '*',
      'con',
    ),
    fc.constantFrom('assets', 'index.html', 'a.b', 'é', '\u202e', '／', '..／', '..;', '....//'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const before = fc.constantFrom(BUNDLE_ORIGIN, `${BUNDLE_ORIGIN}/`, 'app://farthing/assets/', 'app:', '')
  let found = 0
  fc.assert(
    fc.property(
      before,
      fc.array(part, { maxLength: 8 }),
      fc.constantFrom('/', '\\', '%2f', '//'),
      (head, parts, by) => {
        const file = bundlePath(root, head + parts.join(by))
        if (file === undefined) return
        found += 1
        expect(resolve(file)).toBe(file)
        expect(file.startsWith(root + sep)).toBe(true)
      },
    ),
    { numRuns: 10_000 },
  )
  // Without this the property would also hold for a resolver that never finds anything.
  expect(found).toBeGreaterThan(100)
})
