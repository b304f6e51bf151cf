import { catalogue } from '../../shared/text/language.ts'

export const say = catalogue({
  en: {
    cancelled: 'Cancelled.',
    noMeasureOf: (op: string, of: string) => `There is no ${op} of ${of}: take it of amount or of original.`,
    noOrderColumn: (column: number, columns: number) =>
      `There is no column ${column} to order by: this query has ${columns}, counted from 0.`,
    mixed: (currencies: string) =>
      `These entries are in ${currencies}: amounts in different currencies do not add up. Filter by one currency, or ask for the amount in the base currency.`,
    nothingBefore: (day: string) =>
      `Nothing lies before ${day} to compare with: the calendar begins on 0001-01-01. Choose a later first day.`,
    comparisonEnds: (day: string) => `The comparison ends on ${day}, before it begins.`,
    noDay: (text: string) => `There is no day ${text}. Write an existing day as YYYY-MM-DD.`,
    noDimension: (id: string, known: string) =>
      `This workspace has no dimension “${id}”. Choose one of: ${known}.`,
    severalTags: (id: string) =>
      `An entry can have several tags, so that sums by ${id} would count it more than once. Group by tags, all that an entry has together, or filter by ${id}.`,
    importedAgain: (entries: number, batch: number) =>
      `${entries} entries of batch ${batch} were imported again in the meantime. Undo that import first, then restore this one.`,
    nothingChanged: 'Cancelled. Nothing was changed.',
    nothingToUndo: 'Nothing is left to undo.',
    nothingToRedo: 'Nothing was undone that could be done again.',
    notInLedger: (id: number) => `There is no entry ${id} in the ledger.`,
    notSplit: (id: number) => `Entry ${id} is not split.`,
    partSplit: (part: number, entry: number) =>
      `Part ${part} of entry ${entry} is split itself. Join its parts first.`,
    importUndone: (id: number, batch: number) =>
      `Entry ${id} belongs to import ${batch}, which is undone. Restore the import first.`,
    twoParts: 'A split needs two parts or more.',
    nilPart: 'An amount of nil cannot be split, and no part may be nil.',
    partsSum: (sum: bigint, amount: number) =>
      `The parts add up to ${sum}, the entry is ${amount} (in its smallest unit). Change a part so that nothing is left over.`,
    notSet: (label: string, tags: boolean) =>
      `${label} cannot be set on an entry.${tags ? ' Add and remove single tags instead.' : ''}`,
    oneOf: (known: string, typed: string) => `An entry is one of ${known}, not ${typed}.`,
    noTag: (typed: string) => `A tag is a word or a few, without a comma; not “${typed}”.`,
    nothingPushed: (schema: string) =>
      `Nothing has been pushed to ${schema} yet. Push a workspace to it first.`,
    schemaName: 'A schema is named by small letters, digits and _, beginning with a letter.',
    anotherPushed: (name: string, schema: string) =>
      `Another workspace (${name}) was pushed to ${schema}. Choose another schema, or drop that one first.`,
    unnamed: 'unnamed',
    tooFar: (rows: string) =>
      `By text, a warehouse can be asked for the first and the last ${rows} entries. Order by date, amount or a name to go further.`,
    tooManyGroups: (groups: string, most: string) =>
      `These entries fall into ${groups} groups; the table shows at most ${most}. Filter first, or group by something with fewer members.`,
    documentsThere:
      'In a warehouse the ledger cannot be grouped by document. Group by a dimension, by day or by month, or sort by document.',
  },
  de: {
    cancelled: 'Abgebrochen.',
    noMeasureOf: (op, of) => `${op} von ${of} gibt es nicht: Nehmen Sie amount oder original.`,
    noOrderColumn: (column, columns) =>
      `Nach Spalte ${column} lässt sich nicht ordnen: Diese Abfrage hat ${columns}, gezählt ab 0.`,
    mixed: currencies =>
      `Diese Buchungen lauten auf ${currencies}: Beträge in verschiedenen Währungen lassen sich nicht addieren. Filtern Sie nach einer Währung, oder fragen Sie nach dem Betrag in der Basiswährung.`,
    nothingBefore: day =>
      `Vor dem ${day} liegt nichts, womit verglichen werden könnte: Der Kalender beginnt am 0001-01-01. Wählen Sie einen späteren ersten Tag.`,
    comparisonEnds: day => `Der Vergleichszeitraum endet am ${day}, bevor er beginnt.`,
    noDay: text => `Den Tag ${text} gibt es nicht. Schreiben Sie einen vorhandenen Tag als JJJJ-MM-TT.`,
    noDimension: (id, known) =>
      `Dieser Arbeitsbereich hat keine Dimension „${id}“. Wählen Sie eine von: ${known}.`,
    severalTags: id =>
      `Eine Buchung kann mehrere Schlagwörter haben, sodass Summen nach ${id} sie mehrfach zählen würden. Gruppieren Sie nach tags, allen Schlagwörtern einer Buchung zusammen, oder filtern Sie nach ${id}.`,
    importedAgain: (entries, batch) =>
      `${entries} Buchungen des Stapels ${batch} wurden inzwischen erneut importiert. Nehmen Sie zuerst jenen Import zurück und stellen Sie dann diesen wieder her.`,
    nothingChanged: 'Abgebrochen. Nichts wurde geändert.',
    nothingToUndo: 'Es gibt nichts mehr rückgängig zu machen.',
    nothingToRedo: 'Es wurde nichts rückgängig gemacht, das sich wiederholen ließe.',
    notInLedger: id => `Im Buch gibt es keine Buchung ${id}.`,
    notSplit: id => `Die Buchung ${id} ist nicht aufgeteilt.`,
    partSplit: (part, entry) =>
      `Der Teil ${part} der Buchung ${entry} ist selbst aufgeteilt. Fügen Sie zuerst dessen Teile zusammen.`,
    importUndone: (id, batch) =>
      `Die Buchung ${id} gehört zum Import ${batch}, der zurückgenommen ist. Stellen Sie zuerst den Import wieder her.`,
    twoParts: 'Eine Aufteilung braucht mindestens zwei Teile.',
    nilPart: 'Ein Betrag von null lässt sich nicht aufteilen, und kein Teil darf null sein.',
    partsSum: (sum, amount) =>
      `Die Teile ergeben zusammen ${sum}, die Buchung ist ${amount} (in der kleinsten Einheit). Ändern Sie einen Teil, sodass nichts übrig bleibt.`,
    notSet: (label, tags) =>
      `${label} lässt sich an einer Buchung nicht setzen.${tags ? ' Fügen Sie stattdessen einzelne Schlagwörter hinzu oder entfernen Sie sie.' : ''}`,
    oneOf: (known, typed) => `Eine Buchung ist eines von ${known}, nicht ${typed}.`,
    noTag: typed => `Ein Schlagwort besteht aus einem Wort oder wenigen, ohne Komma; nicht „${typed}“.`,
    nothingPushed: schema =>
      `Nach ${schema} wurde noch nichts übertragen. Übertragen Sie zuerst einen Arbeitsbereich dorthin.`,
    schemaName:
      'Ein Schema wird mit Kleinbuchstaben, Ziffern und _ benannt und beginnt mit einem Buchstaben.',
    anotherPushed: (name, schema) =>
      `Nach ${schema} wurde ein anderer Arbeitsbereich (${name}) übertragen. Wählen Sie ein anderes Schema, oder löschen Sie zuerst jenes.`,
    unnamed: 'ohne Namen',
    tooFar: rows =>
      `Nach Text geordnet gibt ein Warehouse die ersten und die letzten ${rows} Buchungen her. Ordnen Sie nach Datum, Betrag oder einem Namen, um weiter zu blättern.`,
    tooManyGroups: (groups, most) =>
      `Diese Buchungen bilden ${groups} Gruppen; die Tabelle zeigt höchstens ${most}. Filtern Sie zuerst oder gruppieren Sie nach etwas mit weniger Mitgliedern.`,
    documentsThere:
      'In einem Warehouse lassen sich die Buchungen nicht nach Beleg gruppieren. Gruppieren Sie nach einer Dimension, nach Tag oder Monat, oder sortieren Sie nach Beleg.',
  },
})
