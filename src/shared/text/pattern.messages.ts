import { catalogue } from './language.ts'

/** What is wrong with a pattern. */
export const say = catalogue({
  en: {
    tooLong: (most: number) => `The pattern is longer than ${most} characters.`,
    repeats: 'The pattern repeats too much.',
    bracketTooMany: (place: number) => `A bracket too many at place ${place}.`,
    repetition: 'A repetition goes up from its least to its most number, 100 at most.',
    look: 'Look-ahead, look-behind and named groups are not supported.',
    notClosed: 'A bracket is not closed.',
    classNotClosed: 'A class [ is not closed.',
    nothingBefore: (char: string, place: number) => `Nothing stands before the ${char} at place ${place}.`,
    backReference: 'Back-references are not supported.',
    unknown: (char: string) => `\\${char} is not supported.`,
    backwards: (from: string, to: string) => `The range ${from}-${to} runs backwards.`,
    endsEarly: 'The pattern ends too early.',
  },
  de: {
    tooLong: most => `Das Muster ist länger als ${most} Zeichen.`,
    repeats: 'Das Muster wiederholt sich zu oft.',
    bracketTooMany: place => `Eine Klammer zu viel an Stelle ${place}.`,
    repetition: 'Eine Wiederholung geht von ihrer kleinsten zu ihrer größten Zahl, höchstens 100.',
    look: 'Vorausschau, Rückschau und benannte Gruppen werden nicht unterstützt.',
    notClosed: 'Eine Klammer ist nicht geschlossen.',
    classNotClosed: 'Eine Zeichenklasse [ ist nicht geschlossen.',
    nothingBefore: (char, place) => `Vor dem ${char} an Stelle ${place} steht nichts.`,
    backReference: 'Rückverweise werden nicht unterstützt.',
    unknown: char => `\\${char} wird nicht unterstützt.`,
    backwards: (from, to) => `Der Bereich ${from}-${to} läuft rückwärts.`,
    endsEarly: 'Das Muster endet zu früh.',
  },
})
