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

/** The section at `from` put one place up (-1) or down (1); unchanged at the ends. */
export function moved(sections: readonly Section[], from: number, by: -1 | 1): Section[] {
  const to = from + by
  if (to < 0 || to >= sections.length) return [...sections]
  const rest = sections.toSpliced(from, 1)
  return rest.toSpliced(to, 0, sections[from] as Section)
}
