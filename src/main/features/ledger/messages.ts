import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noEntry: (id: number) => `There is no entry ${id}. Its import may have been undone.`,
    noBatch: (entry: number, batch: number) =>
      `Entry ${entry} belongs to batch ${batch}, which is not there. Check the workspace (Settings, Verify).`,
    notExported: 'Cancelled. Nothing was exported.',
    nothingChanged: 'Cancelled. Nothing was changed.',
    fileGone: 'The file is not at hand any more. Choose it again.',
    emptyFile: (name: string) => `${name} is empty: there is nothing to keep.`,
    tooLarge: (name: string, size: string, most: string) =>
      `${name} has ${size} MB; at most ${most} MB are kept beside an entry, as each backup copies them. Keep a smaller version of it.`,
    noFile: (name: string) => `${name} cannot be read. Choose it again.`,
    attachmentMasked:
      'People and numbers are masked, and a file cannot be. Turn masking off first (Settings, Privacy).',
    noAttachment: 'That file is not beside this entry any more.',
  },
  de: {
    noEntry: id => `Es gibt keine Buchung ${id}. Ihr Import wurde vielleicht zurückgenommen.`,
    noBatch: (entry, batch) =>
      `Die Buchung ${entry} gehört zum Stapel ${batch}, den es nicht gibt. Prüfen Sie den Arbeitsbereich (Einstellungen, Prüfen).`,
    notExported: 'Abgebrochen. Nichts wurde exportiert.',
    nothingChanged: 'Abgebrochen. Nichts wurde geändert.',
    fileGone: 'Die Datei liegt nicht mehr vor. Wählen Sie sie noch einmal aus.',
    emptyFile: name => `${name} ist leer: Es gibt nichts zu behalten.`,
    tooLarge: (name, size, most) =>
      `${name} hat ${size} MB; neben einer Buchung werden höchstens ${most} MB behalten, weil jede Sicherung sie mitkopiert. Nehmen Sie eine kleinere Fassung.`,
    noFile: name => `${name} lässt sich nicht lesen. Wählen Sie die Datei noch einmal aus.`,
    attachmentMasked:
      'Personen und Nummern sind maskiert, und eine Datei lässt sich nicht maskieren. Schalten Sie zuerst die Maskierung aus (Einstellungen, Datenschutz).',
    noAttachment: 'Diese Datei liegt nicht mehr bei der Buchung.',
  },
})
