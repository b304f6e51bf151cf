import { expect, test } from 'vitest'
import { formatDate, type Format } from '../../ui/index.ts'
import { groupByOf, groupingOf, headName } from './grouping.ts'
import { messages } from './messages.ts'

const naming = (language: 'en' | 'de') => ({
  language,
  t: messages[language],
  format: { date: (iso, style) => formatDate(iso, language, style) } as Format,
  dimensionName: (id: string) => (id === 'category' ? { en: 'Category', de: 'Kategorie' }[language] : id),
})

test('days stand in date order unless the address says otherwise', () => {
  expect(groupingOf(undefined, 'date')).toBe('day')
  expect(groupingOf(undefined, 'amount')).toBe('none')
  expect(groupingOf('none', 'date')).toBe('none')
  expect(groupingOf('category', 'amount')).toBe('category')
  expect(groupingOf('<script>', 'amount')).toBe('none')
})

test('a choice is a step of time, the document, or a dimension', () => {
  expect(groupByOf('none')).toBeUndefined()
  expect(groupByOf('month')).toEqual({ grain: 'month' })
  expect(groupByOf('document')).toEqual({ text: 'document' })
  expect(groupByOf('custom_3')).toEqual({ dimension: 'custom_3' })
})

test('a head is called what its column shows, and says where there is no member', () => {
  const name = (grouping: string, key: string, label = key, language: 'en' | 'de' = 'en') =>
    Object.values(headName({ key, label }, grouping, naming(language)))
  expect(name('month', '2025-10')).toEqual(['', 'October 2025'])
  expect(name('month', '2025-10', '', 'de')).toEqual(['', 'Oktober 2025'])
  expect(name('category', '', '', 'de')).toEqual(['', 'Kategorie: ohne'])
  expect(name('document', '')).toEqual(['', 'Document: none'])
  expect(name('account', '7200', 'Repairs')).toEqual(['7200', 'Repairs'])
  expect(name('account', '7200 Repairs')).toEqual(['7200', 'Repairs'])
  expect(name('account', '7200')).toEqual(['', '7200'])
  expect(name('flow', 'income', 'income', 'de')).toEqual(['', 'Einnahme'])
})
