import {
  SectionSchema,
  type ReportDefinition,
  type Section,
  type SectionKind,
} from '../../../shared/report/definition.ts'

/** A report as it stands on the page; `id` where it was saved. */
export interface Draft {
  id: number | undefined
  report: ReportDefinition
}

/** A new section with everything at its default. */
export function newSection(kind: SectionKind, sections: readonly Section[]): Section {
  const taken = new Set(sections.map(section => section.id))
  let n = 1
  while (taken.has(`${kind}-${n}`)) n += 1
  return SectionSchema.parse({ id: `${kind}-${n}`, kind })
}

/** The section at `from` put into the place `to`, and those between moved by one. */
export function movedTo(sections: readonly Section[], from: number, to: number): Section[] {
  const place = Math.min(Math.max(to, 0), sections.length - 1)
  const section = sections[from]
  return section ? sections.toSpliced(from, 1).toSpliced(place, 0, section) : [...sections]
}

/** The section at `from` put one place up (-1) or down (1); unchanged at the ends. */
export const moved = (sections: readonly Section[], from: number, by: -1 | 1): Section[] =>
  movedTo(sections, from, from + by)
