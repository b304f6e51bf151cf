import { paragraph, type Part } from '../part.ts'

/** What somebody wrote: a blank line begins a paragraph. Plain text, never markup. */
export const notes: Part<'notes'> = {
  title: (_section, { texts }) => texts.sections.notes,
  build: async section =>
    section.text
      .split(/\n\s*\n/)
      .map(part => part.trim())
      .filter(part => part !== '')
      .map(part => paragraph(part)),
}
