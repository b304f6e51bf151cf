import { catalogue } from '../../shared/text/language.ts'

export const say = catalogue({
  en: {
    olderNotWritable:
      'This workspace was made by an older Farthing and must be brought up to date first, but its file cannot be written. Copy it to a folder that can be written and open the copy.',
    taken: (path: string) => `There is already a file at ${path}. Choose another name or place.`,
    noFile: (path: string) => `There is no file ${path}. Check the path.`,
    notReadable: (path: string, code: string) =>
      `${path} cannot be read (${code}). Check that this user may read it.`,
    notSqlite: (path: string) =>
      `${path} is not an SQLite database, or an encrypted one. Choose another file, or one that was exported without a password.`,
    oldSqlite: (version: string, least: string) =>
      `This Farthing runs on SQLite ${version}, which can lose data. At least ${least} is needed: install Farthing again.`,
    clearText: (path: string) =>
      `${path} is a database that is not encrypted, so it is not a Farthing workspace. It was left as it is.`,
    noWorkspace: (path: string) => `There is no workspace at ${path}. It may have been moved or deleted.`,
    damaged: (path: string) =>
      `${path} is damaged or is not a Farthing workspace. It was left as it is; restore the latest backup.`,
    tooManyDimensions: (label: string, most: number) =>
      `The column ${label} cannot become a dimension: this workspace has ${most} of its own already. Keep it as text.`,
    openElsewhere: 'Another Farthing has this workspace open. Close it there, then try again.',
    noRun: (id: number) => `There is no model run ${id}.`,
    liveRun: (id: number) => `Run ${id} is the live one. Promote another first.`,
    indexCancelled: 'Cancelled. What was indexed so far is kept.',
    newer:
      'This workspace was made by a newer Farthing. Nothing was changed. Update Farthing, then open it again.',
  },
  de: {
    olderNotWritable:
      'Dieser Arbeitsbereich stammt von einem älteren Farthing und muss erst auf den neuen Stand gebracht werden; seine Datei lässt sich aber nicht beschreiben. Kopieren Sie ihn in einen Ordner, der sich beschreiben lässt, und öffnen Sie die Kopie.',
    taken: path => `Unter ${path} liegt schon eine Datei. Wählen Sie einen anderen Namen oder Ort.`,
    noFile: path => `Die Datei ${path} gibt es nicht. Prüfen Sie den Pfad.`,
    notReadable: (path, code) =>
      `${path} lässt sich nicht lesen (${code}). Prüfen Sie, ob dieser Benutzer sie lesen darf.`,
    notSqlite: path =>
      `${path} ist keine SQLite-Datenbank oder eine verschlüsselte. Wählen Sie eine andere Datei oder eine, die ohne Passwort exportiert wurde.`,
    oldSqlite: (version, least) =>
      `Dieses Farthing läuft mit SQLite ${version}, das Daten verlieren kann. Nötig ist mindestens ${least}: Installieren Sie Farthing neu.`,
    clearText: path =>
      `${path} ist eine unverschlüsselte Datenbank und damit kein Arbeitsbereich von Farthing. Sie blieb, wie sie ist.`,
    noWorkspace: path =>
      `Unter ${path} gibt es keinen Arbeitsbereich. Vielleicht wurde er verschoben oder gelöscht.`,
    damaged: path =>
      `${path} ist beschädigt oder kein Arbeitsbereich von Farthing. Die Datei blieb, wie sie ist; stellen Sie die letzte Sicherung wieder her.`,
    tooManyDimensions: (label, most) =>
      `Die Spalte ${label} kann keine Dimension werden: Dieser Arbeitsbereich hat schon ${most} eigene. Behalten Sie sie als Text.`,
    openElsewhere:
      'Ein anderes Farthing hat diesen Arbeitsbereich geöffnet. Schließen Sie ihn dort und versuchen Sie es noch einmal.',
    noRun: id => `Den Modelllauf ${id} gibt es nicht.`,
    liveRun: id => `Der Lauf ${id} gilt gerade. Setzen Sie erst einen anderen ein.`,
    indexCancelled: 'Abgebrochen. Was bis dahin im Verzeichnis steht, bleibt.',
    newer:
      'Dieser Arbeitsbereich stammt von einem neueren Farthing. Nichts wurde geändert. Aktualisieren Sie Farthing und öffnen Sie ihn dann noch einmal.',
  },
})
