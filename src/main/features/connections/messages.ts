import { catalogue, counted } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noConnection: (id: number) => `There is no connection ${id}. It may have been deleted.`,
    noQuery: (id: number) => `There is no query ${id}. It may have been deleted.`,
    taken: (name: string) => `There is a connection ${name} already. Choose another name.`,
    cancelled: 'Cancelled. Nothing was loaded.',
    stuck: (name: string, cap: number, watermark: string, until: string | null) =>
      `${name}: ${cap} rows or more have the same ${watermark}, ${until ?? 'none'}: reading would never get past them. Raise the row cap.`,
    tooMany: (name: string, cap: number) =>
      `${name} gives more than ${cap} rows. Nothing was loaded: raise the row cap, ask for fewer rows, or name a watermark column, by which the rest comes with the next read.`,
    columnGone: (name: string, column: string, columns: string) =>
      `${name} has no column ${column} any more; it has ${columns}. Nothing was loaded: look at its preview and choose its key and watermark again.`,
    columnsGone: (name: string, gone: string, columns: string) =>
      `${name} has no column ${gone} any more; it has ${columns}. Nothing was loaded. If that is right, import it once through the page, where you say what its columns mean.`,
    mixedWatermark: (watermark: string) =>
      `${watermark} holds numbers and texts, which have no common order: rows would be passed over. Nothing was loaded; choose another column to follow, or read without one.`,
    locked: (file: string) =>
      `${file} is being written by another program. Nothing was loaded; try again when that has finished.`,
    notWhole: (file: string) =>
      `${file} is damaged, or is no SQLite database behind its first line. Choose another file, or let the program that made it write it anew.`,
    sayWhich: 'Say which connection to test.',
    unconfirmed: (name: string) =>
      `${name}: nobody has confirmed what its columns mean yet. Import it once through the page; later reads go by themselves.`,
    giveFile: 'Give the path of the SQLite file.',
    giveHost: 'Give the host: the server’s name or address, or the folder of its socket.',
    giveDatabase: 'Give the name of the database.',
    onlyRead: 'Sources are only read, never changed. Give a SELECT.',
    tooLong: (file: string) => `${file} took too long to read. Ask for fewer rows.`,
    noColumn: (message: string) =>
      `A column is not there any more: ${message}. Look at the table's preview and change the query, its key or its watermark.`,
    noTable: (file: string, message: string) =>
      `The table is not in ${file} any more: ${message}. Choose the table again.`,
    answers: (file: string, message: string) => `${file} answers: ${message}. Check the query.`,
  },
  de: {
    noConnection: id => `Es gibt keine Verbindung ${id}. Sie wurde vielleicht gelöscht.`,
    noQuery: id => `Es gibt keine Abfrage ${id}. Sie wurde vielleicht gelöscht.`,
    taken: name => `Eine Verbindung ${name} gibt es schon. Wählen Sie einen anderen Namen.`,
    cancelled: 'Abgebrochen. Nichts wurde geladen.',
    stuck: (name, cap, watermark, until) =>
      `${name}: ${counted(cap)} Zeilen oder mehr haben denselben Wert in ${watermark}, ${until ?? 'keinen'}: Das Lesen käme nie über sie hinaus. Erhöhen Sie die Höchstzahl der Zeilen.`,
    tooMany: (name, cap) =>
      `${name} liefert mehr als ${counted(cap)} Zeilen. Nichts wurde geladen: Erhöhen Sie die Höchstzahl der Zeilen, fragen Sie nach weniger Zeilen, oder nennen Sie eine Spalte als Wasserstand, nach der der Rest beim nächsten Lesen kommt.`,
    columnGone: (name, column, columns) =>
      `${name} hat keine Spalte ${column} mehr; vorhanden sind ${columns}. Nichts wurde geladen: Sehen Sie sich die Vorschau an und wählen Sie Schlüssel und Wasserstand neu.`,
    columnsGone: (name, gone, columns) =>
      `${name} hat keine Spalte ${gone} mehr; vorhanden sind ${columns}. Nichts wurde geladen. Ist das richtig, importieren Sie sie einmal über die Seite, wo Sie sagen, was die Spalten bedeuten.`,
    mixedWatermark: watermark =>
      `${watermark} enthält Zahlen und Texte, die keine gemeinsame Reihenfolge haben: Zeilen würden übergangen. Nichts wurde geladen; wählen Sie eine andere Spalte, der gefolgt wird, oder lesen Sie ohne.`,
    locked: file =>
      `${file} wird gerade von einem anderen Programm beschrieben. Nichts wurde geladen; versuchen Sie es noch einmal, wenn es fertig ist.`,
    notWhole: file =>
      `${file} ist beschädigt oder hinter seiner ersten Zeile keine SQLite-Datenbank. Wählen Sie eine andere Datei, oder lassen Sie das Programm, das sie gemacht hat, sie neu schreiben.`,
    sayWhich: 'Sagen Sie, welche Verbindung geprüft werden soll.',
    unconfirmed: name =>
      `${name}: Noch hat niemand bestätigt, was die Spalten bedeuten. Importieren Sie sie einmal über die Seite; danach geht das Lesen von selbst.`,
    giveFile: 'Geben Sie den Pfad der SQLite-Datei an.',
    giveHost: 'Geben Sie den Host an: Name oder Adresse des Servers, oder den Ordner seines Sockets.',
    giveDatabase: 'Geben Sie den Namen der Datenbank an.',
    onlyRead: 'Quellen werden nur gelesen, nie geändert. Geben Sie ein SELECT an.',
    tooLong: file => `${file} zu lesen dauerte zu lange. Fragen Sie nach weniger Zeilen.`,
    noColumn: message =>
      `Eine Spalte ist nicht mehr da: ${message}. Sehen Sie sich die Vorschau der Tabelle an und ändern Sie die Abfrage, ihren Schlüssel oder ihren Wasserstand.`,
    noTable: (file, message) =>
      `Die Tabelle ist nicht mehr in ${file}: ${message}. Wählen Sie die Tabelle neu.`,
    answers: (file, message) => `${file} antwortet: ${message}. Prüfen Sie die Abfrage.`,
  },
})
