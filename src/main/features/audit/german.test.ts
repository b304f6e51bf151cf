import { afterEach, expect, test } from 'vitest'
import { languageFrom } from '../../../shared/text/language.ts'
import { exceptionSays } from './exception-messages.ts'
import { say } from './messages.ts'
import { publicHolidays } from './public-holidays.ts'
import { statementOf } from './statements.ts'

afterEach(() => languageFrom(() => 'en'))

test('exceptions, reasons and holidays come in German to whoever reads German', async () => {
  languageFrom(() => 'de')
  const gap = { code: 'gap', rows: [], amount: 0, values: { series: 'RE-#', from: 7, to: 7, missing: 1 } }
  expect(statementOf(gap, 2)).toBe('Die Nummer 7 von RE-# fehlt.')
  const limit = { code: 'below-limit', rows: [4], amount: 2n ** 60n, values: { limit: 896_905, share: 96.5 } }
  expect(statementOf(limit, 2)).toBe('11.529.215.046.068.469,76 sind 96,5 % der Grenze 8.969,05.')
  const tie = {
    code: 'control-total',
    rows: [],
    amount: 1,
    values: { of: 'total', counted: '15612.5', control: '15612' },
  }
  expect(statementOf(tie, 2)).toBe('Die Summe stimmt nicht überein: gezählt 15.612,5, Kontrolle 15.612.')
  languageFrom(() => 'en')
  expect(statementOf(limit, 2)).toBe('11,529,215,046,068,469.76 is 96.5 % of the limit 8,969.05.')
  languageFrom(() => 'de')
  expect(say().columnFor('duplicates', ['amount', 'payee'])).toBe(
    'Die Prüfung duplicates muss wissen, welche Spalte der Betrag und der Empfänger ist: --amount … --payee ….',
  )
  const day = Date.UTC(2024, 11, 25) / 86_400_000
  expect((await publicHolidays('DE', day, day))?.get(day)).toBe('1. Weihnachtstag')
})

test('every exception has its sentence in both languages', () => {
  const english = Object.keys(exceptionSays())
  languageFrom(() => 'de')
  expect(Object.keys(exceptionSays())).toEqual(english)
})
