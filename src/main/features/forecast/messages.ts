import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    fileGone: 'The file is not at hand any more. Choose it again.',
    cancelled: 'Cancelled. Nothing was changed.',
    stopped: 'Cancelled.',
    nothingToKeep: 'There is nothing to keep: no entries fit, or none of their steps is complete.',
    noRun: (run: number) => `There is no forecast run ${run}.`,
    notWritten:
      'A forecast can be written by a dimension that entries have of themselves: account, category, cost centre …',
    allNought: 'All expected amounts are nought: there is nothing to write.',
    runFile: (run: number) => `Forecast run ${run}.csv`,
    runEntry: (run: number, step: string, model: string) => `Forecast run ${run}, ${step}, ${model}`,
    openQuote: (file: string, line: number) => `${file}, line ${line}: a quotation mark is not closed.`,
    noSeries: (file: string) => `${file} has no series.`,
    tooLargeFile: (file: string) => `${file} is larger than 512 MB. Take a part of it.`,
    noFile: (file: string) => `There is no file ${file}.`,
    notUtf8: (file: string) => `${file} is not UTF-8 text. Save it as UTF-8 and try again.`,
    noValues: (file: string, line: number, series: string) =>
      `${file}, line ${line}: the series “${series}” has no values.`,
    place: (file: string, line: number, column: number) => `${file}, line ${line}, column ${column}`,
    noNumber: (place: string, cell: string) => `${place}: “${cell}” is not a number.`,
    tooLarge: (place: string, cell: string) => `${place}: ${cell} is too large.`,
  },
  de: {
    fileGone: 'Die Datei liegt nicht mehr vor. Wählen Sie sie noch einmal.',
    cancelled: 'Abgebrochen. Nichts wurde geändert.',
    stopped: 'Abgebrochen.',
    nothingToKeep:
      'Es gibt nichts zu behalten: Keine Buchungen passen, oder keiner ihrer Schritte ist vollständig.',
    noRun: run => `Es gibt keinen Prognoselauf ${run}.`,
    notWritten:
      'Eine Prognose kann nach einem Merkmal geschrieben werden, das Buchungen selbst haben: Konto, Kategorie, Kostenstelle …',
    allNought: 'Alle erwarteten Beträge sind null: Es gibt nichts zu schreiben.',
    runFile: run => `Prognoselauf ${run}.csv`,
    runEntry: (run, step, model) => `Prognoselauf ${run}, ${step}, ${model}`,
    openQuote: (file, line) => `${file}, Zeile ${line}: Ein Anführungszeichen ist nicht geschlossen.`,
    noSeries: file => `${file} hat keine Reihen.`,
    tooLargeFile: file => `${file} ist größer als 512 MB. Nehmen Sie einen Teil davon.`,
    noFile: file => `Es gibt keine Datei ${file}.`,
    notUtf8: file =>
      `${file} ist kein UTF-8-Text. Speichern Sie die Datei als UTF-8, und versuchen Sie es noch einmal.`,
    noValues: (file, line, series) => `${file}, Zeile ${line}: Die Reihe „${series}“ hat keine Werte.`,
    place: (file, line, column) => `${file}, Zeile ${line}, Spalte ${column}`,
    noNumber: (place, cell) => `${place}: „${cell}“ ist keine Zahl.`,
    tooLarge: (place, cell) => `${place}: ${cell} ist zu groß.`,
  },
})
