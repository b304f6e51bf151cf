import { catalogue } from '../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noAmount: (cell: string) => `“${cell}” is not an amount.`,
    noYear: 'No year: neither the header nor the row says which. Give it with --year.',
  },
  de: {
    noAmount: cell => `„${cell}“ ist kein Betrag.`,
    noYear: 'Kein Jahr: Weder die Kopfzeile noch die Zeile nennt eines. Geben Sie es mit --year an.',
  },
})
