import { catalogue } from '../../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    pending: 'is pending',
    information: 'is for information only',
    future: 'lies in the future',
    badAmount: (stated: string) =>
      `The amount “${stated}” of an entry (Amt) is no plain decimal. Correct it or enter the movement by hand.`,
    noDirection: (amount: string, written: string) =>
      `The entry of ${amount} does not say whether it is a credit or a debit (CdtDbtInd is “${written}”). Enter the movement by hand.`,
    notBooked: (amount: string, state: string, status: string) =>
      `The entry of ${amount} ${state} (status ${status}) and not booked yet. It was left out; it comes again once it is booked.`,
    noDate: (amount: string) =>
      `The entry of ${amount} has neither a booking date nor a value date that can be read (BookgDt, ValDt). Enter the movement by hand.`,
    partsDiffer: (count: number, amount: string, currency: string) =>
      `The ${count} transactions within this entry do not sum to its amount ${amount} ${currency}; the entry was read as one movement.`,
    nothingLoaded: 'The file has a statement, but no entry and no balance in it: there was nothing to load.',
    doctype:
      'The file has a document type (DOCTYPE), which bank statements do not have and which can be used to attack programs. It is not read further. Ask the bank for the statement again.',
    damaged: (reason: string) =>
      `The file is damaged here: ${reason}. Everything before it was read, nothing behind it. Ask the bank for the statement again.`,
    looseText: 'A text holds & or < as it must not stand in XML; it was read as it stands.',
    cutOff: (element: string) =>
      `The file is cut off: ${element} has no end. Everything before it was read. Ask the bank for the statement again.`,
    headerOnly: 'has a header only',
    noElement: 'holds no XML element',
    otherXml: (root: string) => `is XML of another kind (${root})`,
    noStatement: (what: string) =>
      `There is no statement, report or notification of an account in this file: it ${what}, or is empty or cut off. Ask the bank for a camt.052, camt.053 or camt.054 file.`,
    tooLong:
      'An entry is longer than 32 million characters. Everything before it was read. Ask the bank for single files.',
    entryDamaged:
      'The tags within this entry are not closed in order, so that its fields cannot be told apart. Enter the movement by hand or ask the bank for the statement again.',
    elementDamaged: (element: string) =>
      `The tags within ${element} are not closed in order; it was left out, and the movements cannot be checked against it.`,
    tooDeep: (most: number) =>
      `The elements of the file are nested deeper than ${most}, which no bank statement is. Everything before was read. Ask the bank for the statement again.`,
    noFigure: (what: string, element: string) =>
      `A ${what} of the statement (${element}) has no amount or no direction that can be read, so the movements cannot be checked against it. Check the total by hand.`,
    longText: 'a text of over a million characters',
    openTag: 'a tag without its end',
    openSection: (opening: string) => `“${opening}” without its end`,
    notClosed: 'element after element whose tags are not closed in order',
  },
  de: {
    pending: 'ist vorgemerkt',
    information: 'dient nur zur Information',
    future: 'liegt in der Zukunft',
    badAmount: stated =>
      `Der Betrag „${stated}“ eines Umsatzes (Amt) ist keine einfache Dezimalzahl. Berichtigen Sie ihn oder geben Sie den Umsatz von Hand ein.`,
    noDirection: (amount, written) =>
      `Der Umsatz über ${amount} sagt nicht, ob er eine Gutschrift oder eine Belastung ist (CdtDbtInd lautet „${written}“). Geben Sie ihn von Hand ein.`,
    notBooked: (amount, state, status) =>
      `Der Umsatz über ${amount} ${state} (Status ${status}) und ist noch nicht gebucht. Er wurde weggelassen; er kommt wieder, sobald er gebucht ist.`,
    noDate: amount =>
      `Der Umsatz über ${amount} hat weder ein Buchungs- noch ein Wertstellungsdatum, das sich lesen lässt (BookgDt, ValDt). Geben Sie ihn von Hand ein.`,
    partsDiffer: (count, amount, currency) =>
      `Die ${count} Transaktionen in diesem Umsatz ergeben zusammen nicht seinen Betrag ${amount} ${currency}; er wurde als ein Umsatz gelesen.`,
    nothingLoaded:
      'Die Datei hat einen Auszug, aber keinen Umsatz und keinen Saldo darin: Es gab nichts zu laden.',
    doctype:
      'Die Datei hat einen Dokumenttyp (DOCTYPE), den Kontoauszüge nicht haben und mit dem sich Programme angreifen lassen. Sie wird nicht weiter gelesen. Bitten Sie die Bank noch einmal um den Auszug.',
    damaged: reason =>
      `Die Datei ist hier beschädigt: ${reason}. Alles davor wurde gelesen, nichts dahinter. Bitten Sie die Bank noch einmal um den Auszug.`,
    looseText:
      'Ein Text enthält & oder <, wie es in XML nicht stehen darf; er wurde gelesen, wie er dasteht.',
    cutOff: element =>
      `Die Datei ist abgeschnitten: ${element} hat kein Ende. Alles davor wurde gelesen. Bitten Sie die Bank noch einmal um den Auszug.`,
    headerOnly: 'hat nur einen Kopf',
    noElement: 'enthält kein XML-Element',
    otherXml: root => `ist XML anderer Art (${root})`,
    noStatement: what =>
      `In dieser Datei ist kein Auszug, Bericht oder Avis eines Kontos: Sie ${what}, oder sie ist leer oder abgeschnitten. Bitten Sie die Bank um eine Datei camt.052, camt.053 oder camt.054.`,
    tooLong:
      'Ein Umsatz ist länger als 32 Millionen Zeichen. Alles davor wurde gelesen. Bitten Sie die Bank um einzelne Dateien.',
    entryDamaged:
      'Die Tags in diesem Umsatz sind nicht in ihrer Reihenfolge geschlossen, sodass sich seine Felder nicht auseinanderhalten lassen. Geben Sie den Umsatz von Hand ein oder bitten Sie die Bank noch einmal um den Auszug.',
    elementDamaged: element =>
      `Die Tags in ${element} sind nicht in ihrer Reihenfolge geschlossen; es wurde weggelassen, und die Umsätze lassen sich nicht daran prüfen.`,
    tooDeep: most =>
      `Die Elemente der Datei sind tiefer als ${most} ineinander verschachtelt, was kein Kontoauszug ist. Alles davor wurde gelesen. Bitten Sie die Bank noch einmal um den Auszug.`,
    noFigure: (_what, element) =>
      `Ein Saldo des Auszugs (${element}) hat keinen Betrag oder keine Richtung, die sich lesen lässt; die Umsätze können nicht daran geprüft werden. Prüfen Sie die Summe von Hand.`,
    longText: 'ein Text von mehr als einer Million Zeichen',
    openTag: 'ein Tag ohne sein Ende',
    openSection: opening => `„${opening}“ ohne sein Ende`,
    notClosed: 'Element um Element, deren Tags nicht in ihrer Reihenfolge geschlossen sind',
  },
})
