import type { AuditField, AuditRequest } from '../../../shared/data/audit-request.ts'
import { catalogue, counted, language } from '../../../shared/text/language.ts'

type Test = AuditRequest['test']

/** German names of the fields, with their article in the nominative. English takes the field's own name. */
const FELDER: Readonly<Record<AuditField | 'audit', string>> = {
  amount: 'der Betrag',
  payee: 'der Empfänger',
  date: 'das Datum',
  reference: 'die Referenz',
  number: 'die Nummer',
  document: 'der Beleg',
  account: 'das Konto',
  text: 'der Text',
  user: 'der Erfasser',
  approver: 'der Genehmigende',
  entered: 'das Erfassungsdatum',
  due: 'die Fälligkeit',
  time: 'die Uhrzeit',
  bank: 'die Bankverbindung',
  company: 'die Gesellschaft',
  audit: 'der Prüfwert',
}
const feld = (field: string): string => FELDER[field as AuditField] ?? field
const listed = (fields: readonly string[]): string =>
  language() === 'de' ? fields.map(feld).join(' und ') : fields.join(' and the ')
/** Without its article. */
const bare = (field: string): string => feld(field).replace(/^\S+ /, '')

/** How a command says it. */
const options = (fields: readonly string[]): string => fields.map(field => `--${field} …`).join(' ')

export const say = catalogue({
  en: {
    fileGone: 'The file is not at hand any more. Choose it again.',
    noWorkpaper: (id: number) => `There is no workpaper ${id}.`,
    noException: (id: number, sequence: number) => `Workpaper ${id} has no exception ${sequence}.`,
    noItem: (id: number, item: number) => `Workpaper ${id} has no item ${item}.`,
    kept: (id: number) => `Workpaper ${id} has been signed off once and is kept.`,
    signedAlready: (id: number, by: string) => `Workpaper ${id} is signed off already, by ${by}.`,
    signName: 'A sign-off needs the name of who signs.',
    stillOpen: (id: number, open: number, items: boolean) =>
      `Workpaper ${id} has ${open} open ${items ? 'items without an audit value' : 'exceptions without a verdict'}. Decide them first.`,
    noConclusion: (id: number) => `Workpaper ${id} has no conclusion. Write it first.`,
    cancelled: 'Cancelled.',
    noAuditValues: (file: string) => `${file} has no audit values: its column audit is blank.`,
    blankValues: (items: number) =>
      `The audit values are blank in all ${items} rows of the sample: enter them first.`,
    columnFor: (test: Test, fields: readonly string[]) =>
      `The test ${test} needs to know which column is the ${listed(fields)}: ${options(fields)}.`,
    notInLedger: (test: Test, fields: readonly string[]) =>
      `The test ${test} needs the ${listed(fields)}, which this ledger does not have. Say which column it is.`,
    sampleOnly: 'Audit values go with the test sample.',
    noRows: (file: string) => `${file} has a header and no rows.`,
    noAmounts: (file: string, column: string) => `${file} has no amount in its column “${column}”.`,
    places: (least: number, places: number) =>
      `An amount that was asked for has ${least} places, more than the ${places} that are kept.`,
    noSource: (field: string, column: string) =>
      `The ${field} cannot come from “${column}”: the ledger has no such column for it.`,
    noTime: (cell: string) => `“${cell}” is not a time. Choose another column for the time, or none.`,
    dateDoubt: (cell: string, field: string) =>
      `“${cell}” can be read with the day or with the month first, and no other date of the column decides. Choose another column for the field ${field}.`,
    noDate: (cell: string, field: string) =>
      `“${cell}” is not a date. Choose another column for the field ${field}, or none.`,
    noDay: (text: string) => `${text} is not a day.`,
    noHolidays: (place: string) =>
      `There are no holidays for ${place}. Give a country like GB, or a country and region like DE-BY.`,
    nothingToMatch:
      'The test match has nothing to compare payees with: give employees, or say which column is the bank account.',
    amountBeside: (text: string) => `${text} is not an amount that can be kept beside those of the rows.`,
    cell: (file: string, line: number | undefined, column: string, cell: string) =>
      `${file}, line ${line}, column “${column}”: “${cell}”`,
    notExact: ' is not an amount that can be kept exactly',
    writeAmount: '. Write it with a full stop before the decimals and nothing between the thousands.',
    anEntry: 'an entry',
    tooLarge: (places: number, most: string) =>
      `: counted to ${places} decimal places, more than ${most} cannot be.`,
    tooDeep: (places: number, deep: number) =>
      `, with ${places} decimal places. ${deep === 1 ? '1 cell of the column has' : `${deep} cells of the column have`} more than 2; say to how many places amounts are to be rounded.`,
    notADate: ' is not a date written 2024-12-31.',
    notATime: ' is not a time written 18:30 or 2024-12-31T18:30.',
    line: (file: string, line: number | undefined, why: string) => `${file}, line ${line}: ${why}`,
    noneOfSample: (entry: string) => `entry ${entry} is none of the sample.`,
    blank: '(blank)',
    entryTwice: (entry: string) => `entry ${entry} is there twice.`,
    noAmount: (value: string) =>
      `“${value}” is not an amount. Write it with a full stop before the decimals and nothing between the thousands.`,
    dayOrMonth:
      ' can be read with the day or with the month first, and no other date of the column decides. Write the dates as 2024-12-31.',
  },
  de: {
    fileGone: 'Die Datei ist nicht mehr zur Hand. Wählen Sie sie erneut.',
    noWorkpaper: id => `Es gibt kein Arbeitspapier ${id}.`,
    noException: (id, sequence) => `Das Arbeitspapier ${id} hat keine Auffälligkeit ${sequence}.`,
    noItem: (id, item) => `Das Arbeitspapier ${id} hat kein Element ${item}.`,
    kept: id => `Das Arbeitspapier ${id} wurde einmal abgezeichnet und bleibt.`,
    signedAlready: (id, by) => `Das Arbeitspapier ${id} ist schon abgezeichnet, von ${by}.`,
    signName: 'Zum Abzeichnen gehört der Name dessen, der abzeichnet.',
    stillOpen: (id, open, items) =>
      `Im Arbeitspapier ${id} sind noch ${counted(open)} ${items ? 'Elemente ohne Prüfwert' : 'Auffälligkeiten ohne Urteil'}. Entscheiden Sie diese zuerst.`,
    noConclusion: id => `Das Arbeitspapier ${id} hat keine Schlussfolgerung. Schreiben Sie sie zuerst.`,
    cancelled: 'Abgebrochen.',
    noAuditValues: file => `${file} enthält keine Prüfwerte: Die Spalte audit ist leer.`,
    blankValues: items =>
      `Die Prüfwerte sind in allen ${counted(items)} Zeilen der Stichprobe leer: Tragen Sie sie zuerst ein.`,
    columnFor: (test, fields) =>
      `Die Prüfung ${test} muss wissen, welche Spalte ${listed(fields)} ist: ${options(fields)}.`,
    notInLedger: (test, fields) =>
      `Für die Prüfung ${test} fehlt in diesen Buchungen: ${listed(fields)}. Sagen Sie, welche Spalte das ist.`,
    sampleOnly: 'Prüfwerte gehören zur Prüfung sample.',
    noAmounts: (file, column) => `${file} hat in der Spalte „${column}“ keinen Betrag.`,
    noRows: file => `${file} hat eine Kopfzeile und keine Zeilen.`,
    places: (least, places) =>
      `Ein angegebener Betrag hat ${least} Nachkommastellen, mehr als die ${places}, die behalten werden.`,
    noSource: (field, column) =>
      `Das Feld ${bare(field)} kann nicht aus „${column}“ kommen: Die Buchungen haben keine solche Spalte dafür.`,
    noTime: cell => `„${cell}“ ist keine Uhrzeit. Wählen Sie eine andere Spalte für die Uhrzeit oder keine.`,
    dateDoubt: (cell, field) =>
      `„${cell}“ lässt sich mit dem Tag oder mit dem Monat voran lesen, und kein anderes Datum der Spalte entscheidet das. Wählen Sie eine andere Spalte für das Feld ${bare(field)}.`,
    noDate: (cell, field) =>
      `„${cell}“ ist kein Datum. Wählen Sie eine andere Spalte für das Feld ${bare(field)} oder keine.`,
    noDay: text => `${text} ist kein Tag.`,
    noHolidays: place =>
      `Für ${place} gibt es keine Feiertage. Geben Sie ein Land wie GB an oder Land und Region wie DE-BY.`,
    nothingToMatch:
      'Die Prüfung match hat nichts, womit sie Empfänger vergleichen könnte: Geben Sie Beschäftigte an oder sagen Sie, welche Spalte die Bankverbindung ist.',
    amountBeside: text => `${text} ist kein Betrag, der neben denen der Zeilen genau behalten werden kann.`,
    cell: (file, line, column, cell) => `${file}, Zeile ${line}, Spalte „${column}“: „${cell}“`,
    notExact: ' ist kein Betrag, der genau behalten werden kann',
    writeAmount:
      '. Schreiben Sie ihn mit einem Punkt vor den Nachkommastellen und ohne Zeichen zwischen den Tausendern.',
    anEntry: 'eine Buchung',
    tooLarge: (places, most) => `: Mit ${places} Nachkommastellen ist mehr als ${most} nicht zu zählen.`,
    tooDeep: (places, deep) =>
      `, mit ${places} Nachkommastellen. ${deep === 1 ? '1 Zelle der Spalte hat' : `${counted(deep)} Zellen der Spalte haben`} mehr als 2; sagen Sie, auf wie viele Stellen Beträge gerundet werden sollen.`,
    notADate: ' ist kein Datum wie 2024-12-31.',
    notATime: ' ist keine Uhrzeit wie 18:30 oder 2024-12-31T18:30.',
    line: (file, line, why) => `${file}, Zeile ${line}: ${why}`,
    noneOfSample: entry => `Die Buchung ${entry} gehört nicht zur Stichprobe.`,
    blank: '(leer)',
    entryTwice: entry => `Die Buchung ${entry} kommt zweimal vor.`,
    noAmount: value =>
      `„${value}“ ist kein Betrag. Schreiben Sie ihn mit einem Punkt vor den Nachkommastellen und ohne Zeichen zwischen den Tausendern.`,
    dayOrMonth:
      ' lässt sich mit dem Tag oder mit dem Monat voran lesen, und kein anderes Datum der Spalte entscheidet das. Schreiben Sie die Daten wie 2024-12-31.',
  },
})
