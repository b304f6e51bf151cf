import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noPayee: (payee: number) => `There is no payee ${payee} in this workspace.`,
    nothingChanged: 'Cancelled. Nothing was changed.',
    cancelled: 'Cancelled.',
    noYear: (year: number) => `There are no entries in fiscal year ${year}.`,
    closedAlready: (year: number) => `Fiscal year ${year} is closed already.`,
    notClosed: (year: number) => `Fiscal year ${year} is not closed.`,
    closeFirst: (year: number) =>
      `Fiscal year ${year} is not closed. Close it first: only what no longer changes is archived.`,
    yearDiffers: (year: number) =>
      `Fiscal year ${year} no longer holds what it held when it was closed. Reopen it, look, and close it again.`,
    archiveDiffers: (year: number) =>
      `The copy did not hold fiscal year ${year} as it was closed, and was thrown away. Check the file.`,
    readOnly: 'The workspace cannot be written here.',
  },
  de: {
    noPayee: payee => `Den Empfänger ${payee} gibt es in diesem Arbeitsbereich nicht.`,
    nothingChanged: 'Abgebrochen. Nichts wurde geändert.',
    cancelled: 'Abgebrochen.',
    noYear: year => `Im Geschäftsjahr ${year} gibt es keine Buchungen.`,
    closedAlready: year => `Das Geschäftsjahr ${year} ist schon abgeschlossen.`,
    notClosed: year => `Das Geschäftsjahr ${year} ist nicht abgeschlossen.`,
    closeFirst: year =>
      `Das Geschäftsjahr ${year} ist nicht abgeschlossen. Schließen Sie es zuerst ab: Archiviert wird nur, was sich nicht mehr ändert.`,
    yearDiffers: year =>
      `Das Geschäftsjahr ${year} enthält nicht mehr, was es beim Abschluss enthielt. Öffnen Sie es wieder, sehen Sie nach, und schließen Sie es neu ab.`,
    archiveDiffers: year =>
      `Die Kopie enthielt das Geschäftsjahr ${year} nicht so, wie es abgeschlossen wurde, und wurde verworfen. Prüfen Sie die Datei.`,
    readOnly: 'Der Arbeitsbereich lässt sich hier nicht beschreiben.',
  },
})
