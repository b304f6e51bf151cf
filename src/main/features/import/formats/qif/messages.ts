import { catalogue } from '../../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    dateOrder: (text: string, line: number) =>
      `The date “${text}” in line ${line} can be read in two ways, and the other dates of the file do not settle it: in which order do its parts stand?`,
    tooLarge: 'The file is larger than 64 MB, which no QIF is: export fewer years at a time.',
    unknownAction: (action: string) =>
      `The action “${action}” (N) is not known, so it is open whether money came or went: enter the record by hand.`,
    noAmount: 'The record has no amount (T): correct it in the file, or enter it by hand.',
    badAmount: (text: string) =>
      `The amount “${text}” (T) is no number: correct it in the file, or enter the record by hand.`,
    unknownSection: (name: string) =>
      `The section “${name}” is not known: it was read like that of a bank account.`,
    cutLine: (line: string) =>
      `The file ends within the line “${line}”: export it again, or enter the record by hand.`,
    noEnd: 'The record has no ^ at its end: see whether all of it is there.',
    leftOut: (lists: string) =>
      `The file also has entries that are no movements and were left out: ${lists}.`,
    noMovements: 'The file holds no movements.',
    onlyHeaders: 'only headers',
    onlyLists: (lists: string) => `only lists (${lists})`,
    nothingIn: (what: string) =>
      `The file holds no movements, ${what}: export the transactions of an account.`,
    empty: 'The file is empty.',
    webPage:
      'This is a web page and not a QIF: the bank probably asked to sign in. Sign in there and download the file again.',
    noQif:
      'There is no header such as !Type:Bank in the file, and no record of lettered lines: it is no QIF.',
    noDate: 'The record has no date (D): correct it in the file, or enter it by hand.',
    badDate: (text: string) =>
      `The date “${text}” (D) is no day: correct it in the file, or enter the record by hand.`,
    twoAmounts: (one: string, other: string) =>
      `The record has two amounts, “${one}” and “${other}”: correct it in the file.`,
    badPart: 'An amount of its parts cannot be read',
    partsDiffer: (sum: string, amount: string) => `Its parts sum to ${sum} and not to ${amount}`,
    asOne: (why: string) => `${why}: the record was read as one, without its parts.`,
    someOf: (count: number, type: string) => `${count} of “${type}”`,
    dayFirst: 'Day, month, year',
    monthFirst: 'Month, day, year',
  },
  de: {
    dateOrder: (text, line) =>
      `Das Datum „${text}“ in Zeile ${line} lässt sich auf zwei Arten lesen, und die anderen Daten der Datei entscheiden es nicht: In welcher Reihenfolge stehen seine Teile?`,
    tooLarge: 'Die Datei ist größer als 64 MB, was kein QIF ist: Exportieren Sie weniger Jahre auf einmal.',
    unknownAction: action =>
      `Der Vorgang „${action}“ (N) ist nicht bekannt, sodass offen ist, ob Geld kam oder ging: Geben Sie den Satz von Hand ein.`,
    noAmount:
      'Der Satz hat keinen Betrag (T): Berichtigen Sie ihn in der Datei oder geben Sie ihn von Hand ein.',
    badAmount: text =>
      `Der Betrag „${text}“ (T) ist keine Zahl: Berichtigen Sie ihn in der Datei oder geben Sie den Satz von Hand ein.`,
    unknownSection: name =>
      `Der Abschnitt „${name}“ ist nicht bekannt: Er wurde wie der eines Bankkontos gelesen.`,
    cutLine: line =>
      `Die Datei endet in der Zeile „${line}“: Exportieren Sie sie noch einmal oder geben Sie den Satz von Hand ein.`,
    noEnd: 'Der Satz hat kein ^ an seinem Ende: Sehen Sie nach, ob er ganz da ist.',
    leftOut: lists => `Die Datei hat auch Einträge, die keine Umsätze sind und weggelassen wurden: ${lists}.`,
    noMovements: 'Die Datei enthält keine Umsätze.',
    onlyHeaders: 'nur Köpfe',
    onlyLists: lists => `nur Listen (${lists})`,
    nothingIn: what => `Die Datei enthält keine Umsätze, ${what}: Exportieren Sie die Umsätze eines Kontos.`,
    empty: 'Die Datei ist leer.',
    webPage:
      'Das ist eine Webseite und kein QIF: Die Bank wollte vermutlich eine Anmeldung. Melden Sie sich dort an und laden Sie die Datei noch einmal herunter.',
    noQif:
      'In der Datei ist kein Kopf wie !Type:Bank und kein Satz von Zeilen mit Buchstaben: Sie ist kein QIF.',
    noDate: 'Der Satz hat kein Datum (D): Berichtigen Sie ihn in der Datei oder geben Sie ihn von Hand ein.',
    badDate: text =>
      `Das Datum „${text}“ (D) ist kein Tag: Berichtigen Sie es in der Datei oder geben Sie den Satz von Hand ein.`,
    twoAmounts: (one, other) =>
      `Der Satz hat zwei Beträge, „${one}“ und „${other}“: Berichtigen Sie ihn in der Datei.`,
    badPart: 'Ein Betrag seiner Teile lässt sich nicht lesen',
    partsDiffer: (sum, amount) => `Seine Teile ergeben ${sum} und nicht ${amount}`,
    asOne: why => `${why}: Der Satz wurde als einer gelesen, ohne seine Teile.`,
    someOf: (count, type) => `${count} von „${type}“`,
    dayFirst: 'Tag, Monat, Jahr',
    monthFirst: 'Monat, Tag, Jahr',
  },
})
