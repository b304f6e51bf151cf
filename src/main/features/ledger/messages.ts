import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noEntry: (id: number) => `There is no entry ${id}. Its import may have been undone.`,
    noBatch: (entry: number, batch: number) =>
      `Entry ${entry} belongs to batch ${batch}, which is not there. Check the workspace (Settings, Verify).`,
    notExported: 'Cancelled. Nothing was exported.',
  },
  de: {
    noEntry: id => `Es gibt keine Buchung ${id}. Ihr Import wurde vielleicht zurückgenommen.`,
    noBatch: (entry, batch) =>
      `Die Buchung ${entry} gehört zum Stapel ${batch}, den es nicht gibt. Prüfen Sie den Arbeitsbereich (Einstellungen, Prüfen).`,
    notExported: 'Abgebrochen. Nichts wurde exportiert.',
  },
})
