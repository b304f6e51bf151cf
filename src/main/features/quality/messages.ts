import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    cancelled: () => 'Cancelled. Nothing was changed.',
    changing: () => 'The ledger kept changing while it was checked. Check it again.',
    reconcilingChanging: () => 'The ledger kept changing while it was reconciled. Try again.',
    noRule: (id: number) => `There is no quality rule ${id}. It may have been deleted.`,
    noBatch: (batch: number) => `There is no batch ${batch}.`,
    noBounds: () => 'Give the lowest or the highest amount, or both.',
    boundsCrossed: () => 'The lowest amount is above the highest. Change one of them.',
    noDates: () => 'Give the first or the last date, a fiscal year, or how far ahead a date may lie.',
    datesCrossed: () => 'The first date is after the last. Change one of them.',
  },
  de: {
    cancelled: () => 'Abgebrochen. Nichts wurde geändert.',
    changing: () =>
      'Die Bücher haben sich während der Prüfung immer wieder geändert. Prüfen Sie noch einmal.',
    reconcilingChanging: () =>
      'Die Bücher haben sich während der Abstimmung immer wieder geändert. Versuchen Sie es noch einmal.',
    noRule: id => `Es gibt keine Qualitätsregel ${id}. Sie wurde vielleicht gelöscht.`,
    noBatch: batch => `Es gibt keinen Stapel ${batch}.`,
    noBounds: () => 'Geben Sie den kleinsten oder den größten Betrag an oder beide.',
    boundsCrossed: () => 'Der kleinste Betrag liegt über dem größten. Ändern Sie einen von beiden.',
    noDates: () =>
      'Geben Sie das erste oder das letzte Datum an, ein Geschäftsjahr oder wie weit ein Datum in der Zukunft liegen darf.',
    datesCrossed: () => 'Das erste Datum liegt nach dem letzten. Ändern Sie eines von beiden.',
  },
})
