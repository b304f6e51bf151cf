import { tokenise } from '../text.ts'

/** Legal forms say nothing of who is meant. */
export const FORMS = new Set([
  'ltd',
  'limited',
  'llp',
  'plc',
  'inc',
  'gmbh',
  'ag',
  'co',
  'corp',
  'llc',
  'kg',
  'sa',
  'bv',
  'pty',
  'se',
  'ug',
  'mbh',
  'ev',
])
/** Words between the words of a name: they need not be said. */
export const LINKS = new Set(['and', 'of', 'the', 'for', 'und', 'der', 'die', 'das', 'von', ',', 'y', 'de'])

/** One form of all numbers of a noun: "repairs" and "repair", "categories" and "category". */
export function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

/** The words of a name that matter, as they are compared. */
export function nameWords(name: string): string[] {
  const words = tokenise(name.replaceAll('"', ' '))
    .map(t => stem(t.text))
    .filter(w => !LINKS.has(w) && /[\p{L}\p{N}]/u.test(w))
  const kept = words.filter(w => !FORMS.has(w))
  return kept.length > 0 ? kept : words
}

/** "T&E" of "Travel & Entertainment", "rm" of "Repairs and maintenance": with and without the sign. */
export function initials(name: string): string[] {
  const words = tokenise(name).filter(t => /\p{L}/u.test(t.text))
  const content = words.filter(t => !LINKS.has(t.text) && !FORMS.has(t.text))
  if (content.length < 2) return []
  const plain = content.map(t => t.text.charAt(0)).join('')
  const withSign =
    /&|\b(?:and|und)\b/i.test(name) && content.length === 2
      ? [content.map(t => t.text.charAt(0)).join('&')]
      : []
  return [plain, ...withSign].filter(text => text.length >= 2)
}

/** The names that a member goes by: its label, what stands behind the colon of a category, its code. */
export function namesOf({ key, label }: { key: string; label: string }): string[][] {
  const names = [label]
  const leaf = /^[^:]+:\s*(.+)$/.exec(label)?.[1]
  if (leaf) names.push(leaf)
  const bare = label.replace(/\s*\([^)]*\)/g, '')
  if (bare !== label && bare.trim() !== '') names.push(bare)
  if (key !== label) names.push(key)
  const seen = new Set<string>()
  return names
    .map(nameWords)
    .filter(words => words.length > 0 && !seen.has(words.join(' ')) && seen.add(words.join(' ')))
}
