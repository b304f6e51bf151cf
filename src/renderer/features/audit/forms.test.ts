import { expect, test } from 'vitest'
import { AUDIT_TESTS } from '../../../shared/data/audit-request.ts'
import { draftOf, FORMS, requestOf } from './forms.ts'
import { placeOf } from './place.ts'

test.each(AUDIT_TESTS)(
  'the form of %s shows every setting, and its defaults can be run once what is needed is there',
  name => {
    const given = { limits: '5000, 10000', limit: '5000', materiality: '20000' }
    const draft = Object.fromEntries(
      Object.entries(draftOf(name)).map(([key, value]) => [
        key,
        value || (given[key as keyof typeof given] ?? ''),
      ]),
    )
    const read = requestOf(name, draft)
    if (!('request' in read)) throw new Error(read.wrong.join())
    const settings = Object.keys(read.request).filter(key => key !== 'test')
    expect(FORMS[name].map(one => one.name)).toEqual(expect.arrayContaining(settings))
  },
)

test('holidays are those of the currency’s country, of the euro those of the locale’s, until somebody says otherwise', () => {
  expect([
    placeOf('GBP', 'de-DE'),
    placeOf('EUR', 'de-AT'),
    placeOf('EUR', 'en-GB'),
    placeOf('XAF', 'fr-FR'),
  ]).toEqual(['GB', 'AT', '', ''])
  expect(requestOf('weekend', draftOf('weekend', 'GB'))).toMatchObject({ request: { country: 'GB' } })
  expect(requestOf('weekend', { ...draftOf('weekend', 'GB'), country: '' })).not.toHaveProperty(
    'request.country',
  )
})

test('what is missing or cannot be used is named', () => {
  expect(requestOf('limit', draftOf('limit'))).toEqual({ wrong: ['limits'] })
  expect(requestOf('split', { ...draftOf('split'), limit: 'much', days: '-1' })).toEqual({
    wrong: ['limit', 'days'],
  })
})

test('employees are read a line each, and words with commas', () => {
  expect(requestOf('match', { employees: 'Ann Lee; DE89\nBob\n\n', fuzzy: 'no' })).toEqual({
    request: {
      test: 'match',
      employees: [
        { name: 'Ann Lee', bank: 'DE89' },
        { name: 'Bob', bank: '' },
      ],
      fuzzy: false,
    },
  })
  expect(requestOf('keywords', { words: 'per ceo, plug' })).toEqual({
    request: { test: 'keywords', words: ['per ceo', 'plug'] },
  })
})
