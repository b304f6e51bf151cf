import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    tooManyDays: 'There are too many days to draw. Choose longer steps, or a shorter period.',
    linesOfMembers:
      'Lines of members are drawn of sums and of numbers of entries. Choose one of them, or no members.',
    waterfallOfSums: 'A waterfall shows amounts. Choose the sum.',
    heatmapOfSums: 'A heatmap by month shows sums. Choose the sum, or columns of a dimension.',
    notAdditive:
      'Parts of a mean, a median or a greatest amount do not sum to the whole. Choose the sum or the number of entries.',
    sankeyOfTwo: 'A Sankey chart leads from one dimension to another. Choose the second one.',
    noBoard: (id: number) => `There is no board ${id}.`,
    notJson: 'The file is not JSON. Take one that “boards export” has written.',
    noBoards: (where: string, why: string) => `These are not boards of Farthing: ${where}: ${why}.`,
    theFile: 'the file',
    unreadable: 'unreadable',
    sameTile: 'Two tiles of the board have one id. Each needs its own.',
    gone: {
      board: (id: number) => `There is no board ${id}. It may have been deleted.`,
      view: (id: number) => `There is no view ${id}. It may have been deleted.`,
    },
    changed: {
      board: (name: string) =>
        `The board “${name}” was saved by somebody else since it was opened here. Load it again, or save yours under another name.`,
      view: (name: string) =>
        `The view “${name}” was saved by somebody else since it was opened here. Load it again, or save yours under another name.`,
    },
  },
  de: {
    tooManyDays:
      'Das sind zu viele Tage zum Zeichnen. Wählen Sie größere Schritte oder einen kürzeren Zeitraum.',
    linesOfMembers:
      'Linien je Merkmal gibt es von Summen und von Anzahlen der Buchungen. Wählen Sie eines davon oder kein Merkmal.',
    waterfallOfSums: 'Ein Wasserfall zeigt Beträge. Wählen Sie die Summe.',
    heatmapOfSums:
      'Eine Heatmap nach Monaten zeigt Summen. Wählen Sie die Summe oder Spalten nach einem Merkmal.',
    notAdditive:
      'Teile eines Mittels, eines Medians oder eines größten Betrags ergeben zusammen nicht das Ganze. Wählen Sie die Summe oder die Zahl der Buchungen.',
    sankeyOfTwo: 'Ein Sankey-Diagramm führt von einem Merkmal zu einem anderen. Wählen Sie das zweite.',
    noBoard: id => `Es gibt keine Tafel ${id}.`,
    notJson: 'Die Datei ist kein JSON. Nehmen Sie eine, die „boards export“ geschrieben hat.',
    noBoards: (where, why) => `Das sind keine Tafeln von Farthing: ${where}: ${why}.`,
    theFile: 'die Datei',
    unreadable: 'nicht lesbar',
    sameTile: 'Zwei Kacheln der Tafel haben dieselbe Kennung. Jede braucht ihre eigene.',
    gone: {
      board: id => `Es gibt keine Tafel ${id}. Sie wurde vielleicht gelöscht.`,
      view: id => `Es gibt keine Ansicht ${id}. Sie wurde vielleicht gelöscht.`,
    },
    changed: {
      board: name =>
        `Die Tafel „${name}“ hat jemand anders gespeichert, seit sie hier geöffnet wurde. Laden Sie sie neu, oder speichern Sie Ihre unter einem anderen Namen.`,
      view: name =>
        `Die Ansicht „${name}“ hat jemand anders gespeichert, seit sie hier geöffnet wurde. Laden Sie sie neu, oder speichern Sie Ihre unter einem anderen Namen.`,
    },
  },
})
