import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCard, isFrenchId, isGermanTaxId, isIban, isSpanishId } from './checksums.ts'
import { findPii } from './detect.ts'
import { maskText, MASK } from './mask.ts'
import { isPersonName, namePattern } from './person.ts'

const kinds = (text: string): string[] =>
  findPii(text).map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`)

// Published examples: ISO 13616 registry, card networks' test numbers, the tax offices' own specimens.
describe('checksums', () => {
  test.each([
    'DE89 3704 0044 0532 0130 00',
    'GB29NWBK60161331926819',
    'FR1420041010050500013M02606',
    'NO9386011117947',
  ])('IBAN %s', iban => {
    expect(isIban(iban)).toBe(true)
    expect(isIban(iban.replace(/\d(?=\D*$)/, digit => String((Number(digit) + 1) % 10)))).toBe(false)
  })
  test.each(['4111 1111 1111 1111', '5500-0000-0000-0004', '340000000000009'])('card %s', card => {
    expect(isCard(card)).toBe(true)
    expect(isCard(card.replace(/\d$/, digit => String((Number(digit) + 1) % 10)))).toBe(false)
  })
  test('tax ids', () => {
    expect([
      isGermanTaxId('86095742719'),
      isGermanTaxId('86095742718'),
      isGermanTaxId('12345678901'),
    ]).toEqual([true, false, false])
    expect([isSpanishId('12345678Z'), isSpanishId('X1234567L'), isSpanishId('12345678A')]).toEqual([
      true,
      true,
      false,
    ])
    expect([isFrenchId('255081416802538'), isFrenchId('255081416802539')]).toEqual([true, false])
  })
})

test('what stands in bank texts is found, and what merely looks so is not', () => {
  expect(kinds('SEPA DE89370400440532013000 Anna')).toEqual(['iban:DE89370400440532013000'])
  expect(kinds('IBAN: DE89 3704 0044 0532 0130 00 BIC COBADEFF')).toEqual([
    'iban:DE89 3704 0044 0532 0130 00',
  ])
  expect(kinds('card 4111111111111111 PAYPAL jane.doe+x@mail.example.co.uk')).toEqual([
    'card:4111111111111111',
    'email:jane.doe+x@mail.example.co.uk',
  ])
  expect(kinds('call +44 20 7946 0958 or 030 1234 5678')).toEqual([
    'phone:+44 20 7946 0958',
    'phone:030 1234 5678',
  ])
  expect(kinds('St-ID 86095742719, NINO QQ 12 34 56 C, AB123456C, SSN 123-45-6789')).toEqual([
    'tax-id:86095742719',
    'tax-id:AB123456C',
    'tax-id:123-45-6789',
  ])
  for (const plain of [
    'Invoice 2024-03-17 no. 4111111111111112',
    'EREF+2023091512345678901 -1.234.567,89 EUR',
    'DE89370400440532013001',
    'Booking 12345678901 ref 000-12-3456',
    'Amount 1234567890123 17.03.2024 12:30',
    '',
  ])
    expect([plain, kinds(plain)]).toEqual([plain, []])
})

test('a masked text holds none of what was found, and is masked again to itself', () => {
  const iban = 'GB29NWBK60161331926819'
  const text = `Pay ${iban} by 4111111111111111, jane@example.org, +49 151 23456789`
  const masked = maskText(text)
  expect(
    [iban, '4111111111111111', 'jane@example.org', '23456789'].filter(one => masked.includes(one)),
  ).toEqual([])
  expect(masked).toBe(`Pay GB${MASK.repeat(4)}19 by ${MASK.repeat(4)}11, j•••@•••, ${MASK.repeat(4)}89`)
  expect(maskText(masked)).toBe(masked)
})

test('10,000 texts of any kind are searched without an error, places in order and apart', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.stringMatching(/^[\d A-Z@.+/-]{0,60}$/)),
      text => {
        const found = findPii(text)
        for (const [i, { from, to }] of found.entries()) {
          expect(from < to && to <= text.length).toBe(true)
          expect(from).toBeGreaterThanOrEqual(found[i - 1]?.to ?? 0)
        }
      },
    ),
    { numRuns: 10_000, seed: 7 },
  )
})

describe('names of people', () => {
  test.each([
    'Anna Weber',
    'WEBER, ANNA',
    'Mr J Smith',
    'Dr. Hans-Peter Müller',
    "Sean O'Neill",
    'María José García',
    'Frau Öztürk',
    'SMITH JOHN',
  ])('%s is one', name => expect(isPersonName(name)).toBe(true))
  test.each([
    'Tesco Stores 3267',
    'Costa Coffee',
    'Müller GmbH',
    'John Lewis Partners Ltd',
    'Stadtwerke Bonn',
    'Anna',
    'PAYPAL *ANNA',
    'Frank & Sons',
    'Amazon',
    'Deutsche Bahn',
    'British Gas',
    'Trattoria Lucia',
    '',
  ])('%s is none', name => expect(isPersonName(name)).toBe(false))

  test('a name is found however a bank writes it, and never inside another word', () => {
    const found = (name: string, text: string): boolean => namePattern(name).test(text)
    for (const text of [
      'JÖRG MÜLLER',
      'Mueller, Joerg',
      'Muller Jorg',
      'an jörg müller, danke',
      'MUELLER;JOERG',
    ])
      expect([text, found('Jörg Müller', text)]).toEqual([text, true])
    for (const text of ['Jörg Müllermann', 'Jörg', 'Müller und Jörgensen'])
      expect(found('Jörg Müller', text)).toBe(false)
    expect(found('Hans-Peter Weber', 'WEBER HANS PETER')).toBe(true)
    expect(found('a.*b c', 'axxb c')).toBe(false)
  })
})
