import { catalogue } from '../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    decimalSign: (column: string, seen: string) =>
      `${column}: in ${seen}, does the sign separate thousands or decimals? Every amount in the column can be read both ways.`,
    pointDecimal: 'The point is the decimal sign (1,234.56)',
    commaDecimal: 'The comma is the decimal sign (1.234,56)',
    sides: (column: string, seen: string) =>
      `${column} says ${seen}, and no amount has a minus. Does it tell which amounts leave the account?`,
    sidesApply: 'Yes: what it calls a debit or withdrawal is money out',
    sidesAsIs: 'No: take the amounts as they are',
    noAmounts: (columns: string) =>
      `None of the columns (${columns}) holds amounts. Choose the one that should.`,
    dayOrMonth: (column: string, seen: string) =>
      `${column}: is ${seen} day first or month first? Every date in the column can be read both ways.`,
    lastDayOf: (year: string | undefined, month: string | undefined) =>
      `The last day of ${year}-${month}, as the file's name says`,
    noneIsDate: (columns: string) => `${columns} hold dates, and none is plainly the date of the entry`,
    noDatesIn: (column: string | undefined) => `The column ${column} holds no dates that can be read`,
    noDateAmong: (columns: string) => `None of the columns (${columns}) holds a date`,
    giveDate: (why: string) =>
      `${why}. Give one date for all rows (YYYY-MM-DD), or choose the column that holds it.`,
    whichAmount: (columns: string, one: boolean) =>
      `Which column is the amount? ${columns} ${one ? 'holds numbers, but is not' : 'hold numbers, and none is'} plainly it.`,
    dayFirst: 'Day, month, year',
    monthFirst: 'Month, day, year',
    yearFirst: 'Year, month, day',
    column: (name: string) => `Column ${name}`,
    ignored: {
      blank: 'The row is blank.',
      'other-table': 'The row is the header of another table, whose columns differ.',
      'repeated-header': 'The row repeats the header.',
      total: 'The row is a total of the rows above it, not an entry.',
      balance: 'The row states a balance, not an entry.',
      note: 'The row has neither a date nor an amount: it is a heading or a note.',
    },
    shownIn: (currencies: string) =>
      `The workbook shows the amounts in several currencies (${currencies}) by the format of their cells alone. In which one are they to be read? Where they differ by row, give the table a column that names the currency.`,
    heading: (account: string) =>
      `The row is the heading of a section: its lines are of the account ${account}.`,
    inOtherTable: (line: number, table: number | undefined) =>
      `The row belongs to another table, whose header is line ${line}. Import the file once more and choose that one: “Table of the file” below the columns, or --table ${table ?? 'N'}.`,
    inOtherRange: (row: number) =>
      `The row belongs to another table, whose header is row ${row}. Import the workbook once more and give the range of that table.`,
    rejected: {
      'missing-date': (column: string | undefined) =>
        `${column ?? 'The date'} is blank. Give the row a date and import it again.`,
      'bad-date': (column: string | undefined, shown: string) =>
        `${shown} in ${column} is not a date in this column's style. Correct it and import the row again.`,
      'missing-amount': (column: string | undefined) =>
        `${column ?? 'The amount'} is blank. Give the row an amount and import it again.`,
      'bad-amount': (column: string | undefined, shown: string) =>
        `${shown} in ${column} is not an amount in this column's style. Correct it and import the row again.`,
      'other-currency': (column: string | undefined, shown: string) =>
        `${shown} in ${column} is in another currency than its row. Choose the file's currency, or give it a column of currencies, and import the row again.`,
      'both-sides': (column: string | undefined, shown: string) =>
        `The row has a debit and a credit, ${shown} in ${column}. Write each on a row of its own and import them again.`,
      'too-many-decimals': (column: string | undefined, shown: string) =>
        `${shown} in ${column} has more decimals than the currency. Round it in the source and import the row again.`,
      'amount-too-large': (column: string | undefined, shown: string) =>
        `${shown} in ${column} is too large to add up exactly. Split it or correct it.`,
      'too-many-fields': () =>
        'The row has more fields than the header, and it cannot be told which belong together. Put quotes round the text that holds the delimiter.',
      'too-few-fields': () =>
        'The row has fewer fields than the header, and its values do not fit their columns. Complete the row and import it again.',
      'open-quote': () =>
        'A quotation mark is opened and never closed. Close it or double it and import the row again.',
      'not-booked': (column: string | undefined, shown: string) =>
        `${shown} in ${column}: the movement is not booked, so that it is left out. It comes again in a later file once it is.`,
      'other-table': () =>
        'The row belongs to another table of the file, whose columns differ. Import the file once more and choose that table (--table), in a workbook its range.',
      'record-too-long': () =>
        'The row is longer than 1,048,576 characters. It is not a record of this table.',
    },
    quoted: (text: string) => `“${text}”`,
    fee: (fee: string, amount: string) =>
      `${fee} holds fees, and nothing in the file tells whether ${amount} has them in it already. Are they?`,
    feeBeside: 'No: a fee is money that goes besides; take it off the amount',
    feeWithin: 'Yes: take the amounts as they are',
  },
  de: {
    decimalSign: (column, seen) =>
      `${column}: Trennt das Zeichen in ${seen} Tausender oder Nachkommastellen? Jeder Betrag der Spalte lässt sich auf beide Arten lesen.`,
    pointDecimal: 'Der Punkt steht vor den Nachkommastellen (1,234.56)',
    commaDecimal: 'Das Komma steht vor den Nachkommastellen (1.234,56)',
    sides: (column, seen) =>
      `${column} sagt ${seen}, und kein Betrag hat ein Minus. Sagt sie, welche Beträge vom Konto abgehen?`,
    sidesApply: 'Ja: Was sie Belastung oder Abhebung nennt, geht vom Konto ab',
    sidesAsIs: 'Nein: die Beträge nehmen, wie sie sind',
    noAmounts: columns => `Keine der Spalten (${columns}) enthält Beträge. Wählen Sie die, die es soll.`,
    dayOrMonth: (column, seen) =>
      `${column}: Steht in ${seen} der Tag oder der Monat vorn? Jedes Datum der Spalte lässt sich auf beide Arten lesen.`,
    lastDayOf: (year, month) => `Der letzte Tag des Monats ${month}/${year}, wie der Dateiname sagt`,
    noneIsDate: columns => `${columns} enthalten Daten, und keine ist eindeutig das Datum der Buchung`,
    noDatesIn: column => `Die Spalte ${column} enthält keine Daten, die sich lesen lassen`,
    noDateAmong: columns => `Keine der Spalten (${columns}) enthält ein Datum`,
    giveDate: why =>
      `${why}. Geben Sie ein Datum für alle Zeilen an (JJJJ-MM-TT) oder wählen Sie die Spalte, die es enthält.`,
    whichAmount: (columns, one) =>
      `Welche Spalte ist der Betrag? ${columns} ${one ? 'enthält Zahlen, ist es aber nicht eindeutig' : 'enthalten Zahlen, und keine ist es eindeutig'}.`,
    dayFirst: 'Tag, Monat, Jahr',
    monthFirst: 'Monat, Tag, Jahr',
    yearFirst: 'Jahr, Monat, Tag',
    column: name => `Spalte ${name}`,
    ignored: {
      blank: 'Die Zeile ist leer.',
      'other-table': 'Die Zeile ist der Kopf einer anderen Tabelle, deren Spalten andere sind.',
      'repeated-header': 'Die Zeile wiederholt den Kopf.',
      total: 'Die Zeile ist eine Summe der Zeilen über ihr und keine Buchung.',
      balance: 'Die Zeile nennt einen Saldo und keine Buchung.',
      note: 'Die Zeile hat weder ein Datum noch einen Betrag: Sie ist eine Überschrift oder eine Bemerkung.',
    },
    shownIn: currencies =>
      `Die Arbeitsmappe zeigt die Beträge allein durch das Format der Zellen in mehreren Währungen (${currencies}). In welcher sollen sie gelesen werden? Wo sie sich je Zeile unterscheiden, geben Sie der Tabelle eine Spalte, die die Währung nennt.`,
    heading: account =>
      `Die Zeile ist die Überschrift eines Abschnitts: Dessen Zeilen gehören zum Konto ${account}.`,
    inOtherTable: (line, table) =>
      `Die Zeile gehört zu einer anderen Tabelle, deren Kopf Zeile ${line} ist. Importieren Sie die Datei noch einmal und wählen Sie diese: „Tabelle der Datei“ unter den Spalten oder --table ${table ?? 'N'}.`,
    inOtherRange: row =>
      `Die Zeile gehört zu einer anderen Tabelle, deren Kopf Tabellenzeile ${row} ist. Importieren Sie die Arbeitsmappe noch einmal und geben Sie den Bereich dieser Tabelle an.`,
    rejected: {
      'missing-date': column =>
        `${column ?? 'Das Datum'} ist leer. Geben Sie der Zeile ein Datum und importieren Sie sie noch einmal.`,
      'bad-date': (column, shown) =>
        `${shown} in ${column} ist kein Datum in der Form dieser Spalte. Berichtigen Sie es und importieren Sie die Zeile noch einmal.`,
      'missing-amount': column =>
        `${column ?? 'Der Betrag'} ist leer. Geben Sie der Zeile einen Betrag und importieren Sie sie noch einmal.`,
      'bad-amount': (column, shown) =>
        `${shown} in ${column} ist kein Betrag in der Form dieser Spalte. Berichtigen Sie ihn und importieren Sie die Zeile noch einmal.`,
      'other-currency': (column, shown) =>
        `${shown} in ${column} ist in einer anderen Währung als die Zeile. Wählen Sie die Währung der Datei oder geben Sie ihr eine Spalte für Währungen, und importieren Sie die Zeile noch einmal.`,
      'both-sides': (column, shown) =>
        `Die Zeile hat Soll und Haben, ${shown} in ${column}. Schreiben Sie jedes in eine eigene Zeile und importieren Sie beide noch einmal.`,
      'too-many-decimals': (column, shown) =>
        `${shown} in ${column} hat mehr Nachkommastellen als die Währung. Runden Sie in der Quelle und importieren Sie die Zeile noch einmal.`,
      'amount-too-large': (column, shown) =>
        `${shown} in ${column} ist zu groß, um genau zusammengezählt zu werden. Teilen Sie den Betrag auf oder berichtigen Sie ihn.`,
      'too-many-fields': () =>
        'Die Zeile hat mehr Felder als der Kopf, und es ist nicht zu erkennen, welche zusammengehören. Setzen Sie den Text, der das Trennzeichen enthält, in Anführungszeichen.',
      'too-few-fields': () =>
        'Die Zeile hat weniger Felder als der Kopf, und ihre Werte passen nicht zu ihren Spalten. Vervollständigen Sie die Zeile und importieren Sie sie noch einmal.',
      'open-quote': () =>
        'Ein Anführungszeichen wird geöffnet und nie geschlossen. Schließen oder verdoppeln Sie es und importieren Sie die Zeile noch einmal.',
      'not-booked': (column, shown) =>
        `${shown} in ${column}: Der Umsatz ist nicht gebucht und bleibt weg. Er kommt in einer späteren Datei wieder, sobald er es ist.`,
      'other-table': () =>
        'Die Zeile gehört zu einer anderen Tabelle der Datei, deren Spalten andere sind. Importieren Sie die Datei noch einmal und wählen Sie diese Tabelle (--table), in einer Arbeitsmappe ihren Bereich.',
      'record-too-long': () =>
        'Die Zeile ist länger als 1.048.576 Zeichen. Sie ist kein Satz dieser Tabelle.',
    },
    quoted: text => `„${text}“`,
    fee: (fee, amount) =>
      `${fee} enthält Gebühren, und nichts in der Datei sagt, ob ${amount} sie schon enthält. Ist das so?`,
    feeBeside: 'Nein: Eine Gebühr geht zusätzlich ab; vom Betrag abziehen',
    feeWithin: 'Ja: die Beträge nehmen, wie sie sind',
  },
})
