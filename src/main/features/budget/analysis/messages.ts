import { catalogue } from '../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noAmount: (cell: string) => `“${cell}” is not an amount.`,
    inUnits: (words: string, unit: number) =>
      `The file says “${words}”: each figure was taken times ${unit === 1000 ? '1,000' : '1,000,000'}.`,
    noYear: 'No year: neither the header nor the row says which. Give it with --year.',
  },
  de: {
    noAmount: cell => `„${cell}“ ist kein Betrag.`,
    inUnits: (words, unit) =>
      `Die Datei sagt „${words}“: Jede Zahl wurde mal ${unit === 1000 ? '1.000' : '1.000.000'} genommen.`,
    noYear: 'Kein Jahr: Weder die Kopfzeile noch die Zeile nennt eines. Geben Sie es mit --year an.',
  },
})
