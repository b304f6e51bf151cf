import type { PartName } from './model.ts'

/** Each is a chunk of its own: who never opens a Sankey chart never loads what draws it. */
const PARTS: Record<PartName, () => Promise<unknown>> = {
  pie: () => import('./pie/parts.ts'),
  treemap: () => import('./treemap/parts.ts'),
  sunburst: () => import('./sunburst/parts.ts'),
  sankey: () => import('./sankey/parts.ts'),
  calendar: () => import('./calendar/parts.ts'),
  gauge: () => import('./gauge/parts.ts'),
}

export const loadPart = (name: PartName): Promise<unknown> => PARTS[name]()
