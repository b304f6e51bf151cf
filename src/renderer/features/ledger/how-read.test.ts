import { expect, it } from 'vitest'
import { howRead } from './how-read.ts'

it.each([
  ['as it stands', 'wie es dasteht'],
  ['read as dd/MM/yyyy', 'gelesen als dd/MM/yyyy'],
  [
    'decimal sign “.”, grouping “,”; sign turned round',
    'Dezimalzeichen „.“, Gruppen durch „,“; Vorzeichen umgekehrt',
  ],
  ['decimal sign “,”', 'Dezimalzeichen „,“'],
  ['something new', 'something new'],
])('%s is, in German, %s', (english, german) => {
  expect(howRead(english, 'de')).toBe(german)
  expect(howRead(english, 'en')).toBe(english)
})
