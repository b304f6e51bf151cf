import type { ReportSection } from '../../../../../shared/report/document.ts'
import { drawChart } from '../../charts/index.ts'
import type { Formats } from '../../format.ts'
import type { ReportTexts } from '../../texts/index.ts'
import { currencyInHeaders } from '../headers.ts'
import type { Paper } from './paper.ts'
import { isWide } from './table.ts'

/** What must stand under a section's heading on its page: the whole of a picture, the first rows of a table. */
export function openingOf(
  { blocks }: ReportSection,
  paper: Paper,
  formats: Formats,
  texts: ReportTexts,
): number {
  let height = 0
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      height += 20
      continue
    }
    if (block.kind !== 'chart') return height + 110
    const drawing = drawChart(block.chart, formats, texts, paper.measure)
    return height + Math.min(drawing.height + 40, 520)
  }
  return Math.max(60, height)
}

/** Whether the section's first table is too wide for an upright page: then its heading goes onto a turned one, too. */
export function startsWide({ blocks }: ReportSection, paper: Paper, formats: Formats): boolean {
  const first = blocks.find(block => block.kind !== 'paragraph')
  if (first?.kind === 'data') return first.columns.length > 7
  return (
    first?.kind === 'table' &&
    isWide(paper, currencyInHeaders(first), [...first.rows, first.totals ?? []], formats)
  )
}
