import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    noReport: (id: number) => `There is no report ${id}. It may have been deleted.`,
    fileGone: 'That file is no longer there. Make the report again.',
    chooseAgain: 'That file is no longer there. Choose it again.',
    noFigure: (id: string, run: number | undefined) =>
      `No report that is kept here has a figure ${id}${run === undefined ? '' : ` in run ${run}`}. Is it of another workspace?`,
    changedMeanwhile: 'The ledger changed while the report was made. Make it again.',
    changedOneState:
      'The ledger was changed while the report was made. Make it again, so that all its figures are of one state.',
    noNumber: (typed: string) => `“${typed}” is no figure’s number. They look like F-7K3M-9QXD-2TRB.`,
    cancelled: 'Cancelled.',
    noReportMade: 'Cancelled. No report was made.',
    noFileMade: 'Cancelled. No file was made.',
    nothingChanged: 'Cancelled. Nothing was changed.',
    openFirst: 'Open a workspace first.',
    noPeriod: (period: string) => `The period ${period} is none: give two days, the earlier one first.`,
    noEntries: 'There are no entries yet that a report could be about. Import some first.',
    noDimension: (id: string) => `There is no dimension ${id} to break figures down by.`,
    nothingKept: (run: number) =>
      `Nothing is kept of report ${run} to hold today’s ledger against. Choose another one of the history.`,
    notInReport: (id: string) => `The report that was asked for has no figure ${id}.`,
    snapshotDamaged: (why: string) =>
      `What was kept of the earlier report cannot be read (${why}). Check the workspace (Settings, Verify).`,
    wholePath: (folder: string) => `Give the whole path of the folder, not ${folder}.`,
    noFolder: (folder: string) => `There is no folder ${folder}. It may be on a drive that is not connected.`,
    partOfItself: (id: string) => `Figure ${id} is a part of itself.`,
    statistic: 'A statistic is not computed again here: run its analysis.',
    figureGone: (id: string) => `Figure ${id} is in no report that is kept.`,
  },
  de: {
    noReport: id => `Es gibt keinen Bericht ${id}. Er wurde vielleicht gelöscht.`,
    fileGone: 'Diese Datei gibt es nicht mehr. Erstellen Sie den Bericht noch einmal.',
    chooseAgain: 'Diese Datei gibt es nicht mehr. Wählen Sie sie noch einmal.',
    noFigure: (id, run) =>
      `Kein Bericht, der hier aufgehoben ist, hat eine Zahl ${id}${run === undefined ? '' : ` in Erstellung ${run}`}. Ist sie aus einem anderen Arbeitsbereich?`,
    changedMeanwhile:
      'Die Buchungen haben sich geändert, während der Bericht erstellt wurde. Erstellen Sie ihn noch einmal.',
    changedOneState:
      'Die Buchungen wurden geändert, während der Bericht erstellt wurde. Erstellen Sie ihn noch einmal, damit alle seine Zahlen von einem Stand sind.',
    noNumber: typed => `„${typed}“ ist keine Kennung einer Zahl. Sie sehen aus wie F-7K3M-9QXD-2TRB.`,
    cancelled: 'Abgebrochen.',
    noReportMade: 'Abgebrochen. Es wurde kein Bericht erstellt.',
    noFileMade: 'Abgebrochen. Es wurde keine Datei erstellt.',
    nothingChanged: 'Abgebrochen. Nichts wurde geändert.',
    openFirst: 'Öffnen Sie zuerst einen Arbeitsbereich.',
    noPeriod: period => `Der Zeitraum ${period} ist keiner: Geben Sie zwei Tage an, den früheren zuerst.`,
    noEntries:
      'Es gibt noch keine Buchungen, von denen ein Bericht handeln könnte. Importieren Sie zuerst welche.',
    noDimension: id => `Es gibt keine Dimension ${id}, nach der Zahlen aufgegliedert werden könnten.`,
    nothingKept: run =>
      `Von Bericht ${run} ist nichts aufgehoben, womit die heutigen Buchungen verglichen werden könnten. Wählen Sie einen anderen aus dem Verlauf.`,
    notInReport: id => `Der Bericht, nach dem gefragt wurde, hat keine Zahl ${id}.`,
    snapshotDamaged: why =>
      `Was vom früheren Bericht aufgehoben war, kann nicht gelesen werden (${why}). Prüfen Sie den Arbeitsbereich (Einstellungen, Prüfen).`,
    wholePath: folder => `Geben Sie den ganzen Pfad des Ordners an, nicht ${folder}.`,
    noFolder: folder =>
      `Es gibt keinen Ordner ${folder}. Vielleicht liegt er auf einem Laufwerk, das nicht verbunden ist.`,
    partOfItself: id => `Die Zahl ${id} ist ein Teil ihrer selbst.`,
    statistic: 'Eine Statistik wird hier nicht noch einmal berechnet: Führen Sie ihre Auswertung aus.',
    figureGone: id => `Die Zahl ${id} ist in keinem Bericht, der aufgehoben ist.`,
  },
})
