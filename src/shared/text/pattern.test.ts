import { languageFrom } from './language.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compilePattern } from './pattern.ts'

const found = (source: string, text: string): boolean => {
  const compiled = compilePattern(source)
  if ('problem' in compiled) throw new Error(compiled.problem)
  return compiled.pattern(text)
}

test('a pattern is found anywhere, without case and accents', () => {
  expect(found('ama?zo?n|amzn', 'AMZN Mktp DE*2K4')).toBe(true)
  expect(found('^rewe\\s+\\d{3,4}$', 'REWE 0123')).toBe(true)
  expect(found('^rewe$', 'REWE 0123')).toBe(false)
  expect(found('cafe', 'Café Zoë')).toBe(true)
  expect(found('Café', 'CAFE')).toBe(true)
  expect(found('\\bbus\\b', 'the bus stop')).toBe(true)
  expect(found('\\bbus\\b', 'business')).toBe(false)
  expect(found('[^a-f0-9 ]x', 'zx')).toBe(true)
  expect(found('a{2,3}b', 'xaaab')).toBe(true)
  expect(found('a{2,3}b', 'xab')).toBe(false)
  expect(found('(?:ab)+c', 'ababc')).toBe(true)
})

test('patterns that take other engines for ever take no time', () => {
  const text = 'a'.repeat(2000)
  for (const source of ['(a+)+$b', '(a|a)*c', '(a*)*b', '(a|aa)+$x', '(.*)*(.*)*y', '(a?){50}a{50}z'])
    expect(found(source, text), source).toBe(false)
})

test.each([
  ['(a', /not closed/],
  ['a)', /too many/],
  ['(?=a)', /Look-ahead/],
  ['(a)\\1', /Back-references/],
  ['*a', /Nothing stands before/],
  ['[b-a]', /backwards/],
  ['[a', /not closed/],
  ['((a{100}){100}){100}', /repeats too much/],
  ['x'.repeat(201), /longer than/],
])('%s is refused with a sentence', (source, problem) => {
  const compiled = compilePattern(source)
  expect('problem' in compiled && compiled.problem).toMatch(problem)
})

test('it finds what JavaScript’s own engine finds', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '(a|b)',
    '(ab)*',
    'a+',
    'b?',
    '^',
    '$',
    'a{1,2}',
    '\\b',
    '|',
    '(?:b|)+',
  )
  const anyPattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map(pieces => pieces.join(''))
  fc.assert(
    fc.property(
      anyPattern,
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), maxLength: 8 }),
      (source, text) => {
        let own: RegExp
        try {
          own = new RegExp(source, 'u')
        } catch {
          return
        }
        const compiled = compilePattern(source)
        if ('problem' in compiled) return
        expect(compiled.pattern(text)).toBe(own.test(text))
      },
    ),
    { numRuns: 3000, seed: 1 },
  )
})

test('asked to be exact, capitals, accents and blanks are told apart', () => {
  const exact = (source: string, text: string): boolean => {
    const compiled = compilePattern(source, { exact: true })
    if ('problem' in compiled) throw new Error(compiled.problem)
    return compiled.pattern(text)
  }
  expect(exact('^[A-Z]{2}\\d{2}$', 'DE12')).toBe(true)
  expect(exact('^[A-Z]{2}\\d{2}$', 'de12')).toBe(false)
  expect(exact('^Zoë$', 'Zoe')).toBe(false)
  expect(exact('^\\d+$', ' 12')).toBe(false)
})

test('what is wrong with a pattern is said in the language that is spoken', () => {
  languageFrom(() => 'de')
  try {
    expect(compilePattern('(a')).toEqual({ problem: 'Eine Klammer ist nicht geschlossen.' })
  } finally {
    languageFrom(() => 'en')
  }
  expect(compilePattern('(a')).toEqual({ problem: 'A bracket is not closed.' })
})
