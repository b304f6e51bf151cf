import { catalogue } from '../../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noCells: (sheet: string) => `has no cells for its sheet “${sheet}”`,
    rowOrder: 'has rows out of their order',
    tooManyRows: 'has more than 1,048,576 rows on a sheet',
    tooManyColumns: 'has more than 16,384 columns on a sheet',
    tooSpread: 'spreads its cells over too many columns',
    noSuchText: 'points to a text that it does not hold',
    noColumn: 'has a cell without a column',
    noWorkbook: 'has no workbook in it',
    noSheet: 'has no sheet with cells',
    tooManyTexts: 'holds more than 8 million texts',
    refusedWorkbook: (what: string) => `The workbook ${what}. Save it again as .xlsx, then import it.`,
    doctype: 'holds a document type declaration, which no workbook has',
    tooDeep: 'is nested deeper than any workbook',
    illFormed: 'is not well-formed',
    refusedXml: (what: string) =>
      `The workbook's XML ${what}. Open it in a spreadsheet program, save it again as .xlsx, then import it.`,
  },
  de: {
    noCells: sheet => `hat keine Zellen zu ihrem Tabellenblatt „${sheet}“`,
    rowOrder: 'hat Zeilen außerhalb ihrer Reihenfolge',
    tooManyRows: 'hat mehr als 1.048.576 Zeilen auf einem Tabellenblatt',
    tooManyColumns: 'hat mehr als 16.384 Spalten auf einem Tabellenblatt',
    tooSpread: 'verteilt ihre Zellen auf zu viele Spalten',
    noSuchText: 'verweist auf einen Text, den sie nicht enthält',
    noColumn: 'hat eine Zelle ohne Spalte',
    noWorkbook: 'hat keine Arbeitsmappe in sich',
    noSheet: 'hat kein Tabellenblatt mit Zellen',
    tooManyTexts: 'enthält mehr als 8 Millionen Texte',
    refusedWorkbook: what =>
      `Die Arbeitsmappe ${what}. Speichern Sie sie noch einmal als .xlsx und importieren Sie sie dann.`,
    doctype: 'enthält eine Dokumenttyp-Deklaration, die keine Arbeitsmappe hat',
    tooDeep: 'ist tiefer verschachtelt als jede Arbeitsmappe',
    illFormed: 'ist nicht wohlgeformt',
    refusedXml: what =>
      `Das XML der Arbeitsmappe ${what}. Öffnen Sie sie in einer Tabellenkalkulation, speichern Sie sie noch einmal als .xlsx und importieren Sie sie dann.`,
  },
})
