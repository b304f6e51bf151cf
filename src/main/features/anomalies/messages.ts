import { catalogue, plural } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    fileGone: 'The file is not at hand any more. Choose it again.',
    cancelled: 'Cancelled. Nothing was changed.',
    noRows: (file: string) => `${file} has a header and no rows.`,
    emptyColumn: (file: string, column: string) =>
      `${file}, column “${column}”: every cell is empty. Take the column out of --columns.`,
    tooFew: (least: number) => `There are fewer than ${least} entries to learn from.`,
    noEntry: (entry: number) => `There is no entry ${entry} in the ledger.`,
    isLive: (run: number) => `Run ${run} is the live one already.`,
    fewHeldOut: (held: number, least: number) =>
      `Only ${held} verdicts are held out to judge by; there must be ${least}. Confirm or dismiss more findings first.`,
    noGain: (held: number, run: number, f1: string, than: string) =>
      `On the ${held} held-out verdicts run ${run} reaches an F1 of ${f1}, the live one ${than}: no gain, so it stays a challenger.`,
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    none: 'none',
    noMember: '(none)',
    unusual: (amount: string, date: string, payee: string, group: string) =>
      `${amount} on ${date}${payee && ` to or from ${payee}`}${group && ` (${group})`}`,
    amount: (usual: string) => `the amount is unusual (${usual} is usual here)`,
    amountInGroup: (dimension: string, usual: string) =>
      `the amount is unusual for its ${dimension} (${usual} is usual)`,
    amountForPayee: 'the amount is unusual for this payee',
    week: 'amounts of that week were unusual',
    weekday: (day: string) => `it is dated on a ${day}`,
    member: (dimension: string, member: string, share: string) =>
      `${dimension} “${member}” stands on ${share} of the entries`,
    nothingClears: 'No single change would clear it.',
    ifWeekday: (day: string) => `Not flagged if it were dated on a ${day}.`,
    ifMember: (dimension: string, member: string) => `Not flagged if the ${dimension} were “${member}”.`,
    ifLess: (bound: string) => `Not flagged if the amount were ${bound} or less.`,
    ifMore: (bound: string) => `Not flagged if the amount were ${bound} or more.`,
    askWho: 'Ask who posted it and why on that day.',
    checkMember: (dimension: string) => `Check that the ${dimension} is right and known.`,
    compare: 'Compare the amount with the invoice, contract or statement behind it.',
    monthly: (label: string, after: string, month: string, before: string, percent: string, what: string) =>
      `${label}: ${after} in ${month} against ${before} the month before${percent}; ${what}.`,
    rise: 'it has grown',
    fall: 'it has shrunk',
    new: 'it was never there before',
    resumed: 'it was not there the month before',
    stopped: 'nothing came this month',
  },
  de: {
    fileGone: 'Die Datei liegt nicht mehr vor. Wählen Sie sie noch einmal.',
    cancelled: 'Abgebrochen. Nichts wurde geändert.',
    noRows: file => `${file} hat eine Kopfzeile und keine Zeilen.`,
    emptyColumn: (file, column) =>
      `${file}, Spalte „${column}“: Jede Zelle ist leer. Nehmen Sie die Spalte aus --columns heraus.`,
    tooFew: least => `Es gibt weniger als ${least} Buchungen, aus denen zu lernen wäre.`,
    noEntry: entry => `Es gibt keine Buchung ${entry} in den Büchern.`,
    isLive: run => `Der Lauf ${run} gilt schon.`,
    fewHeldOut: (held, least) =>
      `Nur ${held} ${plural(held, 'Urteil ist', 'Urteile sind')} zum Vergleich zurückgehalten; es müssen ${least} sein. Bestätigen oder verwerfen Sie zuerst weitere Befunde.`,
    noGain: (held, run, f1, than) =>
      `Auf den ${held} zurückgehaltenen Urteilen erreicht der Lauf ${run} ein F1 von ${f1}, der geltende ${than}: kein Gewinn, also bleibt er Herausforderer.`,
    weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    none: 'keine Angabe',
    noMember: '(ohne)',
    unusual: (amount, date, payee, group) =>
      `${amount} am ${date}${payee && `, ${payee}`}${group && ` (${group})`}`,
    amount: usual => `der Betrag ist ungewöhnlich (üblich sind hier ${usual})`,
    amountInGroup: (dimension, usual) =>
      `der Betrag ist ungewöhnlich in seiner Gruppe (${dimension}; üblich sind ${usual})`,
    amountForPayee: 'der Betrag ist ungewöhnlich für diesen Empfänger',
    week: 'die Beträge jener Woche waren ungewöhnlich',
    weekday: day => `der Tag ist ein ${day}`,
    member: (dimension, member, share) => `${dimension} „${member}“ steht bei ${share} der Buchungen`,
    nothingClears: 'Keine einzelne Änderung würde sie unauffällig machen.',
    ifWeekday: day => `Nicht auffällig, wenn der Tag ein ${day} wäre.`,
    ifMember: (dimension, member) => `Nicht auffällig mit ${dimension} „${member}“.`,
    ifLess: bound => `Nicht auffällig, wenn der Betrag ${bound} oder kleiner wäre.`,
    ifMore: bound => `Nicht auffällig, wenn der Betrag ${bound} oder größer wäre.`,
    askWho: 'Fragen Sie, wer gebucht hat und warum an diesem Tag.',
    checkMember: dimension => `Prüfen Sie, ob die Angabe stimmt und bekannt ist: ${dimension}.`,
    compare: 'Vergleichen Sie den Betrag mit der Rechnung, dem Vertrag oder dem Auszug dahinter.',
    monthly: (label, after, month, before, percent, what) =>
      `${label}: ${after} im Monat ${month} gegen ${before} im Monat davor${percent}; ${what}.`,
    rise: 'gestiegen',
    fall: 'gesunken',
    new: 'zum ersten Mal da',
    resumed: 'im Monat davor nicht da',
    stopped: 'in diesem Monat kam nichts',
  },
})
