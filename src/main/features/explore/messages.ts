import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    tooManySteps: 'These entries lie too many days apart. Choose a wider step, or fewer days.',
    cancelled: 'Cancelled.',
    sqlMasked:
      'People and numbers are masked, and a statement could write them another way. Ask an administrator, or use the other pages.',
    // The word is given, so that the rule on statements outside queries.ts sees none here.
    notHere: (word: string) => `${word} is not allowed here.`,
    selectOnly: 'Only SELECT is allowed here.',
    readOnly: 'Only statements that read and return rows are allowed here: start with SELECT.',
    tooMuchText: 'The answer has more than 16 million characters. Ask for fewer rows, or for less of them.',
    recursive: 'Recursive queries are not allowed here: they could run for ever.',
    crossJoin:
      'This joins tables without a condition and would visit thousands of millions of rows. Add a condition to the join.',
    late: (seconds: number) => `It took longer than ${seconds} seconds. Ask for less, or filter more.`,
    memory: 'It was stopped: it needs more than 512 MB of memory. Ask for less.',
  },
  de: {
    tooManySteps:
      'Diese Buchungen liegen zu viele Tage auseinander. Wählen Sie einen größeren Schritt oder weniger Tage.',
    cancelled: 'Abgebrochen.',
    sqlMasked:
      'Personen und Nummern sind maskiert, und eine Anweisung könnte sie anders schreiben. Fragen Sie einen Administrator, oder nehmen Sie die anderen Seiten.',
    notHere: word => `${word} ist hier nicht erlaubt.`,
    selectOnly: 'Hier ist nur SELECT erlaubt.',
    readOnly: 'Hier sind nur Anweisungen erlaubt, die lesen und Zeilen liefern: Beginnen Sie mit SELECT.',
    tooMuchText:
      'Die Antwort hat mehr als 16 Millionen Zeichen. Fragen Sie nach weniger Zeilen oder nach weniger von ihnen.',
    recursive: 'Rekursive Abfragen sind hier nicht erlaubt: Sie könnten endlos laufen.',
    crossJoin:
      'Das verbindet Tabellen ohne Bedingung und würde Milliarden von Zeilen besuchen. Geben Sie der Verbindung eine Bedingung.',
    late: seconds =>
      `Es hat länger als ${seconds} Sekunden gedauert. Fragen Sie nach weniger, oder filtern Sie mehr.`,
    memory: 'Es wurde beendet: Es braucht mehr als 512 MB Speicher. Fragen Sie nach weniger.',
  },
})
