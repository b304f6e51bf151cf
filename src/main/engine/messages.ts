import { catalogue } from '../../shared/text/language.ts'

export const say = catalogue({
  en: {
    cancelled: 'Cancelled.',
    tooFar: (rows: string) =>
      `By text, a warehouse can be asked for the first and the last ${rows} entries. Order by date, amount or a name to go further.`,
  },
  de: {
    cancelled: 'Abgebrochen.',
    tooFar: rows =>
      `Nach Text geordnet gibt ein Warehouse die ersten und die letzten ${rows} Buchungen her. Ordnen Sie nach Datum, Betrag oder einem Namen, um weiter zu blättern.`,
  },
})
