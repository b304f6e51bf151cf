import { catalogue } from '../../../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    mixed: (count: number, line: number) =>
      `The file is written in UTF-8 and has ${count} bytes that are not, first in line ${line}: check the letters of these names.`,
    lost: (count: number) =>
      `${count} letters have no meaning in the file's encoding: ask the bank for the file in UTF-8.`,
    controls: (count: number) =>
      `${count} control characters in the file were read as blanks: it may be damaged.`,
    decimalMark: (text: string, line: number) =>
      `The amount “${text}” in line ${line} can be read in two ways, and no other amount of the file settles it: which sign marks its decimals?`,
    fullStop: 'The full stop',
    comma: 'The comma',
  },
  de: {
    mixed: (count, line) =>
      `Die Datei ist in UTF-8 geschrieben und hat ${count} Bytes, die es nicht sind, das erste in Zeile ${line}: Prüfen Sie die Buchstaben dieser Namen.`,
    lost: count =>
      `${count} Buchstaben haben in der Kodierung der Datei keine Bedeutung: Bitten Sie die Bank um die Datei in UTF-8.`,
    controls: count =>
      `${count} Steuerzeichen in der Datei wurden als Leerzeichen gelesen: Sie ist vielleicht beschädigt.`,
    decimalMark: (text, line) =>
      `Der Betrag „${text}“ in Zeile ${line} lässt sich auf zwei Arten lesen, und kein anderer Betrag der Datei entscheidet es: Welches Zeichen steht vor den Nachkommastellen?`,
    fullStop: 'Der Punkt',
    comma: 'Das Komma',
  },
})
