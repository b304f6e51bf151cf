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
  expect(statementOf(gap, String)).toBe('Die Nummer 7 von RE-# fehlt.')
  expect(say().columnFor('duplicates', ['amount', 'payee'])).toBe(
    'Die Prüfung duplicates muss wissen, welche Spalte der Betrag und der Empfänger ist.',
  )
  const day = Date.UTC(2024, 11, 25) / 86_400_000
  expect((await publicHolidays('DE', day, day))?.get(day)).toBe('1. Weihnachtstag')
})

test('every exception has its sentence in both languages', () => {
  const english = Object.keys(exceptionSays())
  languageFrom(() => 'de')
  expect(Object.keys(exceptionSays())).toEqual(english)
})
