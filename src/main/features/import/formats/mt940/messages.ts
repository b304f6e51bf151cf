import { catalogue } from '../../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    longLine: 'A line of over a million characters is no part of an MT940 file; it was left out.',
    noStatement:
      'There is no movement (field 61) and no balance (fields 60 and 62) in this file: it is not an MT940 or MT942 statement, or it is empty or cut off. Ask the bank for it again.',
    misplaced: 'Details of a movement stand in field 25 instead of 86; they were read as its details.',
    badAmount: 'its amount is not digits with one comma before the decimals',
    badDate: 'its date does not exist in the calendar',
    badForm: 'it is not date, C or D, amount and type of movement, or is cut off',
    badMovement: (text: string, reason: string) =>
      `The movement “${text}” (field 61) cannot be read: ${reason}. Correct the line or enter the movement by hand.`,
    notBooked: (amount: string, mark: string) =>
      `The movement of ${amount} is only expected (mark ${mark}), not booked yet. It was left out; it comes again in a later statement.`,
    noAccount: 'The file does not say of which account this is (field 25 is missing). Choose the account.',
    badBalance: (text: string, tag: string) =>
      `The balance “${text}” (field ${tag}) cannot be read, so the movements cannot be checked against it. Check the total by hand.`,
    badTotal: (text: string, tag: string) =>
      `The total “${text}” (field ${tag}) cannot be read, so the movements cannot be checked against it. Check the total by hand.`,
    noClosing:
      'The statement has no closing balance (field 62): the file may be cut off. Check that its last movement is the bank’s last.',
    dateMoved: (date: string) =>
      `The bank writes a day that this month does not have; ${date}, the month’s last, was taken.`,
  },
  de: {
    longLine:
      'Eine Zeile von mehr als einer Million Zeichen ist kein Teil einer MT940-Datei; sie wurde weggelassen.',
    noStatement:
      'In dieser Datei ist kein Umsatz (Feld 61) und kein Saldo (Felder 60 und 62): Sie ist kein Auszug MT940 oder MT942, oder sie ist leer oder abgeschnitten. Bitten Sie die Bank noch einmal darum.',
    misplaced:
      'Einzelheiten eines Umsatzes stehen in Feld 25 statt 86; sie wurden als dessen Einzelheiten gelesen.',
    badAmount: 'sein Betrag besteht nicht aus Ziffern mit einem Komma vor den Nachkommastellen',
    badDate: 'sein Datum gibt es im Kalender nicht',
    badForm: 'er ist nicht Datum, C oder D, Betrag und Art des Umsatzes, oder er ist abgeschnitten',
    badMovement: (text, reason) =>
      `Der Umsatz „${text}“ (Feld 61) lässt sich nicht lesen: ${reason}. Berichtigen Sie die Zeile oder geben Sie den Umsatz von Hand ein.`,
    notBooked: (amount, mark) =>
      `Der Umsatz über ${amount} wird erst erwartet (Kennzeichen ${mark}) und ist noch nicht gebucht. Er wurde weggelassen; er kommt in einem späteren Auszug wieder.`,
    noAccount: 'Die Datei sagt nicht, von welchem Konto dies ist (Feld 25 fehlt). Wählen Sie das Konto.',
    badBalance: (text, tag) =>
      `Der Saldo „${text}“ (Feld ${tag}) lässt sich nicht lesen; die Umsätze können nicht daran geprüft werden. Prüfen Sie die Summe von Hand.`,
    badTotal: (text, tag) =>
      `Die Summe „${text}“ (Feld ${tag}) lässt sich nicht lesen; die Umsätze können nicht daran geprüft werden. Prüfen Sie die Summe von Hand.`,
    noClosing:
      'Der Auszug hat keinen Endsaldo (Feld 62): Die Datei ist vielleicht abgeschnitten. Prüfen Sie, ob ihr letzter Umsatz der letzte der Bank ist.',
    dateMoved: date =>
      `Die Bank schreibt einen Tag, den dieser Monat nicht hat; genommen wurde ${date}, der letzte des Monats.`,
  },
})
