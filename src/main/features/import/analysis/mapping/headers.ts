import { say } from '../messages.ts'

/**
 * A header brought to one spelling, by which shapes are recognised and columns of drifting files meet: "ServiceLabel",
 * "Service label " and "SERVICE_LABEL" are all "service label". Accents fall; signs become spaces.
 */
export function normaliseHeader(header: string): string {
  return header
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
}

/** A column in a sentence: by its name, which for a column without one already begins with the word. */
export const columnWord = (name: string): string => say().column(name.replace(/^Column (?=\d+$)/, ''))

/** Header names of a table: its own, or "Column 3" where a cell is blank or there is no header at all. */
export function columnNames(header: readonly string[] | undefined, width: number): string[] {
  const names: string[] = []
  for (let i = 0; i < width; i++) {
    const name = header?.[i]?.trim().replace(/\s+/g, ' ') ?? ''
    names.push(name === '' ? `Column ${i + 1}` : name.slice(0, 200))
  }
  return names
}
