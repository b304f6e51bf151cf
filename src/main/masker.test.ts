import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namePattern } from '../shared/privacy/person.ts'
import { createMasker } from './masker.ts'

const NAMES = ['Anna Weber', 'Jörg Canary-Müller', 'Jan van der Berg', "Siobhán O'Neill", 'J. R. Smith']
const masker = createMasker(NAMES.map((name, i) => ({ payee: i + 1, key: name, name })))

test.each([
  ['Rent to Anna Weber.', 'Rent to Person 1.'],
  ['WEBER, ANNA', 'Person 1'],
  ['anna-weber.pdf', 'Person 1.pdf'],
  ['Anna_Weber_2024.csv', 'Person 1_2024.csv'],
  ['AnnaWeber', 'Person 1'],
  ['Joerg Canary-Mueller.txt', 'Person 2.txt'],
  ['CANARY MÜLLER JÖRG', 'Person 2'],
  ['van der Berg, Jan', 'Person 3'],
  ['for Siobhan O’Neill', 'for Person 4'],
  ['Smith J.R.', 'Person 5.'],
  // Half a name is nobody's: a town, a firm, a weekday would go with it.
  ['Weber GmbH', 'Weber GmbH'],
  ['DE89370400440532013000', 'DE••••00'],
])('%s is shown as %s', (text, shown) => {
  expect(masker.text(text)).toBe(shown)
})

test('what erasing a person would find, masking hides', () => {
  const words = fc.constantFrom(...NAMES)
  const between = fc.constantFrom(' ', ', ', '.', '_', '-', ' - ', '; ')
  const shout = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
    (text: string) => text.toLowerCase(),
    (text: string) => text.normalize('NFD'),
    (text: string) => text.replaceAll('ö', 'oe').replaceAll('ü', 'ue'),
  )
  fc.assert(
    fc.property(words, between, shout, fc.boolean(), fc.string(), (name, sep, change, turned, rest) => {
      const parts = name.split(' ')
      const text = change((turned ? parts.toReversed() : parts).join(sep))
      const found = NAMES.some(one => namePattern(one).test(text))
      const shown = masker.text(`${rest} ${text} ${rest}`)
      if (found) expect(shown).not.toContain(text)
    }),
    { numRuns: 2000 },
  )
})
