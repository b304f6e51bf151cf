import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    fileGone: 'The file is not at hand any more. Choose it again.',
    actualIsNotPlanned: 'What is actual is not planned: name another scenario.',
    endsBeforeBegins: 'The period ends before it begins.',
    noBudget: (file: string) =>
      `${file} is no budget that could be read: it needs a header with months, quarters or years, or columns of a date and an amount. Of a table without a header, name the column of the amounts by its letter, and the year: --amount B --year 2026.`,
    inCell: (file: string, row: number, column: string, problem: string) =>
      `${file}, row ${row}, column ${column}: ${problem}`,
    otherYear: (month: string, first: string, last: string) =>
      `${month} is no month of this fiscal year, ${first} to ${last}.`,
    tooLarge: 'The amount is larger than an entry can hold.',
  },
  de: {
    fileGone: 'Die Datei liegt nicht mehr vor. Wählen Sie sie noch einmal.',
    actualIsNotPlanned: 'Das Ist wird nicht geplant: Nennen Sie ein anderes Szenario.',
    endsBeforeBegins: 'Der Zeitraum endet, bevor er beginnt.',
    noBudget: file =>
      `${file} ist kein lesbares Budget: Es braucht eine Kopfzeile mit Monaten, Quartalen oder Jahren oder je eine Spalte für Datum und Betrag. Bei einer Tabelle ohne Kopfzeile nennen Sie die Spalte der Beträge mit ihrem Buchstaben und das Jahr: --amount B --year 2026.`,
    inCell: (file, row, column, problem) => `${file}, Zeile ${row}, Spalte ${column}: ${problem}`,
    otherYear: (month, first, last) =>
      `${month} ist kein Monat dieses Geschäftsjahres (${first} bis ${last}).`,
    tooLarge: 'Der Betrag ist größer, als eine Buchung ihn halten kann.',
  },
})
