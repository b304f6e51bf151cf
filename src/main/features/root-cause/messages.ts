import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    fileGone: 'The file was not handed over. Choose it again.',
    cancelled: 'Cancelled.',
    noFactors: 'There is no dimension to take the change apart by.',
    nameScenario: 'Name the scenario to compare with, such as Budget.',
    endsBeforeBegins: 'The period ends before it begins.',
    giveDays: 'Give the days to compare with.',
    comparedEndsBefore: 'The days to compare with end before they begin.',
    withItself: (period: string) => `“${period}” is compared with itself: give two periods.`,
    namedTwice: 'A column is named twice in --by: name each once.',
    overlap: (cell: string, from: string, to: string) =>
      `“${cell}” is in both periods, ${from} and ${to}: they overlap.`,
    noSuchPeriod: (file: string, column: string, wanted: string, some: string) =>
      `${file} has no row whose “${column}” is ${wanted}. It has, among others: ${some}.`,
    noDecimal: (file: string, line: number | undefined, column: string, cell: string) =>
      `${file}, line ${line}, column “${column}”: “${cell}” is not a plain decimal such as -1234.50.`,
    tooLarge: (file: string, line: number | undefined, column: string) =>
      `${file}, line ${line}, column “${column}”: the amount is larger than can be added up exactly.`,
    noPrice: (column: string) =>
      `The quantities of “${column}” before sum to nil: there is no price to start from. Choose another period or column.`,
    none: '(none)',
    share: (percent: number) => ` (${percent} % of the change)`,
    finding: (name: string, said: string, before: string, after: string, share: string) =>
      `${name} ${said}: ${before} before, ${after} after${share}.`,
    said: {
      new: 'is new',
      lost: 'has stopped',
      more: 'has more postings',
      fewer: 'has fewer postings',
      dearer: 'has larger amounts',
      cheaper: 'has smaller amounts',
      changed: 'has changed',
    },
    advice: {
      new: 'Check that it was agreed and belongs to this period; if it will return, plan for it.',
      lost: 'Check whether it ended, or is only late: an invoice that is missing wants an accrual.',
      more: 'Ask what the additional postings were for, and look for duplicates among them.',
      fewer: 'Check that no posting of the period is missing.',
      dearer: 'Compare the amounts with the contract or the price list.',
      cheaper: 'Check for credit notes and discounts that end.',
      changed: 'Open the rows and compare both periods.',
    },
  },
  de: {
    fileGone: 'Die Datei wurde nicht übergeben. Wählen Sie sie noch einmal.',
    cancelled: 'Abgebrochen.',
    noFactors: 'Es gibt kein Merkmal, nach dem die Veränderung zu zerlegen wäre.',
    nameScenario: 'Nennen Sie das Szenario für den Vergleich, etwa Budget.',
    endsBeforeBegins: 'Der Zeitraum endet, bevor er beginnt.',
    giveDays: 'Nennen Sie die Tage für den Vergleich.',
    comparedEndsBefore: 'Die Tage für den Vergleich enden, bevor sie beginnen.',
    withItself: period => `„${period}“ wird mit sich selbst verglichen: Nennen Sie zwei Zeiträume.`,
    namedTwice: 'Eine Spalte steht zweimal in --by: Nennen Sie jede einmal.',
    overlap: (cell, from, to) =>
      `„${cell}“ liegt in beiden Zeiträumen, ${from} und ${to}: Sie überschneiden sich.`,
    noSuchPeriod: (file, column, wanted, some) =>
      `${file} hat keine Zeile mit „${column}“ ${wanted}. Es gibt unter anderem: ${some}.`,
    noDecimal: (file, line, column, cell) =>
      `${file}, Zeile ${line}, Spalte „${column}“: „${cell}“ ist keine einfache Dezimalzahl wie -1234.50.`,
    tooLarge: (file, line, column) =>
      `${file}, Zeile ${line}, Spalte „${column}“: Der Betrag ist größer, als sich genau addieren lässt.`,
    noPrice: column =>
      `Die früheren Mengen von „${column}“ ergeben null: Es gibt keinen Preis, von dem auszugehen wäre. Wählen Sie einen anderen Zeitraum oder eine andere Spalte.`,
    none: '(ohne)',
    share: percent => ` (${percent} % der Veränderung)`,
    finding: (name, said, before, after, share) =>
      `${name} ${said}: vorher ${before}, nachher ${after}${share}.`,
    said: {
      new: 'ist neu',
      lost: 'hat aufgehört',
      more: 'hat mehr Buchungen',
      fewer: 'hat weniger Buchungen',
      dearer: 'hat größere Beträge',
      cheaper: 'hat kleinere Beträge',
      changed: 'hat sich verändert',
    },
    advice: {
      new: 'Prüfen Sie, ob es vereinbart war und in diesen Zeitraum gehört; kehrt es wieder, planen Sie es ein.',
      lost: 'Prüfen Sie, ob es beendet ist oder nur später kommt: Für eine fehlende Rechnung braucht es eine Rückstellung.',
      more: 'Fragen Sie, wofür die zusätzlichen Buchungen waren, und suchen Sie darunter nach doppelten.',
      fewer: 'Prüfen Sie, ob im Zeitraum keine Buchung fehlt.',
      dearer: 'Vergleichen Sie die Beträge mit dem Vertrag oder der Preisliste.',
      cheaper: 'Achten Sie auf Gutschriften und Rabatte, die enden.',
      changed: 'Öffnen Sie die Zeilen, und vergleichen Sie beide Zeiträume.',
    },
  },
})
