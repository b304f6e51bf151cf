import { expect, test } from 'vitest'
import { COMMON } from '../correct.ts'
import { member, setting } from '../testing.ts'
import { understand } from '../understand.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary(
  [
    member('account', 'Rent, general needs', 0, 8, '5010'),
    member('account', 'Rent, supported housing', 0, 8, '5020'),
    member('account_level_3', 'Rent', 0, 16),
    member('account_level_3', 'Service charges', 0, 4),
    member('payee', 'Northern Water', 6),
    member('region', 'Northern', 9),
  ],
  COMMON,
)
const members = (question: string) => understand(question, vocabulary, setting()).asked?.members

test.each(['supported housing', 'general needs'])('a name said in full is no level above it: %s', name => {
  const forms =
    'rent from #|rent in #|# rent|rent - #|rental income from #|how much rent did we receive from #|Miete aus #'
  for (const form of forms.split('|'))
    expect(members(`${form.replace('#', name)} in 2024`), form).toEqual({
      account: [name === 'general needs' ? '5010' : '5020'],
    })
})

test('two names stay two', () => {
  expect(members('rent and service charges in 2024')).toEqual({
    account_level_3: ['Rent', 'Service charges'],
  })
  expect(understand('rent without supported housing in 2024', vocabulary, setting()).asked).toMatchObject({
    members: { account_level_3: ['Rent'] },
    notMembers: { account: ['5020'] },
  })
  // What a share is of is said as well as what has it.
  expect(members('share of supported housing in rent in 2024')).toEqual({
    account: ['5020'],
    account_level_3: ['Rent'],
  })
})
