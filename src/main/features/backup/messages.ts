import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    busy: 'The workspace is being written to all the time; the backup will be tried again.',
    copyDamaged: (why: string) => `The copy is damaged: ${why}.`,
    copyDiffers: (how: string) => `The copy does not hold what the workspace held: ${how}.`,
    rowsDiffer: (table: string, found: number | undefined, held: number | undefined) =>
      `${found ?? 'no'} rows in ${table}, not ${held ?? 'none'}`,
    sumDiffers: 'a sum differs',
    revisionDiffers: (found: number, held: number) => `revision ${found}, not ${held}`,
    notWritable: (folder: string, code: string) =>
      `Backups cannot be written to ${folder} (${code}): it may be on a drive that is not connected, or not be yours to write. Connect it, or choose another folder.`,
    noRoom: (folder: string, needed: number, free: number) =>
      `A backup needs ${needed} MB in ${folder}, where ${free} MB are free. Make room, or choose another folder for backups.`,
    madeAt: (at: string) => `Made at ${at}.`,
    noManifest: 'It is missing or cannot be read.',
    asItWas: (bytes: number) => `${bytes} bytes, SHA-256 as it was.`,
    missing: 'missing',
    otherHash: (found: string, held: string) => `SHA-256 ${found}, not ${held}.`,
    otherKey:
      'Made under another key than today’s: its bytes were checked, its contents were when it was made.',
    sealed: 'Made with this workspace’s key and not altered.',
    altered: 'The manifest was altered, or is another workspace’s.',
    sound: (rows: number, sums: number) =>
      `Every page is sound; ${rows} rows and ${sums} sums are as they were.`,
    fileMissing: (name: string) => `${name} is missing.`,
    fileSize: (name: string, found: number, held: number) => `${name} has ${found} bytes, not ${held}.`,
    late: 'The backup took longer than six hours and was stopped.',
    died: 'The backup stopped before it was done; nothing counts that is not whole. Look whether there is room on the disk, then try again.',
    openElsewhere: (to: string) => `Another Farthing has ${to} open. Close it there, then restore again.`,
    copyIsNot: 'The copy on this disk is not the backup; nothing was changed. Try another place.',
    noBackup: (path: string) => `There is no backup in ${path}: its manifest is missing or cannot be read.`,
    newer: 'This backup was made by a newer Farthing. Nothing was changed. Update Farthing, then restore it.',
    notAsItWas: (path: string) =>
      `${path} is not as it was when the backup was made. Nothing was changed; restore another backup.`,
    keysUnreadable: (path: string) =>
      `The key file ${path} cannot be read. Nothing was changed; restore another backup.`,
    taken: (path: string) => `There is already a file at ${path}. Choose another name or place.`,
    noRoomToRestore: (folder: string, needed: number, free: number) =>
      `Restoring needs ${needed} MB in ${folder}, where ${free} MB are free. Make room, or choose another place.`,
    givePassword:
      'There is a workspace in this place. Enter the password of an administrator, or the recovery key, to restore over it.',
    notAdmin:
      'This is neither the password of an administrator of this workspace nor its recovery key. Nothing was changed.',
    ofWhich: 'Say of which workspace, or in which folder, to look for backups.',
    wholePath: (path: string) => `Give the whole path of the restored workspace, not ${path}.`,
    onlyAdmin: 'Only an administrator of this workspace may restore it.',
    wholeFolder: (folder: string) => `Give the whole path of the folder, not ${folder}.`,
    noFolder: (folder: string) => `There is no folder ${folder}.`,
  },
  de: {
    busy: 'In den Arbeitsbereich wird ständig geschrieben; die Sicherung wird noch einmal versucht.',
    copyDamaged: why => `Die Kopie ist beschädigt: ${why}.`,
    copyDiffers: how => `Die Kopie enthält nicht, was der Arbeitsbereich enthielt: ${how}.`,
    rowsDiffer: (table, found, held) => `${found ?? 'keine'} Zeilen in ${table} statt ${held ?? 'keiner'}`,
    sumDiffers: 'eine Summe weicht ab',
    revisionDiffers: (found, held) => `Stand ${found} statt ${held}`,
    notWritable: (folder, code) =>
      `In ${folder} lassen sich keine Sicherungen schreiben (${code}): Vielleicht ist das Laufwerk nicht angeschlossen, oder Sie dürfen dort nicht schreiben. Schließen Sie es an oder wählen Sie einen anderen Ordner.`,
    noRoom: (folder, needed, free) =>
      `Eine Sicherung braucht ${needed} MB in ${folder}, wo ${free} MB frei sind. Schaffen Sie Platz oder wählen Sie einen anderen Ordner für Sicherungen.`,
    madeAt: at => `Gemacht am ${at}.`,
    noManifest: 'Es fehlt oder lässt sich nicht lesen.',
    asItWas: bytes => `${bytes} Bytes, SHA-256 wie damals.`,
    missing: 'fehlt',
    otherHash: (found, held) => `SHA-256 ${found} statt ${held}.`,
    otherKey:
      'Unter einem anderen Schlüssel gemacht als dem heutigen: Ihre Bytes wurden geprüft, ihr Inhalt, als sie gemacht wurde.',
    sealed: 'Mit dem Schlüssel dieses Arbeitsbereichs gemacht und nicht verändert.',
    altered: 'Das Manifest wurde verändert oder gehört zu einem anderen Arbeitsbereich.',
    sound: (rows, sums) => `Jede Seite ist heil; ${rows} Zeilen und ${sums} Summen sind wie damals.`,
    fileMissing: name => `${name} fehlt.`,
    fileSize: (name, found, held) => `${name} hat ${found} Bytes statt ${held}.`,
    late: 'Die Sicherung dauerte länger als sechs Stunden und wurde angehalten.',
    died: 'Die Sicherung brach ab, bevor sie fertig war; was nicht ganz ist, zählt nicht. Sehen Sie nach, ob auf dem Datenträger Platz ist, und versuchen Sie es noch einmal.',
    openElsewhere: to =>
      `Ein anderes Farthing hat ${to} geöffnet. Schließen Sie es dort und stellen Sie dann noch einmal wieder her.`,
    copyIsNot:
      'Die Kopie auf diesem Datenträger ist nicht die Sicherung; nichts wurde geändert. Versuchen Sie einen anderen Ort.',
    noBackup: path => `In ${path} liegt keine Sicherung: Ihr Manifest fehlt oder lässt sich nicht lesen.`,
    newer:
      'Diese Sicherung stammt von einem neueren Farthing. Nichts wurde geändert. Aktualisieren Sie Farthing und stellen Sie sie dann wieder her.',
    notAsItWas: path =>
      `${path} ist nicht mehr, wie es war, als die Sicherung gemacht wurde. Nichts wurde geändert; stellen Sie eine andere Sicherung wieder her.`,
    keysUnreadable: path =>
      `Die Schlüsseldatei ${path} lässt sich nicht lesen. Nichts wurde geändert; stellen Sie eine andere Sicherung wieder her.`,
    taken: path => `Unter ${path} liegt schon eine Datei. Wählen Sie einen anderen Namen oder Ort.`,
    noRoomToRestore: (folder, needed, free) =>
      `Das Wiederherstellen braucht ${needed} MB in ${folder}, wo ${free} MB frei sind. Schaffen Sie Platz oder wählen Sie einen anderen Ort.`,
    givePassword:
      'An diesem Ort liegt ein Arbeitsbereich. Um ihn zu ersetzen, geben Sie ein Passwort, das ihn verwalten darf, oder den Wiederherstellungsschlüssel ein.',
    notAdmin:
      'Das ist weder ein Passwort, das diesen Arbeitsbereich verwalten darf, noch sein Wiederherstellungsschlüssel. Nichts wurde geändert.',
    ofWhich:
      'Sagen Sie, von welchem Arbeitsbereich oder in welchem Ordner Sicherungen gesucht werden sollen.',
    wholePath: path => `Geben Sie den ganzen Pfad des wiederhergestellten Arbeitsbereichs an, nicht ${path}.`,
    onlyAdmin: 'Wiederherstellen darf diesen Arbeitsbereich nur, wer ihn verwaltet.',
    wholeFolder: folder => `Geben Sie den ganzen Pfad des Ordners an, nicht ${folder}.`,
    noFolder: folder => `Einen Ordner ${folder} gibt es nicht.`,
  },
})
