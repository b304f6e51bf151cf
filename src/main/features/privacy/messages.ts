import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noPayee: (payee: number) => `There is no payee ${payee} in this workspace.`,
    nothingChanged: 'Cancelled. Nothing was changed.',
    cancelled: 'Cancelled.',
    noYear: (year: number) => `There are no entries in fiscal year ${year}.`,
    closedAlready: (year: number) => `Fiscal year ${year} is closed already.`,
    notClosed: (year: number) => `Fiscal year ${year} is not closed.`,
    readOnly: 'The workspace cannot be written here.',
  },
  de: {
    noPayee: payee => `Den Empfänger ${payee} gibt es in diesem Arbeitsbereich nicht.`,
    nothingChanged: 'Abgebrochen. Nichts wurde geändert.',
    cancelled: 'Abgebrochen.',
    noYear: year => `Im Geschäftsjahr ${year} gibt es keine Buchungen.`,
    closedAlready: year => `Das Geschäftsjahr ${year} ist schon abgeschlossen.`,
    notClosed: year => `Das Geschäftsjahr ${year} ist nicht abgeschlossen.`,
    readOnly: 'Der Arbeitsbereich lässt sich hier nicht beschreiben.',
  },
})
