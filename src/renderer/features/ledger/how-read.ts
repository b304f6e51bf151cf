import type { Language } from '../../ui/index.ts'

// The host words a reading in English, part by part; an unknown part stays as it is.
const GERMAN: readonly [RegExp, string][] = [
  [/^as it stands$/, 'wie es dasteht'],
  [/^not loaded$/, 'nicht geladen'],
  [/^sign turned round$/, 'Vorzeichen umgekehrt'],
  [/^read as (.+)$/, 'gelesen als $1'],
  [/^decimal sign “(.)”, grouping “(.)”$/, 'Dezimalzeichen „$1“, Gruppen durch „$2“'],
  [/^decimal sign “(.)”$/, 'Dezimalzeichen „$1“'],
]

/** How a field was read off its column, in the chosen language. */
export function howRead(transformation: string, language: Language): string {
  if (language === 'en') return transformation
  const worded = (part: string): string => {
    const known = GERMAN.find(([pattern]) => pattern.test(part))
    return known ? part.replace(known[0], known[1]) : part
  }
  return transformation.split('; ').map(worded).join('; ')
}
