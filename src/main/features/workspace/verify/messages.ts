import { catalogue } from '../../../../shared/text/language.ts'

/** What the checks of a workspace found. */
export const say = catalogue({
  en: {
    cancelled: 'Cancelled. Nothing was changed.',
    notRun: (why: string) => `The check could not run: ${why}.`,
    more: (n: number) => `; and ${n} more`,
    batchesAgree: (batches: number, entries: number) => `${batches} batches and ${entries} entries agree.`,
    batch: (id: number, file: string) => `batch ${id} (${file})`,
    readIsNot: (batch: string, read: number, parts: string) => `${batch}: ${read} rows read are not ${parts}`,
    loadedIsNot: (batch: string, loaded: number, here: number) =>
      `${batch}: ${loaded} entries were loaded, ${here} are there`,
    undoneThere: (batch: string, n: number) => `${batch}: ${n} entries are in the ledger though undone`,
    inTrash: (batch: string, n: number) => `${batch}: ${n} entries are in the trash`,
    outcomes: { duplicate: 'duplicate', rejected: 'rejected' },
    kept: (batch: string, n: number, outcome: string, kept: number) =>
      `${batch}: ${n} rows were ${outcome}, ${kept} are kept`,
    nothing: 'nothing',
    sums: (batch: string, stated: string, currency: string, actual: string) =>
      `${batch}: ${stated} ${currency} was loaded, ${actual} is there`,
    splitIsNot: (id: number, parent: number, parts: number) =>
      `entry ${id} of ${parent} was split into parts of ${parts}`,
    besideParts: (id: number) => `entry ${id} is in the ledger beside its parts`,
    notInTrash: (id: number) => `entry ${id} should be in the trash and is not`,
    changesAgree: (changes: number, splits: number) =>
      `${changes} changes and ${splits} split entries agree with the ledger.`,
    pages: (n: number) => `${n} pages read, all sound.`,
    references: 'Every reference holds.',
    declared: (n: number) => `${n} rows break a declared foreign key`,
    orphans: {
      entry: 'entries without their batch',
      trash_entry: 'undone entries without their batch',
      change_row: 'changed entries without their change',
      unloaded_row: 'unloaded rows without their batch',
      segment: 'segments without their batch',
      batch: 'batches without their file',
      source_chunk: 'pieces of a file that is not there',
      record_chunk: 'kept records without their batch',
      report_figure: 'figures without their report',
      report_snapshot: 'snapshots without their report',
      entry_attachment: 'names of files beside entries that are not there',
      member: 'members of a dimension that is not there',
    },
    gaps: (dimension: string) => `the members of ${dimension} have gaps in their numbering`,
    noMember: (dimension: string, used: number, last: number) =>
      `entries hold member ${used} of ${dimension}, which has ${last}`,
    noDimension: (column: string) => `entries hold members of ${column}, which is no dimension`,
    membersAgree: (dimensions: number, members: number) =>
      `${dimensions} dimensions with ${members} members agree with the entries.`,
    otherFile: (name: string, bytes: number, all: number) =>
      `${name}: the kept copy (${bytes} of ${all} bytes) is not the file that was imported`,
    otherAttachment: (name: string, bytes: number, all: number) =>
      `${name}: the file beside an entry (${bytes} of ${all} bytes) is not the one that was attached`,
    unreadable: (name: string, why: string) => `${name}: the kept copy cannot be read (${why})`,
    filesHold: (n: number) => `${n} kept files have their hashes.`,
    recordsUnreadable: (batch: string, why: string) => `${batch}: the kept records cannot be read (${why})`,
    noRecord: (batch: string, n: number) => `${batch}: ${n} entries have no kept record`,
    columnsDiffer: (batch: number, entries: number, rows: number) =>
      `batch ${batch} has ${entries} entries, its columns ${rows} rows`,
    segmentsHold: (n: number) => `${n} segments hold what their entries hold.`,
    segment: (sequence: number, batch: number) => `segment ${sequence} of batch ${batch}`,
    columnRows: (segment: string, column: string, rows: number, head: number) =>
      `${segment}: ${column} has ${rows} rows, not ${head}`,
    noColumn: (segment: string) => `${segment}: a column is missing`,
    foreignEntry: (segment: string, entry: number) =>
      `${segment} has entry ${entry}, which the batch has not`,
    valueDiffers: (segment: string, entry: number, column: string, held: number, value: number | null) =>
      `${segment}, entry ${entry}: ${column} is ${held}, in the ledger ${value}`,
    noText: (n: number) => `${n} entries have lost their text`,
    noEntry: (n: number) => `${n} texts belong to no entry`,
    indexUnchecked: 'Every entry has its text. The word index was not checked: the file cannot be written.',
    indexDiffers: 'the word index does not agree with the texts',
    textsAgree: (n: number) => `${n} texts and their word index agree.`,
  },
  de: {
    cancelled: 'Abgebrochen. Nichts wurde geändert.',
    notRun: why => `Die Prüfung konnte nicht laufen: ${why}.`,
    more: n => `; und ${n} weitere`,
    batchesAgree: (batches, entries) => `${batches} Stapel und ${entries} Buchungen stimmen überein.`,
    batch: (id, file) => `Stapel ${id} (${file})`,
    readIsNot: (batch, read, parts) => `${batch}: ${read} gelesene Zeilen sind nicht ${parts}`,
    loadedIsNot: (batch, loaded, here) => `${batch}: ${loaded} Buchungen wurden geladen, ${here} sind da`,
    undoneThere: (batch, n) => `${batch}: ${n} Buchungen stehen im Ledger, obwohl sie zurückgenommen sind`,
    inTrash: (batch, n) => `${batch}: ${n} Buchungen liegen im Papierkorb`,
    outcomes: { duplicate: 'doppelt', rejected: 'abgelehnt' },
    kept: (batch, n, outcome, kept) => `${batch}: ${n} Zeilen waren ${outcome}, ${kept} sind aufbewahrt`,
    nothing: 'nichts',
    sums: (batch, stated, currency, actual) =>
      `${batch}: geladen wurde ${stated} ${currency}, da ist ${actual}`,
    splitIsNot: (id, parent, parts) => `Buchung ${id} über ${parent} wurde in Teile über ${parts} aufgeteilt`,
    besideParts: id => `Buchung ${id} steht neben ihren Teilen im Ledger`,
    notInTrash: id => `Buchung ${id} müsste im Papierkorb liegen und tut es nicht`,
    changesAgree: (changes, splits) =>
      `${changes} Änderungen und ${splits} aufgeteilte Buchungen stimmen mit dem Ledger überein.`,
    pages: n => `${n} Seiten gelesen, alle heil.`,
    references: 'Jeder Verweis stimmt.',
    declared: n => `${n} Zeilen verletzen einen erklärten Fremdschlüssel`,
    orphans: {
      entry: 'Buchungen ohne ihren Stapel',
      trash_entry: 'zurückgenommene Buchungen ohne ihren Stapel',
      change_row: 'geänderte Buchungen ohne ihre Änderung',
      unloaded_row: 'nicht geladene Zeilen ohne ihren Stapel',
      segment: 'Segmente ohne ihren Stapel',
      batch: 'Stapel ohne ihre Datei',
      source_chunk: 'Stücke einer Datei, die es nicht gibt',
      record_chunk: 'aufbewahrte Datensätze ohne ihren Stapel',
      report_figure: 'Zahlen ohne ihren Bericht',
      report_snapshot: 'Momentaufnahmen ohne ihren Bericht',
      entry_attachment: 'Namen von Dateien bei Buchungen, die es nicht gibt',
      member: 'Mitglieder einer Dimension, die es nicht gibt',
    },
    gaps: dimension => `die Nummern der Mitglieder von ${dimension} haben Lücken`,
    noMember: (dimension, used, last) =>
      `Buchungen nennen das Mitglied ${used} von ${dimension}, das nur ${last} hat`,
    noDimension: column => `Buchungen nennen Mitglieder von ${column}, das keine Dimension ist`,
    membersAgree: (dimensions, members) =>
      `${dimensions} Dimensionen mit ${members} Mitgliedern stimmen mit den Buchungen überein.`,
    otherFile: (name, bytes, all) =>
      `${name}: Die aufbewahrte Kopie (${bytes} von ${all} Bytes) ist nicht die Datei, die importiert wurde`,
    otherAttachment: (name, bytes, all) =>
      `${name}: Die Datei bei einer Buchung (${bytes} von ${all} Bytes) ist nicht die, die angehängt wurde`,
    unreadable: (name, why) => `${name}: Die aufbewahrte Kopie lässt sich nicht lesen (${why})`,
    filesHold: n => `${n} aufbewahrte Dateien haben ihre Prüfsummen.`,
    recordsUnreadable: (batch, why) =>
      `${batch}: Die aufbewahrten Datensätze lassen sich nicht lesen (${why})`,
    noRecord: (batch, n) => `${batch}: Zu ${n} Buchungen gibt es keinen aufbewahrten Datensatz`,
    columnsDiffer: (batch, entries, rows) =>
      `Stapel ${batch} hat ${entries} Buchungen, seine Spalten ${rows} Zeilen`,
    segmentsHold: n => `${n} Segmente enthalten, was ihre Buchungen enthalten.`,
    segment: (sequence, batch) => `Segment ${sequence} von Stapel ${batch}`,
    columnRows: (segment, column, rows, head) => `${segment}: ${column} hat ${rows} Zeilen statt ${head}`,
    noColumn: segment => `${segment}: Eine Spalte fehlt`,
    foreignEntry: (segment, entry) => `${segment} hat die Buchung ${entry}, die der Stapel nicht hat`,
    valueDiffers: (segment, entry, column, held, value) =>
      `${segment}, Buchung ${entry}: ${column} ist ${held}, im Ledger ${value}`,
    noText: n => `${n} Buchungen haben ihren Text verloren`,
    noEntry: n => `${n} Texte gehören zu keiner Buchung`,
    indexUnchecked:
      'Jede Buchung hat ihren Text. Das Wortverzeichnis wurde nicht geprüft: Die Datei lässt sich nicht beschreiben.',
    indexDiffers: 'das Wortverzeichnis stimmt nicht mit den Texten überein',
    textsAgree: n => `${n} Texte und ihr Wortverzeichnis stimmen überein.`,
  },
})
