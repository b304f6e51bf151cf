import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    fileGone: () => 'The file is not at hand any more. Choose it again.',
    noWayToBase: (name: string, base: string) =>
      `${name} has no rate that leads to ${base}, the workspace’s base currency.`,
    cancelled: () => 'Cancelled. Nothing was changed.',
    baseItself: (base: string) => `${base} is the workspace’s base currency: it needs no rate.`,
    notARate: (text: string) => `“${text}” is not a rate: a number above nought, like 1.0834.`,
    noRate: (currency: string, date: string) => `There is no rate of ${currency} on ${date}.`,
    noIndicator: () => 'There is no such indicator any more.',
    nameTaken: (name: string) => `Another indicator is called ${name} already.`,
    notAnIndex: (name: string) =>
      `${name} has values of nought or below: prices can only be compared by an index above nought.`,
    byHand: () => 'by hand',
  },
  de: {
    fileGone: () => 'Die Datei liegt nicht mehr vor. Wählen Sie sie noch einmal aus.',
    noWayToBase: (name, base) =>
      `${name} enthält keinen Kurs, der zu ${base} führt, der Basiswährung des Arbeitsbereichs.`,
    cancelled: () => 'Abgebrochen. Nichts wurde geändert.',
    baseItself: base => `${base} ist die Basiswährung des Arbeitsbereichs: Sie braucht keinen Kurs.`,
    notARate: text => `„${text}“ ist kein Kurs: eine Zahl über null, etwa 1.0834.`,
    noRate: (currency, date) => `Für ${currency} gibt es am ${date} keinen Kurs.`,
    noIndicator: () => 'Diesen Indikator gibt es nicht mehr.',
    nameTaken: name => `Ein anderer Indikator heißt schon ${name}.`,
    notAnIndex: name =>
      `${name} hat Werte von null oder darunter: Preise lassen sich nur mit einem Index über null vergleichen.`,
    byHand: () => 'von Hand',
  },
})
