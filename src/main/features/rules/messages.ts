import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    cancelled: () => 'Cancelled. Nothing was changed.',
    noRule: (id: number) => `There is no rule ${id}.`,
    notJson: (why: string) => `This is not a file of rules: it is not JSON (${why}).`,
    otherFile: () =>
      'This is not a file of rules: it has no "farthing": "rules". Take one that Farthing exported.',
    notRules: (where: string, why: string) =>
      `This is not a file of rules that Farthing can read${where && ` at ${where}`}: ${why}.`,
    wrongOrder: () => 'The order must name each rule once. Load the list again.',
    noTransfer: (id: number) => `Entry ${id} is in no transfer.`,
    oneTransfer: () => 'An entry can be in one transfer only.',
    notInLedger: (id: number) => `Entry ${id} is not in the ledger.`,
    outAndIn: () => 'A transfer goes out of one account and into another.',
    pairedAlready: () => 'One of the entries is in a transfer already. Unpair it first.',
    categoryThere: (name: string) => `There is a category ${name} already.`,
    mergeInstead: (name: string, key: string) =>
      `There is a category ${name} already. Merge ${key} into it instead.`,
    intoItself: () => 'A category cannot be merged into itself.',
    noCategory: (key: string) => `There is no category ${key}.`,
  },
  de: {
    cancelled: () => 'Abgebrochen. Nichts wurde geändert.',
    noRule: id => `Es gibt keine Regel ${id}.`,
    notJson: why => `Das ist keine Datei mit Regeln: Sie ist kein JSON (${why}).`,
    otherFile: () =>
      'Das ist keine Datei mit Regeln: Ihr fehlt "farthing": "rules". Nehmen Sie eine, die Farthing exportiert hat.',
    notRules: (where, why) =>
      `Das ist keine Datei mit Regeln, die Farthing lesen kann${where && `, bei ${where}`}: ${why}.`,
    wrongOrder: () => 'Die Reihenfolge muss jede Regel einmal nennen. Laden Sie die Liste neu.',
    noTransfer: id => `Die Buchung ${id} gehört zu keiner Umbuchung.`,
    oneTransfer: () => 'Eine Buchung kann nur zu einer Umbuchung gehören.',
    notInLedger: id => `Die Buchung ${id} ist nicht in den Büchern.`,
    outAndIn: () => 'Eine Umbuchung geht von einem Konto ab und auf einem anderen ein.',
    pairedAlready: () => 'Eine der Buchungen gehört schon zu einer Umbuchung. Lösen Sie diese zuerst.',
    categoryThere: name => `Es gibt schon eine Kategorie ${name}.`,
    mergeInstead: (name, key) =>
      `Es gibt schon eine Kategorie ${name}. Führen Sie stattdessen ${key} mit ihr zusammen.`,
    intoItself: () => 'Eine Kategorie lässt sich nicht mit sich selbst zusammenführen.',
    noCategory: key => `Es gibt keine Kategorie ${key}.`,
  },
})
