import { evidenceOps } from './evidence/worker-ops.ts'
import { preview, render } from './render/render.ts'

/** What the analysis worker does for this feature: a finished document becomes a file, or a page. */
export const reportsOps = { reportsRender: render, reportsPreview: preview, ...evidenceOps }
