import { catalogue } from '../../shared/text/language.ts'

export const say = catalogue({
  en: {
    damagedWorkbook: (name: string) =>
      `${name} is a damaged or encrypted workbook. Save it anew and try again.`,
    noCells: (name: string) => `${name} has no cells.`,
    noSheet: (name: string, sheet: string, sheets: string) =>
      `${name} has no sheet “${sheet}”; it has ${sheets}.`,
    tooManyCells: (name: string) => `${name} has more cells than a reference table can have.`,
    tooLarge: (name: string) => `${name} is larger than 512 MB. Take a part of it.`,
    noFile: (name: string) => `There is no file ${name}.`,
    notUtf8: (name: string) => `${name} is not UTF-8 text. Save it as UTF-8 and try again.`,
    openQuote: (name: string, line: number) => `${name}, line ${line}: a quotation mark is not closed.`,
    ragged: (name: string, line: number, fields: number, header: number) =>
      `${name}, line ${line}: ${fields} ${fields === 1 ? 'field' : 'fields'} where the header has ${header}. Correct the line, or import the file into a workspace, where such a row is kept apart with its reason, and give that with --workspace instead of --table.`,
    emptyFile: (name: string) => `${name} is empty.`,
    noColumn: (name: string, column: string, columns: string) =>
      `${name} has no column “${column}”; it has ${columns}.`,
    noNumber: (name: string, line: number | undefined, column: string, value: string) =>
      `${name}, line ${line}, column “${column}”: “${value}” is not a number.`,
    tooLargeTable: (name: string) => `${name} is larger than 64 MB, which no reference table is.`,
    damagedZip: (name: string) => `${name} is a damaged zip archive. Fetch it again.`,
    noSuchMember: (name: string) => `${name} is a zip archive without such a table in it.`,
  },
  de: {
    damagedWorkbook: name =>
      `${name} ist eine beschädigte oder verschlüsselte Arbeitsmappe. Speichern Sie sie neu und versuchen Sie es noch einmal.`,
    noCells: name => `${name} hat keine Zellen.`,
    noSheet: (name, sheet, sheets) => `${name} hat kein Blatt „${sheet}“; es gibt ${sheets}.`,
    tooManyCells: name => `${name} hat mehr Zellen, als eine Referenztabelle haben kann.`,
    tooLarge: name => `${name} ist größer als 512 MB. Nehmen Sie einen Teil davon.`,
    noFile: name => `Es gibt keine Datei ${name}.`,
    notUtf8: name =>
      `${name} ist kein Text in UTF-8. Speichern Sie die Datei als UTF-8 und versuchen Sie es noch einmal.`,
    openQuote: (name, line) => `${name}, Zeile ${line}: Ein Anführungszeichen ist nicht geschlossen.`,
    ragged: (name, line, fields, header) =>
      `${name}, Zeile ${line}: ${fields} ${fields === 1 ? 'Feld' : 'Felder'}, wo der Kopf ${header} hat. Berichtigen Sie die Zeile, oder importieren Sie die Datei in einen Arbeitsbereich, wo eine solche Zeile mit ihrem Grund beiseitegelegt wird, und geben Sie diesen mit --workspace statt --table an.`,
    emptyFile: name => `${name} ist leer.`,
    noColumn: (name, column, columns) => `${name} hat keine Spalte „${column}“; es gibt ${columns}.`,
    noNumber: (name, line, column, value) =>
      `${name}, Zeile ${line}, Spalte „${column}“: „${value}“ ist keine Zahl.`,
    tooLargeTable: name => `${name} ist größer als 64 MB, was keine Referenztabelle ist.`,
    damagedZip: name => `${name} ist ein beschädigtes Zip-Archiv. Laden Sie es noch einmal.`,
    noSuchMember: name => `${name} ist ein Zip-Archiv ohne eine solche Tabelle darin.`,
  },
})
