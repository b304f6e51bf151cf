import type { Section, SectionKind } from '../../../../shared/report/definition.ts'
import type { ReportSection } from '../../../../shared/report/document.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { Making } from '../make/making.ts'
import { anomalies } from './anomalies/anomalies.ts'
import { audit } from './audit/audit.ts'
import { chart } from './chart/chart.ts'
import { data } from './data/data.ts'
import { forecast } from './forecast/forecast.ts'
import { kpis } from './kpis/kpis.ts'
import { notes } from './notes/notes.ts'
import { paragraph, type Part } from './part.ts'
import { rootCause } from './root-cause/root-cause.ts'
import { table } from './table/table.ts'
import { variance } from './variance/variance.ts'

/** Every kind of section there is. A new one is a folder beside these and a line here. */
const parts: { [K in SectionKind]: Part<K> } = {
  kpis,
  chart,
  table,
  variance,
  anomalies,
  forecast,
  'root-cause': rootCause,
  audit,
  notes,
  data,
}

/** One section, made. What it cannot say (no budget, too little history) it says instead; a bug or a cancel ends the report. */
export async function buildSection(section: Section, making: Making): Promise<ReportSection> {
  const part = parts[section.kind] as Part
  const asked = section.title?.trim()
  const named = { id: section.id, kind: section.kind }
  try {
    const title = asked !== undefined && asked !== '' ? asked : part.title(section as never, making)
    return { ...named, title, blocks: await part.build(section as never, making) }
  } catch (error) {
    if (!(error instanceof FailureError) || !SAID.has(error.failure.code)) throw error
    const why = making.texts.common.missing(error.failure.message)
    return {
      ...named,
      title: asked ?? making.texts.sections[section.kind],
      blocks: [paragraph(why, 'missing')],
    }
  }
}

/** What a section may fail with and the others still be right. */
const SAID = new Set(['bad-input', 'not-found', 'unavailable', 'mixed-currencies'])
