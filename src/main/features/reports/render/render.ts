import { rmSync } from 'node:fs'
import type { ReportFormat } from '../../../../shared/report/definition.ts'
import type { ReportDocument } from '../../../../shared/report/document.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { OpContext } from '../../../compute/ops.ts'
import { renderCsv } from './csv.ts'
import { renderHtml } from './html.ts'
import { renderJson } from './json.ts'
import { outlinesOf } from './pdf/outlines.ts'
import { Paper } from './pdf/paper.ts'
import { renderPdf } from './pdf/report.ts'
import { Sink } from './sink.ts'
import { renderXlsx } from './xlsx/workbook.ts'
import { say } from '../messages.ts'

export interface RenderRequest {
  document: ReportDocument
  format: ReportFormat
  /** Where the file is made; nothing may be there. */
  path: string
}

export interface Rendered {
  bytes: number
  sha256: string
  pages: number | null
  /** Entries of data sections that the file has. */
  rows: number
  notes: string[]
}

/** Op: makes a report's file. What was begun is deleted where it fails or is cancelled. */
export async function render({ document, format, path }: RenderRequest, op: OpContext): Promise<Rendered> {
  const sink = new Sink(path)
  const tick = (done = 0): void => {
    if (op.cancelled()) throw new FailureError('cancelled', say().noFileMade)
    op.progress({ stage: `report-${format}`, done, total: 0, unit: format === 'pdf' ? 'steps' : 'rows' })
  }
  try {
    const made = await into(sink, document, format, tick)
    return { pages: null, notes: [], ...made, ...sink.close() }
  } catch (error) {
    sink.abandon()
    rmSync(path, { force: true })
    throw error
  }
}

async function into(
  sink: Sink,
  document: ReportDocument,
  format: ReportFormat,
  tick: (done?: number) => void,
): Promise<{ rows: number; pages?: number; notes?: string[] }> {
  switch (format) {
    case 'pdf':
      return renderPdf(document, sink.write, tick)
    case 'xlsx': {
      const paper = scratch()
      return renderXlsx(document, sink.write, { measure: paper.measure, outlines: outlinesOf(paper), tick })
    }
    case 'csv':
      return { rows: renderCsv(document, gathered(sink), tick) }
    case 'json':
      return { rows: renderJson(document, gathered(sink), tick) }
    case 'html':
      return renderHtml(document, gathered(sink), {
        measure: scratch().measure,
        tick,
        entries: Number.POSITIVE_INFINITY,
      })
  }
}

/** The page alone, with few entries: what the program shows before a file is made. */
export function preview({ document, entries }: { document: ReportDocument; entries: number }, op: OpContext) {
  const parts: string[] = []
  const tick = (): void => {
    if (op.cancelled()) throw new FailureError('cancelled', say().cancelled)
  }
  const { notes } = renderHtml(document, text => void parts.push(text), {
    measure: scratch().measure,
    tick,
    entries,
  })
  return { html: parts.join(''), notes }
}

/** Only for its fonts' widths and outlines; nothing is written. */
const scratch = (): Paper =>
  new Paper({ title: '', language: 'en', madeAt: '2000-01-01T00:00:00Z' }, () => undefined)

const PIECE = 1 << 16

/** Many small texts as few writes. The last piece is written when the sink asks for it. */
function gathered(sink: Sink): (text: string) => void {
  let rest = ''
  sink.flush = () => {
    if (rest !== '') sink.write(rest)
    rest = ''
  }
  return text => {
    rest += text
    if (rest.length >= PIECE) sink.flush()
  }
}
