import { catalogue } from '../../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    badAmount: (text: string, line: number) =>
      `The amount “${text}” (line ${line}) cannot be read. Write it as a number with its commodity, such as 12.50 EUR.`,
    noVirtualAmount: (account: string, line: number) =>
      `The posting to ${account} (line ${line}) has no amount, and as a virtual one it cannot be computed. Give it an amount.`,
    amountsMissing: (line: number, account: string) =>
      `More than one posting has no amount (line ${line}: ${account}); only one can be computed from the others. Give the others their amounts.`,
    costUnknown: (account: string, line: number) =>
      `The cost of ${account} (line ${line}) has to be found among earlier lots, so that the posting without an amount cannot be computed. Write its amount or the cost.`,
    unbalanced: (rest: string) =>
      `The transaction does not balance: its postings sum to ${rest} instead of nought. None of them was loaded; correct the transaction.`,
    badBeancountAmount: (text: string, line: number) =>
      `The amount “${text}” (line ${line}) cannot be read. Write it as a number with its currency, such as 12.50 EUR.`,
    longLine: 'A line of over a million characters is no part of a journal; it was left out.',
    padWithoutBalance: (account: string) =>
      `The pad of ${account} is not followed by a balance of that account, so that its amount cannot be computed.`,
    openQuote: (line: number) =>
      `A quotation mark on line ${line} is not closed. Close it; the transaction was not loaded.`,
    noSuchDay: (day: string) =>
      `The day ${day} is not in the calendar. Nothing of this entry was loaded; correct it.`,
    padAccounts:
      'The pad does not name two accounts. Write the account to pad and the one that it is padded from.',
    unknownDirective: (word: string) =>
      `“${word}” is no directive of beancount that is known. Check what the line is meant to be.`,
    includes: (file: string) =>
      `The journal includes ${file}, which is a file of its own: its transactions are not in this import. Import that file too.`,
    unknownLine: (text: string) =>
      `The line “${text}” begins neither with a date nor with a directive that is known. Check what it is meant to be.`,
    noPosting: (line: number, text: string) =>
      `Line ${line}, “${text}”, is no posting: it does not begin with an account. The transaction was not loaded; correct it.`,
    tooManyPostings: (most: number) => `The transaction has more than ${most} postings. Split it.`,
    noPostings: 'The transaction has no postings; there was nothing to load.',
    latePosting: (account: string) =>
      `This posting is dated before the balance that the pad of ${account} was computed for, but stands after it in the file: the padding amount is wrong by it. Put the file into the order of dates.`,
    badBalance:
      'The balance is not an account and an amount with its currency, so nothing can be checked against it. Correct the line.',
    noTransaction: (kind: string) =>
      `There is no transaction in this file: it is no ${kind} journal, or it is empty or cut off. Choose the journal’s main file.`,
    includesQuoted: (file: string) =>
      `The journal includes “${file}”, which is a file of its own: its transactions are not in this import. Import that file too.`,
    aliasPattern: 'An alias by pattern was not applied; accounts keep the names that they are written with.',
    timeclock: 'Lines of a time clock are hours and no money; they were left out.',
    unknownLedgerLine: (text: string) =>
      `The line “${text}” is neither a transaction nor a directive that is known. Check what it is meant to be.`,
    noYear: 'has no year, and no “Y” line before it gives one',
    noDate: 'does not begin with a date of the form 2024-01-31 that the calendar has',
    badHeader: (text: string, why: string) =>
      `The transaction “${text}” ${why}. Its postings were not loaded; write the whole date.`,
    noAccount: (line: number) =>
      `The posting on line ${line} names no account. Write one, with two blanks before the amount.`,
    periodic: 'A periodic transaction (~) is a plan',
    automated: 'An automated rule (=) adds postings of its own',
    notEntered: (what: string) => `${what} and no movement that was entered; it was left out.`,
    outOfOrder: (line: number, account: string) =>
      `The amount of line ${line} has to be computed from the balance of ${account}, which is not in the order of dates here. Write the amount.`,
  },
  de: {
    badAmount: (text, line) =>
      `Der Betrag „${text}“ (Zeile ${line}) lässt sich nicht lesen. Schreiben Sie ihn als Zahl mit ihrer Einheit, etwa 12.50 EUR.`,
    noVirtualAmount: (account, line) =>
      `Der Posten auf ${account} (Zeile ${line}) hat keinen Betrag, und als virtueller lässt er sich nicht errechnen. Geben Sie ihm einen Betrag.`,
    amountsMissing: (line, account) =>
      `Mehr als ein Posten hat keinen Betrag (Zeile ${line}: ${account}); nur einer lässt sich aus den anderen errechnen. Geben Sie den übrigen ihre Beträge.`,
    costUnknown: (account, line) =>
      `Die Anschaffungskosten von ${account} (Zeile ${line}) müssten unter früheren Käufen gefunden werden; der Posten ohne Betrag lässt sich so nicht errechnen. Schreiben Sie seinen Betrag oder die Kosten hin.`,
    unbalanced: rest =>
      `Die Transaktion geht nicht auf: Ihre Posten ergeben ${rest} statt null. Keiner von ihnen wurde geladen; berichtigen Sie die Transaktion.`,
    badBeancountAmount: (text, line) =>
      `Der Betrag „${text}“ (Zeile ${line}) lässt sich nicht lesen. Schreiben Sie ihn als Zahl mit ihrer Währung, etwa 12.50 EUR.`,
    longLine:
      'Eine Zeile von mehr als einer Million Zeichen ist kein Teil eines Journals; sie wurde weggelassen.',
    padWithoutBalance: account =>
      `Auf das „pad“ von ${account} folgt kein Saldo dieses Kontos, sodass sich sein Betrag nicht errechnen lässt.`,
    openQuote: line =>
      `Ein Anführungszeichen in Zeile ${line} ist nicht geschlossen. Schließen Sie es; die Transaktion wurde nicht geladen.`,
    noSuchDay: day =>
      `Den Tag ${day} gibt es im Kalender nicht. Nichts von diesem Eintrag wurde geladen; berichtigen Sie ihn.`,
    padAccounts:
      'Das „pad“ nennt nicht zwei Konten. Schreiben Sie das Konto hin, das aufgefüllt wird, und das, aus dem es aufgefüllt wird.',
    unknownDirective: word =>
      `„${word}“ ist keine bekannte Anweisung von beancount. Prüfen Sie, was die Zeile bedeuten soll.`,
    includes: file =>
      `Das Journal bindet ${file} ein; das ist eine eigene Datei, und ihre Transaktionen sind nicht in diesem Import. Importieren Sie auch jene Datei.`,
    unknownLine: text =>
      `Die Zeile „${text}“ beginnt weder mit einem Datum noch mit einer bekannten Anweisung. Prüfen Sie, was sie bedeuten soll.`,
    noPosting: (line, text) =>
      `Die Zeile ${line}, „${text}“, ist kein Posten: Sie beginnt nicht mit einem Konto. Die Transaktion wurde nicht geladen; berichtigen Sie sie.`,
    tooManyPostings: most => `Die Transaktion hat mehr als ${most} Posten. Teilen Sie sie auf.`,
    noPostings: 'Die Transaktion hat keine Posten; es gab nichts zu laden.',
    latePosting: account =>
      `Dieser Posten liegt vor dem Saldo, für den das „pad“ von ${account} errechnet wurde, steht in der Datei aber dahinter: Der Auffüllbetrag ist um ihn falsch. Bringen Sie die Datei in die Reihenfolge der Tage.`,
    badBalance:
      'Der Saldo ist nicht ein Konto und ein Betrag mit seiner Währung; es lässt sich nichts an ihm prüfen. Berichtigen Sie die Zeile.',
    noTransaction: kind =>
      `In dieser Datei ist keine Transaktion: Sie ist kein Journal von ${kind}, oder sie ist leer oder abgeschnitten. Wählen Sie die Hauptdatei des Journals.`,
    includesQuoted: file =>
      `Das Journal bindet „${file}“ ein; das ist eine eigene Datei, und ihre Transaktionen sind nicht in diesem Import. Importieren Sie auch jene Datei.`,
    aliasPattern:
      'Ein Alias nach Muster wurde nicht angewandt; die Konten behalten die Namen, mit denen sie geschrieben sind.',
    timeclock: 'Zeilen einer Stempeluhr sind Stunden und kein Geld; sie wurden weggelassen.',
    unknownLedgerLine: text =>
      `Die Zeile „${text}“ ist weder eine Transaktion noch eine bekannte Anweisung. Prüfen Sie, was sie bedeuten soll.`,
    noYear: 'hat kein Jahr, und keine Zeile „Y“ davor nennt eines',
    noDate: 'beginnt nicht mit einem Datum der Form 2024-01-31, das der Kalender hat',
    badHeader: (text, why) =>
      `Die Transaktion „${text}“ ${why}. Ihre Posten wurden nicht geladen; schreiben Sie das ganze Datum hin.`,
    noAccount: line =>
      `Der Posten in Zeile ${line} nennt kein Konto. Schreiben Sie eines hin, mit zwei Leerzeichen vor dem Betrag.`,
    periodic: 'Eine wiederkehrende Transaktion (~) ist ein Plan',
    automated: 'Eine automatische Regel (=) fügt eigene Posten hinzu',
    notEntered: what => `${what} und kein eingegebener Umsatz; sie wurde weggelassen.`,
    outOfOrder: (line, account) =>
      `Der Betrag in Zeile ${line} müsste aus dem Saldo von ${account} errechnet werden, der hier nicht in der Reihenfolge der Tage steht. Schreiben Sie den Betrag hin.`,
  },
})
