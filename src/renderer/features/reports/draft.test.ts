import { expect, test } from 'vitest'
import { SECTION_KINDS } from '../../../shared/report/definition.ts'
import { moved, newSection } from './draft.ts'

test('a section of every kind can be added, and has an id of its own', () => {
  const sections = SECTION_KINDS.flatMap(kind => {
    const first = newSection(kind, [])
    return [first, newSection(kind, [first])]
  })
  expect(new Set(sections.map(one => one.id)).size).toBe(SECTION_KINDS.length * 2)
})

test('sections move one place, and not beyond the ends', () => {
  const [a, b, c] = [newSection('kpis', []), newSection('notes', []), newSection('data', [])]
  const all = [a, b, c]
  expect(moved(all, 0, 1)).toEqual([b, a, c])
  expect(moved(all, 2, -1)).toEqual([a, c, b])
  expect(moved(all, 0, -1)).toEqual(all)
  expect(moved(all, 2, 1)).toEqual(all)
})
