import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plural } from './messages.ts'

test('one and many, as each language says', () => {
  expect(plural(1, 'entry', 'entries')).toBe('entry')
  expect(plural(0, 'entry', 'entries')).toBe('entries')
  expect(plural(-1, 'entry', 'entries')).toBe('entry')
  expect(plural(2n, 'Buchung', 'Buchungen', 'de')).toBe('Buchungen')
})

const root = join(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  name => /(^|[./\\])messages\.ts$/.test(name) && name !== join('ui', 'messages.ts'),
)

test('there are catalogues to check', () => {
  expect(files.length).toBeGreaterThan(5)
})

test.each(files)('%s has the same keys, none empty, in both languages', async name => {
  const module = (await import(join(root, name))) as Record<string, { en?: object; de?: object }>
  const catalogues = Object.values(module).filter(value => typeof value === 'object' && value.en && value.de)
  expect(catalogues.length).toBeGreaterThan(0)
  for (const { en, de } of catalogues) expect(shape(de)).toEqual(shape(en))
})

/** Keys, and for a function how many parts it takes; an empty text shows as such. */
function shape(value: unknown): unknown {
  if (typeof value === 'function') return `function of ${value.length}`
  if (typeof value === 'string') return value.trim() === '' ? 'empty' : 'text'
  if (Array.isArray(value)) return value.map(shape)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]) => [key, shape(item)] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  return typeof value
}
