import { catalogue } from '../../../../shared/text/language.ts'

/** What is said of files of rates, of indicators and of charts of accounts. */
export const say = catalogue({
  en: {
    notARate: (cell: string) => `“${cell}” is not a rate.`,
    notADate: (cell: string) => `“${cell}” is not a date like 2025-10-31.`,
    notACurrency: (cell: string) => `“${cell}” is not a currency like USD.`,
    severalBases: (name: string, bases: string) =>
      `${name} has rates against ${bases}. Import one base at a time.`,
    countries: (name: string, column: string) =>
      `${name} names countries in its column “${column}”, not currencies; which currency a country had depends on the year. Add a column currency with codes (USD, GBP …) and import it again.`,
    noRates: (name: string) =>
      `${name} is no table of exchange rates: it needs a column Date and a column for each currency (USD, GBP …), or the columns date, currency and rate.`,
    notAValue: (cell: string) => `“${cell}” is not a number.`,
    notASpan: (cell: string) =>
      `“${cell}” is no day, month, quarter or year: 2025-10-31, 2025-10, 2025-Q4, 2025.`,
    twice: (name: string, date: string) => `${name} has two values for ${date}; the later line counts.`,
    repeated: (name: string) =>
      `${name} has several values for one date, and no column that says what each of them is of. Keep one series, or add a column series.`,
    noIndicators: (name: string) =>
      `${name} is no table of an indicator: it needs a column Date (or Year, with Month where there is one) and a column of numbers for each series, or the columns date, series and value.`,
    gnucashDoctype: (name: string) => `${name} has a document type, which no chart of accounts needs.`,
    gnucashDamaged: (name: string, why: string) => `${name} is damaged: ${why}`,
    gnucashEmpty: (name: string) => `${name} has no accounts of GnuCash in it.`,
    notJson: (name: string) => `${name} is not whole JSON.`,
    wrongJson: (name: string) => `${name} needs to be an object of account numbers and names.`,
    noNumber: (line: string) => `“${line}” does not begin with a number.`,
    noChart: (name: string) =>
      `${name} is no chart of accounts: it needs lines of number and name, a table with a column Account, or GnuCash’s XML.`,
    belowItself: (key: string) => `${key} stands below itself.`,
    tooDeep: (key: string) => `${key} stands on more than seven levels.`,
  },
  de: {
    notARate: cell => `„${cell}“ ist kein Kurs.`,
    notADate: cell => `„${cell}“ ist kein Datum wie 2025-10-31.`,
    notACurrency: cell => `„${cell}“ ist keine Währung wie USD.`,
    severalBases: (name, bases) =>
      `${name} enthält Kurse gegen ${bases}. Importieren Sie jeweils eine Basiswährung.`,
    countries: (name, column) =>
      `${name} nennt in der Spalte „${column}“ Länder statt Währungen; welche Währung ein Land hatte, hängt vom Jahr ab. Ergänzen Sie eine Spalte currency mit Codes (USD, GBP …) und importieren Sie die Datei erneut.`,
    noRates: name =>
      `${name} ist keine Tabelle mit Wechselkursen: Nötig sind eine Spalte Date und je Währung eine Spalte (USD, GBP …) oder die Spalten date, currency und rate.`,
    notAValue: cell => `„${cell}“ ist keine Zahl.`,
    notASpan: cell => `„${cell}“ ist kein Tag, Monat, Quartal oder Jahr: 2025-10-31, 2025-10, 2025-Q4, 2025.`,
    twice: (name, date) => `${name} hat zwei Werte für ${date}; die spätere Zeile gilt.`,
    repeated: name =>
      `${name} hat mehrere Werte für ein Datum und keine Spalte, die sagt, wozu jeder gehört. Behalten Sie eine Reihe oder ergänzen Sie eine Spalte series.`,
    noIndicators: name =>
      `${name} ist keine Tabelle mit einem Indikator: Nötig sind eine Spalte Date (oder Year, gegebenenfalls mit Month) und je Reihe eine Spalte mit Zahlen oder die Spalten date, series und value.`,
    gnucashDoctype: name => `${name} hat einen Dokumenttyp, den kein Kontenplan braucht.`,
    gnucashDamaged: (name, why) => `${name} ist beschädigt: ${why}`,
    gnucashEmpty: name => `${name} enthält keine Konten von GnuCash.`,
    notJson: name => `${name} ist kein vollständiges JSON.`,
    wrongJson: name => `${name} muss ein Objekt aus Kontonummern und Namen sein.`,
    noNumber: line => `„${line}“ beginnt nicht mit einer Nummer.`,
    noChart: name =>
      `${name} ist kein Kontenplan: Nötig sind Zeilen aus Nummer und Name, eine Tabelle mit einer Spalte Konto oder das XML von GnuCash.`,
    belowItself: key => `${key} steht unter sich selbst.`,
    tooDeep: key => `${key} steht auf mehr als sieben Ebenen.`,
  },
})
