import { catalogue } from '../../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noDate: (tag: string) =>
      `The movement has no booking date (${tag}): correct it in the file, or enter it by hand.`,
    badDate: (text: string, tag: string) =>
      `The booking date “${text}” (${tag}) is no day: correct it in the file, or enter the movement by hand.`,
    noAmount: (tag: string) =>
      `The movement has no amount (${tag}): correct it in the file, or enter it by hand.`,
    badAmount: (text: string, tag: string) =>
      `The amount “${text}” (${tag}) is no number: correct it in the file, or enter the movement by hand.`,
    withdrawn: (id: string) =>
      `The bank withdraws the movement ${id}: delete it by hand if it was imported before.`,
    pending: (amount: string, date: string) =>
      `The movement of ${amount}${date === '' ? '' : ` on ${date}`} is pending and not booked yet. It was left out; it comes again once it is booked.`,
    repeatedId: (id: string) =>
      `The bank's id ${id} is that of another movement in this file: such ids are not used to find duplicates.`,
    cutOff: 'The file ends within this movement: fetch it from the bank again.',
    tooLong: 'The movement is longer than a megabyte: it is damaged, so fetch the file from the bank again.',
    emptyBalance: (what: string) => `The ${what} is empty: nothing can be held against it.`,
    badBalance: (what: string, text: string) =>
      `The ${what} “${text}” is no number: nothing can be held against it.`,
    otherBalances: (texts: string) => `The bank also states ${texts}: nothing is held against these figures.`,
    noAccount: 'The statement does not say of which account it is.',
    tooDeep:
      'Its tags lie more than 64 deep in each other: this is no statement, or a damaged one. Fetch it from the bank again.',
    doctype: 'The file has a DOCTYPE, which no statement needs and which can do harm: it is not read.',
    longValue:
      'A value is longer than a megabyte and was left out: the file is damaged, so fetch it from the bank again.',
    unclosed:
      'What begins here never ends, so the rest of the file could not be read: fetch it from the bank again.',
    empty: 'The file is empty.',
    webPage:
      'This is a web page and not a statement: the bank probably asked to sign in. Sign in there and download the statement again.',
    ofc: 'This is OFC, which came before OFX and is not read: ask the bank for OFX, QFX or CSV.',
    noRoot: 'There is no <OFX> in the file: it is not OFX, or its beginning is missing.',
    cutStatement:
      'The file ends within a statement, so movements may be missing: fetch it from the bank again.',
    cutEnd: 'The file ends without </OFX>: it may have been cut off.',
    noStatement: (refusal: string | undefined) =>
      `The file holds no statement of an account. ${refusal ?? 'Choose a download of transactions at the bank.'}`,
    bankError: (code: string, words: string) =>
      `The bank answered with error ${code || 'without a number'}${words === '' ? '' : ` (“${words}”)`}: fetch the statement again.`,
    ledgerBalance: 'ledger balance',
    availableBalance: 'available balance',
    noMovements: (account: string) => `The statement of ${account || 'this account'} holds no movements.`,
  },
  de: {
    noDate: tag =>
      `Der Umsatz hat kein Buchungsdatum (${tag}): Berichtigen Sie ihn in der Datei oder geben Sie ihn von Hand ein.`,
    badDate: (text, tag) =>
      `Das Buchungsdatum „${text}“ (${tag}) ist kein Tag: Berichtigen Sie es in der Datei oder geben Sie den Umsatz von Hand ein.`,
    noAmount: tag =>
      `Der Umsatz hat keinen Betrag (${tag}): Berichtigen Sie ihn in der Datei oder geben Sie ihn von Hand ein.`,
    badAmount: (text, tag) =>
      `Der Betrag „${text}“ (${tag}) ist keine Zahl: Berichtigen Sie ihn in der Datei oder geben Sie den Umsatz von Hand ein.`,
    withdrawn: id =>
      `Die Bank zieht den Umsatz ${id} zurück: Löschen Sie ihn von Hand, falls er schon importiert wurde.`,
    pending: (amount, date) =>
      `Der Umsatz von ${amount}${date === '' ? '' : ` am ${date}`} ist vorgemerkt und noch nicht gebucht. Er bleibt weg und kommt wieder, sobald er gebucht ist.`,
    repeatedId: id =>
      `Die Kennung ${id} der Bank ist die eines anderen Umsatzes in dieser Datei: Solche Kennungen werden nicht benutzt, um Dubletten zu finden.`,
    cutOff: 'Die Datei endet in diesem Umsatz: Laden Sie sie noch einmal von der Bank.',
    tooLong:
      'Der Umsatz ist länger als ein Megabyte: Er ist beschädigt, laden Sie die Datei noch einmal von der Bank.',
    emptyBalance: what => `Der ${what} ist leer: Nichts lässt sich daran prüfen.`,
    badBalance: (what, text) => `Der ${what} „${text}“ ist keine Zahl: Nichts lässt sich daran prüfen.`,
    otherBalances: texts => `Die Bank nennt auch ${texts}: An diesen Zahlen wird nichts geprüft.`,
    noAccount: 'Der Auszug sagt nicht, von welchem Konto er ist.',
    tooDeep:
      'Ihre Tags liegen tiefer als 64 ineinander: Das ist kein Auszug oder ein beschädigter. Laden Sie ihn noch einmal von der Bank.',
    doctype:
      'Die Datei hat einen DOCTYPE, den kein Auszug braucht und der schaden kann: Sie wird nicht gelesen.',
    longValue:
      'Ein Wert ist länger als ein Megabyte und wurde weggelassen: Die Datei ist beschädigt, laden Sie sie noch einmal von der Bank.',
    unclosed:
      'Was hier beginnt, endet nicht; der Rest der Datei ließ sich nicht lesen: Laden Sie sie noch einmal von der Bank.',
    empty: 'Die Datei ist leer.',
    webPage:
      'Das ist eine Webseite und kein Auszug: Die Bank wollte vermutlich eine Anmeldung. Melden Sie sich dort an und laden Sie den Auszug noch einmal herunter.',
    ofc: 'Das ist OFC, der Vorgänger von OFX, und wird nicht gelesen: Bitten Sie die Bank um OFX, QFX oder CSV.',
    noRoot: 'In der Datei ist kein <OFX>: Sie ist kein OFX, oder ihr Anfang fehlt.',
    cutStatement:
      'Die Datei endet mitten in einem Auszug, es können also Umsätze fehlen: Laden Sie sie noch einmal von der Bank.',
    cutEnd: 'Die Datei endet ohne </OFX>: Sie ist vielleicht abgeschnitten.',
    noStatement: refusal =>
      `Die Datei enthält keinen Auszug eines Kontos. ${refusal ?? 'Wählen Sie bei der Bank einen Download von Umsätzen.'}`,
    bankError: (code, words) =>
      `Die Bank antwortete mit dem Fehler ${code || 'ohne Nummer'}${words === '' ? '' : ` („${words}“)`}: Laden Sie den Auszug noch einmal.`,
    ledgerBalance: 'Buchsaldo',
    availableBalance: 'verfügbare Saldo',
    noMovements: account => `Der Auszug von ${account || 'diesem Konto'} enthält keine Umsätze.`,
  },
})
