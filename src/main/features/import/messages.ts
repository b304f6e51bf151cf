import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    tooManyEntries: (count: number, most: number) =>
      `The zip archive holds ${count} entries, more than ${most}. Unpack it and import the files.`,
    moreEntries: (most: number) =>
      `The zip archive holds more than ${most} entries. Unpack it and import the files.`,
    leadsOut: (name: string) =>
      `The zip archive holds “${name}”, which leads out of its folder. It is not opened.`,
    encryptedMember: (name: string) =>
      `“${name}” in the zip archive is encrypted. Unpack it with its password, then import it.`,
    otherPacking: (name: string) =>
      `“${name}” is packed in a way that Farthing does not read. Unpack it, then import it.`,
    emptyArchive: (name: string) =>
      `${name} is a zip archive with no file in it. There is nothing to import.`,
    unpacksTo: (megabytes: number) =>
      `The file unpacks to more than ${megabytes} MB. Unpack it and split it, then import the parts.`,
    damagedMember: (name: string) =>
      `“${name}” in the archive is damaged, or is not as long as the archive says. Fetch the file again.`,
    changed: (name: string) =>
      `${name} changed while it was read. Nothing was changed. Wait until it is whole, then import it.`,
    cancelled: 'Cancelled. Nothing was changed.',
    noTable: (name: string) =>
      `${name} is neither a table nor a statement that Farthing knows: its lines hold no columns. Fetch it again as CSV, OFX, QIF, MT940, CAMT or XLSX.`,
    sameMovement: (entry: number, date: string, file: string) =>
      `Entry ${entry} of ${date}, from ${file}, is taken for the same movement.`,
    wasThere: 'The entry was in the workspace already when this file was loaded.',
    isArchive: (name: string) => `${name} is a zip archive. Choose the files in it.`,
    nestedArchive: (name: string) =>
      `${name} is an archive within an archive. Unpack the outer one, then import the inner.`,
    foreignPackage: (name: string, kind: string) =>
      `${name} is ${kind}. Save it as .xlsx or CSV, then import that.`,
    binaryWorkbook: 'a binary workbook (.xlsb)',
    textDocument: 'a text document',
    presentation: 'a presentation',
    openDocument: 'an OpenDocument file',
    encryptedWorkbook:
      'is encrypted with a password. Open it in a spreadsheet program, save it without the password as .xlsx, then import that.',
    oldWorkbook:
      'is a workbook of the old .xls form. Open it in a spreadsheet program, save it as .xlsx, then import that.',
    pdf: 'is a PDF. Banks offer the same statement as CSV, OFX or CAMT: fetch it in that form.',
    picture: 'is a picture, not a table.',
    database: 'is a database. Export the table as CSV and import that.',
    packed: 'is a packed archive. Unpack it, then import the files in it.',
    largeMember: (member: string | undefined, megabytes: number) =>
      `${member} in the archive is larger than ${megabytes} MB. Unpack it, then import it.`,
    isThere: 'This entry is in the workspace already.',
    blankRow: 'The row is blank.',
    aboveTable: 'The row stands above the table.',
    mapDate: 'The mapping names no column for the date. Map one, or give one date for all rows (YYYY-MM-DD).',
    mapAmount: 'The mapping names no column for the amount. Map one.',
    noTableOnSheet: (name: string, sheet: string) => `${name} has no table on its sheet “${sheet}”.`,
    noTableOnAny: (name: string) => `${name} has no table on any of its sheets.`,
    whichSheet: (name: string) => `${name} has tables on several sheets. Which one is to be imported?`,
    noSheet: (name: string) => `The workbook has no sheet “${name}” any more.`,
    noSuchTable: (name: string, table: number, count: number) =>
      `${name} has no table ${table}: it has ${count === 1 ? 'one' : count}.`,
    emptyFile: (name: string) => `${name} is empty. There is nothing to import.`,
    noText: (name: string) =>
      `${name} is not a text file: it holds bytes of value nought. Export it as CSV and import that.`,
    halfCharacter: (name: string) =>
      `${name} is written in UTF-16 and holds half a character, so it was cut off or damaged. Fetch it again.`,
    tooManyColumns: (name: string) =>
      `${name} has more than 16,384 columns. It is no ledger that can be read.`,
    tooMuchMemory:
      'The file needs more memory than one file may take. Nothing was changed. Split it, or save it as CSV, then import that.',
    fileGone: 'The file is not at hand any more. Choose it again.',
    changedSince: (name: string) =>
      `${name} has changed since the preview. Look at it again, then import it.`,
    noBatch: (batch: number) => `There is no batch ${batch}.`,
    noMapping: (id: number) => `There is no mapping ${id}. It may have been deleted.`,
    damagedGzip: 'The gzip file is damaged or cut off. Fetch it again.',
    noMember: (member: string) => `There is no ${member} in the archive any more.`,
    undoneAlready: (batch: number) => `Batch ${batch} is undone already.`,
    notUndone: (batch: number) => `Batch ${batch} is not undone.`,
    damagedArchive: 'The zip archive is damaged or cut off. Fetch it again.',
    place: { line: 'Line', row: 'Row', record: 'Record' },
    atLine: (name: string, line: number, message: string) => `${name}, line ${line}: ${message}`,
    lineOf: (line: number, text: string) => `Line ${line}: ${text}`,
  },
  de: {
    tooManyEntries: (count, most) =>
      `Das Zip-Archiv enthält ${count} Einträge, mehr als ${most}. Entpacken Sie es und importieren Sie die Dateien.`,
    moreEntries: most =>
      `Das Zip-Archiv enthält mehr als ${most} Einträge. Entpacken Sie es und importieren Sie die Dateien.`,
    leadsOut: name =>
      `Das Zip-Archiv enthält „${name}“, was aus seinem Ordner hinausführt. Es wird nicht geöffnet.`,
    encryptedMember: name =>
      `„${name}“ im Zip-Archiv ist verschlüsselt. Entpacken Sie es mit seinem Passwort und importieren Sie es dann.`,
    otherPacking: name =>
      `„${name}“ ist auf eine Weise gepackt, die Farthing nicht liest. Entpacken Sie es und importieren Sie es dann.`,
    emptyArchive: name => `${name} ist ein Zip-Archiv ohne eine Datei darin. Es gibt nichts zu importieren.`,
    unpacksTo: megabytes =>
      `Die Datei entpackt sich zu mehr als ${megabytes} MB. Entpacken Sie sie, teilen Sie sie auf und importieren Sie dann die Teile.`,
    damagedMember: name =>
      `„${name}“ im Archiv ist beschädigt oder nicht so lang, wie das Archiv sagt. Laden Sie die Datei noch einmal.`,
    changed: name =>
      `${name} hat sich geändert, während es gelesen wurde. Nichts wurde geändert. Warten Sie, bis die Datei ganz ist, und importieren Sie sie dann.`,
    cancelled: 'Abgebrochen. Nichts wurde geändert.',
    noTable: name =>
      `${name} ist weder eine Tabelle noch ein Auszug, den Farthing kennt: Die Zeilen haben keine Spalten. Laden Sie die Datei noch einmal als CSV, OFX, QIF, MT940, CAMT oder XLSX.`,
    sameMovement: (entry, date, file) =>
      `Die Buchung ${entry} vom ${date}, aus ${file}, gilt als derselbe Umsatz.`,
    wasThere: 'Die Buchung war schon im Arbeitsbereich, als diese Datei geladen wurde.',
    isArchive: name => `${name} ist ein Zip-Archiv. Wählen Sie die Dateien darin.`,
    nestedArchive: name =>
      `${name} ist ein Archiv in einem Archiv. Entpacken Sie das äußere und importieren Sie dann das innere.`,
    foreignPackage: (name, kind) =>
      `${name} ist ${kind}. Speichern Sie den Inhalt als .xlsx oder CSV und importieren Sie dann das.`,
    binaryWorkbook: 'eine binäre Arbeitsmappe (.xlsb)',
    textDocument: 'ein Textdokument',
    presentation: 'eine Präsentation',
    openDocument: 'eine OpenDocument-Datei',
    encryptedWorkbook:
      'ist mit einem Passwort verschlüsselt. Öffnen Sie die Datei in einer Tabellenkalkulation, speichern Sie sie ohne das Passwort als .xlsx und importieren Sie dann die.',
    oldWorkbook:
      'ist eine Arbeitsmappe der alten Form .xls. Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie als .xlsx und importieren Sie dann die.',
    pdf: 'ist ein PDF. Banken bieten denselben Auszug als CSV, OFX oder CAMT an: Laden Sie ihn in dieser Form.',
    picture: 'ist ein Bild und keine Tabelle.',
    database: 'ist eine Datenbank. Exportieren Sie die Tabelle als CSV und importieren Sie die.',
    packed: 'ist ein gepacktes Archiv. Entpacken Sie es und importieren Sie dann die Dateien darin.',
    largeMember: (member, megabytes) =>
      `${member} im Archiv ist größer als ${megabytes} MB. Entpacken Sie es und importieren Sie es dann.`,
    isThere: 'Diese Buchung ist schon im Arbeitsbereich.',
    blankRow: 'Die Zeile ist leer.',
    aboveTable: 'Die Zeile steht über der Tabelle.',
    mapDate:
      'Die Zuordnung nennt keine Spalte für das Datum. Ordnen Sie eine zu oder geben Sie ein Datum für alle Zeilen an (JJJJ-MM-TT).',
    mapAmount: 'Die Zuordnung nennt keine Spalte für den Betrag. Ordnen Sie eine zu.',
    noTableOnSheet: (name, sheet) => `${name} hat keine Tabelle auf dem Blatt „${sheet}“.`,
    noTableOnAny: name => `${name} hat auf keinem Blatt eine Tabelle.`,
    whichSheet: name => `${name} hat Tabellen auf mehreren Blättern. Welche soll importiert werden?`,
    noSheet: name => `Die Arbeitsmappe hat kein Blatt „${name}“ mehr.`,
    noSuchTable: (name, table, count) =>
      `${name} hat keine Tabelle ${table}: Es hat ${count === 1 ? 'eine' : count}.`,
    emptyFile: name => `${name} ist leer. Es gibt nichts zu importieren.`,
    noText: name =>
      `${name} ist keine Textdatei: Sie enthält Bytes vom Wert null. Exportieren Sie sie als CSV und importieren Sie dann das.`,
    halfCharacter: name =>
      `${name} ist in UTF-16 geschrieben und enthält ein halbes Zeichen; die Datei wurde also abgeschnitten oder beschädigt. Laden Sie sie noch einmal.`,
    tooManyColumns: name => `${name} hat mehr als 16.384 Spalten. Das ist kein Buch, das sich lesen lässt.`,
    tooMuchMemory:
      'Die Datei braucht mehr Speicher, als eine Datei nehmen darf. Nichts wurde geändert. Teilen Sie sie auf oder speichern Sie sie als CSV und importieren Sie dann das.',
    fileGone: 'Die Datei ist nicht mehr zur Hand. Wählen Sie sie noch einmal.',
    changedSince: name =>
      `${name} hat sich seit der Vorschau geändert. Sehen Sie die Datei noch einmal an und importieren Sie sie dann.`,
    noBatch: batch => `Es gibt keinen Stapel ${batch}.`,
    noMapping: id => `Es gibt keine Zuordnung ${id}. Sie wurde vielleicht gelöscht.`,
    damagedGzip: 'Die Gzip-Datei ist beschädigt oder abgeschnitten. Laden Sie sie noch einmal.',
    noMember: member => `${member} ist nicht mehr im Archiv.`,
    undoneAlready: batch => `Der Stapel ${batch} ist schon rückgängig gemacht.`,
    notUndone: batch => `Der Stapel ${batch} ist nicht rückgängig gemacht.`,
    damagedArchive: 'Das Zip-Archiv ist beschädigt oder abgeschnitten. Laden Sie es noch einmal.',
    place: { line: 'Zeile', row: 'Tabellenzeile', record: 'Datensatz' },
    atLine: (name, line, message) => `${name}, Zeile ${line}: ${message}`,
    lineOf: (line, text) => `Zeile ${line}: ${text}`,
  },
})
